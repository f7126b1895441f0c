import { describe, expect, test } from 'vitest'
import { buildReport } from './build-report.ts'

const maria = { document: '73164025807', name: 'MARIA EXEMPLO DA SILVA', pages: 2, seed: 1 } as const
const lines = (html: string): number => html.match(/<tr [^>]*height="22"/g)?.length ?? 0

describe('buildReport', () => {
  test('the same options give the same text, another seed another one', () => {
    expect(buildReport(maria)).toBe(buildReport(maria))
    expect(buildReport({ ...maria, seed: 2 })).not.toBe(buildReport(maria))
  })

  test('carries the proof that a classifier demands', () => {
    const html = buildReport({ ...maria, protocol: '000777888' })
    expect(html).toContain('Protocolo: 000777888')
    expect(html).toContain('731.640.258-07')
    expect(html).toContain('*** FIM DO RELAT&Oacute;RIO ***')
  })

  test.each([
    [1, 22],
    [2, 73],
    [6, 277],
    [12, 583],
    [40, 2013],
  ] as const)('%i pages of A4 hold %i lines', (pages, expected) => {
    expect(lines(buildReport({ ...maria, pages }))).toBe(expected)
  })

  test.each(['restrictions', 'clear'] as const)('%s: every character fits ISO-8859-1', (outcome) => {
    const html = buildReport({ ...maria, name: 'JOSÉ PROTÓTIPO GONÇALVES', pages: 12, outcome })
    expect(Buffer.from(html, 'latin1').toString('latin1')).toBe(html)
  })

  test('holds what makes a report hard to show and to print', () => {
    const html = buildReport(maria)
    for (const piece of [
      '<details><summary>',
      'class="somente-impressao"',
      'src="data:image/',
      'src="img/',
      '&nbsp;',
    ]) {
      expect(html).toContain(piece)
    }
    expect(html).toMatch(/<table width="1180"[\s\S]*<b>VALOR<\/b>/)
    expect(html).toMatch(/\.card \{[^}]*\}[\s\S]*\.btn \{/)
    expect(html).toMatch(/<td[^>]*><table border="0"/)
  })

  test('the overview is true to the lists below it', () => {
    const html = buildReport(maria)
    const [, count] = /PROTESTOS<\/td><td nowrap>(\d+)</.exec(html) ?? []
    const table = html.slice(html.indexOf('width="1180"'))
    expect(lines(table.slice(0, table.indexOf('</table>')))).toBe(Number(count) + 1)
  })

  test('nothing found: five bands, no debt, and it says so', () => {
    const html = buildReport({ ...maria, outcome: 'clear' })
    expect(html.match(/<b>NADA CONSTA<\/b>/g)).toHaveLength(3)
    expect(html).toContain('N&Atilde;O CONSTA D&Eacute;BITO')
    expect(html).not.toContain('RESTRIÇÕES')
  })

  test('a name is text, not markup', () => {
    expect(buildReport({ ...maria, name: 'PÃO & CIA <b>' })).toContain('PÃO &amp; CIA &lt;b&gt;')
  })
})
