import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDocument } from '../../../shared/document.ts'
import type { AppError } from '../../../shared/errors.ts'
import { classify } from './classify.ts'

const documentOf = (text: string) => {
  const document = parseDocument(text)
  if (!document) throw new Error('bad fixture')
  return document
}
const asked = {
  document: documentOf('731.640.258-07'),
  product: 'CREDNET_LIGHT',
  pair: 'login/senha_consulta',
}
const withLetters = { ...asked, document: documentOf('0K.7M2.Q9R/0001-05') }

const page = (body: string): string => `<html><head><title>Mercurio</title></head><body>${body}</body></html>`
const report = page('<p>Documento: <b>731.640.258-07</b></p><p>Protocolo:&nbsp;000123456</p>')
const json = (status: object, rest: object = {}): string => JSON.stringify({ status, ...rest })
const sound = {
  entrada: { documentoConsultado: '73164025807' },
  resultado: { quadroResumoConsta: { quantidadeTotalOcorrencias: '2' } },
}

const failureOf = (text: string, question = asked): AppError => {
  try {
    classify(text, question)
  } catch (thrown) {
    return thrown as AppError
  }
  throw new Error('taken for a result')
}

test('an HTML report with the document and a protocol is the answer, unchanged', () => {
  expect(classify(report, asked)).toEqual({ protocol: '000123456', html: report, summary: null })
})

test('a JSON answer with document and protocol is laid out, with its one-line result', () => {
  const text = json(
    { mensagem: 'Sucesso', descricaoCodigoResposta: 'Constam Restrições', protocolo: '000123456' },
    sound,
  )
  const answer = classify(text, asked)
  expect(answer).toMatchObject({ protocol: '000123456', summary: 'Constam Restrições' })
  expect(answer.html).toContain('Quantidade total ocorrencias')
})

test('G22 · an alphanumeric CNPJ is recognised in the report, with or without its mask', () => {
  for (const written of ['0K.7M2.Q9R/0001-05', '0K7M2Q9R000105', '0k.7m2.q9r/0001-05'])
    expect(classify(page(`CNPJ ${written} Protocolo: 1234`), withLetters).protocol).toBe('1234')
})

describe('G87 · HTTP 200 with something else than a result', () => {
  test.each([
    ['wrong password', page('Usuário ou senha inválidos'), 'connect-credentials-refused', 'never'],
    [
      'wrong password, in entities',
      page('Usu&aacute;rio ou senha inv&#225;lidos'),
      'connect-credentials-refused',
      'never',
    ],
    [
      'wrong password in JSON',
      json({ mensagem: 'Usuário ou senha inválidos' }),
      'connect-credentials-refused',
      'never',
    ],
    ['no balance', page('Saldo insuficiente'), 'connect-no-balance', 'never'],
    [
      'unknown product',
      json({ mensagem: 'Produto não disponível para este contrato' }),
      'product-unknown',
      'never',
    ],
    ['refused document', json({ mensagem: 'Documento inválido' }), 'document-invalid', 'never'],
    ['another refusal', json({ mensagem: 'Fora do horário' }), 'connect-refused', 'never'],
    [
      'login form',
      page('<form>Usuário <input name=login> Senha <input type=password></form>'),
      'connect-error-page',
      'reconcile',
    ],
    ['error as JSON', '{"erro":"Falha interna ao processar"}', 'connect-error-page', 'reconcile'],
    ['maintenance', page('Sistema em manutenção'), 'connect-error-page', 'reconcile'],
    ['empty page', page(''), 'connect-error-page', 'reconcile'],
    ['a bare list', '[]', 'connect-error-page', 'reconcile'],
    ['nothing', '  ', 'connect-cut', 'reconcile'],
    ['half a page', report.slice(0, -9), 'connect-cut', 'reconcile'],
    [
      'half a JSON',
      json({ mensagem: 'Sucesso', protocolo: '1' }, sound).slice(0, -5),
      'connect-cut',
      'reconcile',
    ],
    [
      'the document without a protocol',
      page('731.640.258-07 em processamento'),
      'connect-unproven',
      'reconcile',
    ],
    ['a protocol without the document', page('Protocolo: 000123456'), 'connect-error-page', 'reconcile'],
    [
      'the report of another person',
      report.replace('731.640.258-07', '907.315.826-59'),
      'connect-error-page',
      'reconcile',
    ],
    [
      'the document inside a longer number',
      page('9731640258071 Protocolo: 000123456'),
      'connect-error-page',
      'reconcile',
    ],
    [
      'proof in a comment only',
      page('<!-- 73164025807 Protocolo: 000123456 -->'),
      'connect-error-page',
      'reconcile',
    ],
    [
      'proof in a script only',
      page('<script>"73164025807 Protocolo: 000123456"</script>'),
      'connect-error-page',
      'reconcile',
    ],
    ['success without a protocol', json({ mensagem: 'Sucesso' }, sound), 'connect-unproven', 'reconcile'],
    [
      'success without a result',
      json({ mensagem: 'Sucesso', protocolo: '1' }, { entrada: sound.entrada }),
      'connect-unproven',
      'reconcile',
    ],
    [
      'success for another document',
      json(
        { mensagem: 'Sucesso', protocolo: '1' },
        { ...sound, entrada: { documentoConsultado: '90731582659' } },
      ),
      'connect-unproven',
      'reconcile',
    ],
    [
      'G54: a renamed success',
      json({ mensagem: 'Concluído', protocolo: '1' }, sound),
      'connect-unproven',
      'reconcile',
    ],
  ] as const)('G87 · %s', (_what, text, code, retry) => {
    expect(failureOf(text)).toMatchObject({ code, retry })
  })
})

test('G22 · a platform that cannot take letters yet is named as the reason', () => {
  expect(failureOf(json({ mensagem: 'CNPJ inválido' }), withLetters).code).toBe('document-unsupported')
  expect(failureOf(json({ mensagem: 'Informe apenas números' }), withLetters).code).toBe(
    'document-unsupported',
  )
})

test('a report may speak of passwords and products: only a short text is taken for a refusal', () => {
  const long = page(`Produto inválido. ${'Sistema indisponível. '.repeat(60)}`)
  expect(failureOf(long).code).toBe('connect-error-page')
})

test('what Connect says is quoted without any document and never at length', () => {
  const { params } = failureOf(json({ mensagem: `Bloqueio 731.640.258-07 73164025807 ${'x '.repeat(200)}` }))
  expect(params['message']).toMatch(/^Bloqueio … … x/)
  expect(String(params['message']).length).toBeLessThanOrEqual(160)
})

test('G87 · no text without both proofs is ever a result', () => {
  const piece = fc.constantFrom(
    '<html>',
    '</html>',
    'Protocolo:',
    '000123456',
    'Sucesso',
    '{"status":',
    '<p>',
    'Documento 907.315.826-59',
    ' ',
  )
  const text = fc.array(fc.oneof(piece, fc.string()), { maxLength: 12 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (each) => {
      expect(failureOf(each).code).toMatch(/^(connect|product|document)-/)
    }),
  )
})

test('a page built to be slow to read is read at once', () => {
  const begun = performance.now()
  for (const piece of ['<', '<!--', '<script>', '&#', 'protocolo '])
    expect(failureOf(piece.repeat(200_000)).code).toBeTruthy()
  expect(performance.now() - begun).toBeLessThan(2000)
})
