import { expect, test } from 'vitest'
import { pdfFileName } from './pdf-file-name.ts'

const header = {
  document: '731.640.258-07',
  documentKind: 'CPF',
  product: 'CREDNET TOP – Ação',
  protocol: '000123456',
  at: '25/11/2026 10:02',
  operator: 'Ana',
} as const

test('product and protocol', () => {
  expect(pdfFileName(header)).toBe('consulta-crednet-top-acao-000123456.pdf')
})

test('without protocol the time, so that files sort', () => {
  expect(pdfFileName({ ...header, protocol: null })).toBe('consulta-crednet-top-acao-20261125-1002.pdf')
})

test('never the document, never a path', () => {
  const name = pdfFileName({ ...header, product: '../../etc/passwd', protocol: 'a/b\\c:d' })
  expect(name).toBe('consulta-etc-passwd-a-b-c-d.pdf')
  expect(pdfFileName(header)).not.toMatch(/731/)
})
