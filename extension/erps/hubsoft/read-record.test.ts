// @own-process: it needs a DOM
import { beforeEach, describe, expect, test } from 'vitest'
import { readRecord } from './read-record.ts'

const header = (subtitle: string, name = '1162 - MARIA EXEMPLO') =>
  `<div class="header"><div><h2>${name}</h2><span class="subtitle">${subtitle}</span></div></div>`
const field = (label: string, name: string) =>
  `<md-input-container><label>${label}</label><input name="${name}"></md-input-container>`
const view = (content: string, attributes = '') =>
  `<md-content ui-view="content" ${attributes}>${content}</md-content>`

/** Writes values as ui-mask does: into the property, without attribute or event. */
const show = (html: string, values: Record<string, string> = {}) => {
  // oxlint-disable-next-line no-unsanitized -- the test's own page
  document.body.innerHTML = html
  for (const [name, value] of Object.entries(values)) {
    for (const input of document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`))
      input.value = value
  }
}

const documents = () => readRecord(document)?.documents

beforeEach(() => show(''))

describe('where the document of the customer stands', () => {
  test('in the header, formatted', () => {
    show(view(header('CPF/CNPJ: <b>731.640.258-07</b>')))
    expect(readRecord(document)).toMatchObject({
      name: 'MARIA EXEMPLO',
      documents: ['73164025807'],
      masked: false,
    })
  })

  test('in the header, split over elements', () => {
    show(view(header('CPF/CNPJ: <b><span>731.</span><span>640.</span><span>258-07</span></b>')))
    expect(documents()).toEqual(['73164025807'])
  })

  test('in a field whose value is a property alone', () => {
    show(view(field('CPF *', 'cpf_cnpj')), { cpf_cnpj: '731.640.258-07' })
    expect(document.querySelector('input')!.getAttribute('value')).toBeNull()
    expect(documents()).toEqual(['73164025807'])
  })

  test('bare, in a field with a label', () => {
    show(view(field('Documento', 'cpf_cnpj')), { cpf_cnpj: '73164025807' })
    expect(documents()).toEqual(['73164025807'])
  })

  test('an alphanumeric CNPJ', () => {
    show(view(field('CNPJ *', 'cnpj')), { cnpj: '0K.7M2.Q9R/0001-05' })
    expect(documents()).toEqual(['0K7M2Q9R000105'])
  })

  test('header and field agree: one document', () => {
    show(view(header('CPF/CNPJ: 731.640.258-07') + field('CPF *', 'cpf')), { cpf: '731.640.258-07' })
    expect(documents()).toEqual(['73164025807'])
  })

  test("another's document on the record: both, for a person to choose", () => {
    show(view(header('CPF/CNPJ: 731.640.258-07') + field('CPF do cônjuge', 'cpf_conjuge')), {
      cpf_conjuge: '907.315.826-59',
    })
    expect(documents()).toEqual(['73164025807', '90731582659'])
  })
})

describe('a document beside its label, in the text of the record', () => {
  test.each([
    ['in one element', '<p>CPF do responsável: 731.640.258-07</p>'],
    ['bare', '<p>cpf_cnpj: 73164025807</p>'],
    ['in the next element', '<dl><dt>CPF</dt><dd>731.640.258-07</dd></dl>'],
    ['split over elements', '<p>CPF: <b>731.640.</b><mark>258-07</mark></p>'],
    ['before words about something else', '<p>CPF: 731.640.258-07</p><p>Nosso número: 27455400098</p>'],
    ['after a long text', `<p>${'x'.repeat(5000)} CPF 731.640.258-07 ${'y'.repeat(5000)}</p>`],
  ])('%s', (_what, content) => {
    show(view(content))
    expect(documents()).toEqual(['73164025807'])
  })

  test('two in one text: both, for a person to choose', () => {
    show(view('<p>CPF do titular: 731.640.258-07 · CPF do cônjuge: 907.315.826-59</p>'))
    expect(documents()).toEqual(['73164025807', '90731582659'])
  })

  test('G28 · masked', () => {
    show(view('<p>CPF: ***.640.258-**</p>'))
    expect(readRecord(document)).toMatchObject({ documents: [], masked: true })
  })

  test.each([
    ['far from its label', '<p>CPF</p><p>um</p><p>dois</p><p>731.640.258-07</p>'],
    ['bare, beside another label', '<p>CPF não informado</p><p>Protocolo 73164025807</p>'],
    ['of the beneficiary', '<p>Beneficiário: PROVEDOR / CNPJ: 04.718.253/0001-56</p>'],
    ['of a creditor', '<p>Credor</p><md-card><p>Credor: BANCO</p><p>CNPJ: 04.718.253/0001-56</p></md-card>'],
    ['of a consulted bureau', '<md-card><h3>Serasa</h3><div><p>CPF: 731.640.258-07</p></div></md-card>'],
    ['in a script', '<script type="text/plain">CPF: 731.640.258-07</script>'],
    ['being written', '<textarea>CPF: 731.640.258-07</textarea><p contenteditable>CPF: 731.640.258-07</p>'],
    ['not displayed', '<p style="display:none">CPF: 731.640.258-07</p>'],
    ['in a dialog', '<md-dialog><p>CPF: 731.640.258-07</p></md-dialog>'],
  ])('not %s', (_what, content) => {
    show(view(content))
    expect(documents()).toEqual([])
  })

  test('attack 27 · of a page without end a part is looked at', () => {
    show(view(`${'<p>CPF</p>'.repeat(20_000)}<p>CPF: 731.640.258-07</p>`))
    expect(documents()).toEqual([])
  })
})

describe('what is not the customer', () => {
  test.each([
    ['a bare number without label', header('731.640.258-07'.replace(/[.-]/g, ''))],
    ['a phone', `${field('Telefone 1', 'telefone_primario')}<p>(11) 98700-4329</p>`],
    ["the provider's CNPJ beside an invoice", '<p>Beneficiário: PROVEDOR / CNPJ: 90.001.000/0001-07</p>'],
    ['a credit report', '<table><tr><td>CNPJ</td><td>90.002.000/0001-13</td></tr></table>'],
    ['a grid', `<table><tbody><tr><td>${field('CPF', 'cpf')}</td></tr></tbody></table>`],
    ['an inactive tab', `<md-tab-content>${field('CPF', 'cpf')}</md-tab-content>`],
    ['a hidden twin', `<div aria-hidden="true">${header('CPF: 731.640.258-07')}</div>`],
    ['something not displayed', `<div style="display:none">${field('CPF', 'cpf')}</div>`],
    ['an empty mask', field('CPF', 'vazio')],
  ])('%s', (_what, content) => {
    show(view(content), { cpf: '731.640.258-07', telefone_primario: '11987004329', vazio: '___.___.___-__' })
    expect(documents()).toEqual([])
  })

  test('anything outside the view', () => {
    show(`${header('CPF: 731.640.258-07')}${view('<p></p>')}`)
    expect(documents()).toEqual([])
  })
})

describe('when there is no saying whose record it is', () => {
  test('no view', () => expect(readRecord(document)).toBeNull())

  test('two at once', () => {
    show(view(header('CPF: 731.640.258-07')) + view(header('CPF: 907.315.826-59')))
    expect(readRecord(document)).toBeNull()
  })

  test('the old view on its way out does not count', () => {
    show(view(header('CPF: 731.640.258-07'), 'class="ng-leave"') + view(header('CPF: 907.315.826-59')))
    expect(documents()).toEqual(['90731582659'])
  })
})

test('an open ERP dialog hides the page from screen readers, not from us', () => {
  show(`<div aria-hidden="true">${view(header('CPF: 731.640.258-07'))}</div><md-dialog></md-dialog>`)
  expect(documents()).toEqual(['73164025807'])
})

test('G28 · masked: told, not guessed', () => {
  show(view(header('CPF/CNPJ: ***.640.258-**')))
  expect(readRecord(document)).toMatchObject({ documents: [], masked: true })
})

describe('attack 27 · a hostile page', () => {
  test('a name with HTML stays text, and short', () => {
    show(view('<div class="header"><h2></h2></div>'))
    document.querySelector('h2')!.textContent = `1162 - <img src=x onerror=alert(1)> ${'A'.repeat(1_000_000)}`
    const name = readRecord(document)!.name!
    expect(name.startsWith('<img src=x')).toBe(true)
    expect(name).toHaveLength(120)
  })

  test('a field of 1 MB costs no more than a moment', () => {
    show(view(field('CPF', 'cpf')), { cpf: '7'.repeat(1_000_000) })
    const begun = performance.now()
    expect(documents()).toEqual([])
    expect(performance.now() - begun).toBeLessThan(1000)
  })

  test('equal ids confuse nothing', () => {
    show(view(`<input id="cpf"><div id="cpf">${header('CPF: 731.640.258-07')}</div>`))
    expect(documents()).toEqual(['73164025807'])
  })
})
