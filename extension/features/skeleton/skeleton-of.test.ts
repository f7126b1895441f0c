// @own-process: it needs a DOM
import * as fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { joiningWords, knownTags, knownWords } from './known-words.ts'
import { shapeOf } from './shape.ts'
import { skeletonLimits, skeletonOf } from './skeleton-of.ts'

afterEach(() => document.body.replaceChildren())

const show = (html: string): string => {
  // oxlint-disable-next-line no-unsanitized -- the test's own page
  document.body.innerHTML = html
  return skeletonOf(document.body, skeletonLimits)
}

const row = (name: string, at: number) =>
  `<tr class="${at % 2 ? 'odd' : 'even'}"><td>${name}</td><td>${at * 111}</td></tr>`

describe('what a skeleton shows', () => {
  test('tags, names, labels and headings; every value as its shape', () => {
    const html = `<div id="cliente-editar" class="page-layout ng-scope" data-cliente="11943">
      <h2 class="ng-binding">1162 - MARIA EXEMPLO</h2>
      <span class="subtitle">CPF/CNPJ: <b>731.640.258-07</b></span>
      <md-input-container><label>CPF *</label><input name="cpf_cnpj" id="input_187"></md-input-container>
      <md-button aria-label="Consulta de Crédito"></md-button>
      <a href="/cliente/editar/11943/financeiro#cobrancas">Maria</a></div>`
    show(html)
    document.querySelector('input')!.value = '731.640.258-07'
    expect(skeletonOf(document.body, skeletonLimits).split('\n')).toEqual([
      'body',
      ' div#cliente-editar.page-layout.ng-scope [data-cliente=D5]',
      '  h2.ng-binding "D4 - L5 L7"',
      '  span.subtitle',
      '   "CPF/CNPJ:"',
      '   b "D3.D3.D3-D2"',
      '  md-input-container',
      '   label "CPF *"',
      '   input#input_D3 [name=cpf_cnpj] value="D3.D3.D3-D2"',
      '  md-button [aria-label=Consulta de Crédito]',
      '  a [href=/cliente/editar/D5/financeiro#cobrancas] "L1l4"',
    ])
  })

  test('neighbours that are alike once, with their number; others apart', () => {
    const names = ['MARIA', 'José Antônio de Souza', 'ACME 7 LTDA']
    const rows = [...names, ...names].map(row).join('')
    const headings = '<tr><th>Vencimento</th><th>Valor</th><th>Cor preferida</th></tr>'
    expect(show(`<table><thead>${headings}</thead><tbody>${rows}</tbody></table>`).split('\n')).toEqual([
      'body',
      ' table',
      '  thead',
      '   tr',
      '    th "Vencimento"',
      '    th "Valor"',
      '    th "L1l2 l9"',
      '  tbody',
      '   tr × 6',
      '    td "L5"',
      '    td "D1"',
    ])
  })

  test('our own hosts, bodies of scripts, styles and frames, comments and secrets stay out; hidden parts are marked', () => {
    const html = `<!-- Maria --><nada-consta-panel>Maria</nada-consta-panel><script>Maria</script><style>.maria{}</style>
      <iframe src="/maria" srcdoc="Maria" title="Relatório"></iframe><svg><text>Maria</text></svg>
      <div style="display:none"><p>Maria</p></div>
      <input type="password" value="segredo"><input type="hidden" name="uuid" value="4711">`
    expect(show(html).split('\n')).toEqual([
      'body',
      ' script',
      ' style',
      ' iframe [src] [srcdoc] [title=Relatório]',
      ' svg',
      ' div [style] (hidden)',
      '  p "L1l4"',
      ' input [type=password]',
      ' input [type=hidden] [name=uuid]',
    ])
  })

  test('a form with fields named like its own parts hides nothing', () => {
    const text = show(
      '<form class="form"><input name="attributes"><input name="childNodes"><p>Maria</p></form>',
    )
    expect(text).toContain('form.form')
    expect(text).toContain('p "L1l4"')
  })

  test('it is cut in lines, depth and neighbours, and says so', () => {
    const deep = `${'<div>'.repeat(60)}Maria${'</div>'.repeat(60)}`
    expect(show(deep).split('\n')).toHaveLength(skeletonLimits.depth + 2)
    const many = '<p>Maria</p><div>Maria</div>'.repeat(20)
    show(many)
    const lines = skeletonOf(document.body, { lines: 10, depth: 5, siblings: 30 }).split('\n')
    expect(lines).toHaveLength(11)
    expect(lines.at(-1)).toBe('⋯')
    expect(skeletonOf(document.body, { lines: 100, depth: 5, siblings: 30 }).split('\n').at(-1)).toBe(
      ' ⋯ × 10',
    )
  })
})

/** What a page may be made of; `text` stands for data in every place where there can be any. */
interface Sown {
  tag: string
  attributes: readonly (readonly [string, string])[]
  value: string
  children: readonly (Sown | string)[]
}

const places = [
  'id',
  'class',
  'name',
  'aria-label',
  'placeholder',
  'title',
  'href',
  'value',
  'data-id',
  'ng-click',
  'for',
  'role',
  'style',
  'label',
  'alt',
  'type',
  'src',
]
const pageTags = [
  'div',
  'span',
  'p',
  'td',
  'th',
  'label',
  'button',
  'input',
  'textarea',
  'h2',
  'option',
  'form',
  'md-button',
  'hubsoft-cliente-maria',
  'a',
  'svg',
  'iframe',
  'script',
]

const any = fc.oneof(
  fc
    .array(fc.integer({ min: 0, max: 0x10_ffff }), { maxLength: 24 })
    .map((points) => String.fromCodePoint(...points)),
  fc.string({ unit: 'grapheme', maxLength: 24 }),
  fc.stringMatching(/^[A-Za-z0-9áéõçÇÁ ._:/#-]{0,30}$/),
  fc.constantFrom(
    '731.640.258-07',
    'CPF: 731.640.258-07',
    'Valor MARIA',
    'maria-form',
    'vm.maria.cpf',
    'Nome: Maria',
    'clienteMaria',
    'maria@exemplo.com.br',
  ),
)

const sownPage = (data: fc.Arbitrary<string>): fc.Arbitrary<Sown> =>
  fc.letrec<{ element: Sown }>((tie) => ({
    element: fc.record({
      tag: fc.constantFrom(...pageTags),
      attributes: fc.array(fc.tuple(fc.constantFrom(...places), data), { maxLength: 4 }),
      value: data,
      children: fc.array(fc.oneof({ depthSize: 'small' }, data, tie('element')), { maxLength: 4 }),
    }),
  })).element

const build = ({ tag, attributes, value, children }: Sown): Element => {
  const element = document.createElement(tag)
  for (const [name, text] of attributes) element.setAttribute(name, text)
  for (const child of children) element.append(typeof child === 'string' ? child : build(child))
  element.append(document.createComment(value))
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) element.value = value
  return element
}

const words = [...knownWords, ...joiningWords, ...knownTags]

/** Whether a run of letters and digits is made of known words and shapes alone, by any way of cutting it. */
const isKnown = (run: string): boolean => {
  const text = run.toLowerCase()
  const ends = new Set([0])
  for (let at = 0; at < run.length; at += 1) {
    if (!ends.has(at)) continue
    const shape = /^[DLlX]\d+/.exec(run.slice(at))
    if (shape) ends.add(at + shape[0].length)
    for (const word of words) if (text.startsWith(word, at)) ends.add(at + word.length)
  }
  return ends.has(run.length)
}

const strangers = (skeleton: string): string[] =>
  (skeleton.replaceAll(/× \d+/g, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((run) => !isKnown(run))

/** Other data of the same shape: each letter and digit is another one. */
const turned = (text: string): string =>
  text.replaceAll(/[A-Z]/g, 'Q').replaceAll(/[a-z]/g, 'q').replaceAll(/[0-9]/g, '4')

describe('no letter and no digit of the data leaves', () => {
  test('whatever stands in texts, attributes, fields, comments and names: known words and shapes alone are left', () => {
    fc.assert(
      fc.property(sownPage(any), (page) => {
        const skeleton = skeletonOf(build(page), skeletonLimits)
        expect(strangers(skeleton)).toEqual([])
        // oxlint-disable-next-line no-control-regex -- nothing but what the skeleton itself is written with
        expect(skeleton.replaceAll(/[\p{L}\p{M}\p{N}×⋯\n\x20-\x7E]/gu, '')).toBe('')
      }),
      { numRuns: 400 },
    )
  })

  test('the names of tags and attributes of a page that was built from data are no way out either', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/)
    fc.assert(
      fc.property(name, name, name, (tag, attribute, word) => {
        const element = document.createElement(`x-${tag}`)
        element.setAttribute(attribute, word)
        element.append(document.createElement(tag))
        expect(strangers(skeletonOf(element, skeletonLimits))).toEqual([])
      }),
    )
  })

  test('two pages whose data differ in no shape have one skeleton', () => {
    const turnedPage = (page: Sown): Sown => ({
      ...page,
      attributes: page.attributes.map(([name, text]) => [name, turned(text)] as const),
      value: turned(page.value),
      children: page.children.map((child) => (typeof child === 'string' ? turned(child) : turnedPage(child))),
    })
    // Words with a double q are in no list.
    const data = fc.stringMatching(/^(?:(?:[A-Z]?qq[a-z]{1,6}|QQ[A-Z]{1,6}|[0-9]{1,6})[ .:/-]?){0,5}$/)
    fc.assert(
      fc.property(sownPage(data), (page) => {
        expect(skeletonOf(build(turnedPage(page)), skeletonLimits)).toBe(
          skeletonOf(build(page), skeletonLimits),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('the checks above would find a leak', () => {
    expect(strangers('p "Maria"')).toEqual(['Maria'])
    expect(strangers('p [name=cpf7]')).toEqual(['cpf7'])
    expect(strangers(`td "${shapeOf('MARIA 731')}" × 12`)).toEqual([])
  })

  test('the list holds lower-case words, no digit and no single letter', () => {
    for (const word of [...knownWords, ...joiningWords].filter(
      (one) => one.length > 1 || !joiningWords.has(one),
    ))
      expect(word).toMatch(/^\p{Ll}{2,}$/u)
  })
})
