import { expect, test } from 'vitest'
import { parseDocument } from '../../../shared/document.ts'
import type { Reply } from '../../net/request.ts'
import { include } from './include.ts'
import { answering, credentials, echo, failureOf, inclusion, page, said } from './sample-debt.ts'

const success = { mensagem: 'Sucesso', protocolo: '000000007' }
const taken = { entrada: echo, resultado: { registro: 'P7', situacao: 'recebido' } }
const sending = (reply: Reply, over = {}) => {
  const deps = answering(reply)
  return { deps, outcome: include(deps, credentials, { ...inclusion, ...over }) }
}
const failing = async (reply: Reply, over = {}) => {
  const { deps, outcome } = sending(reply, over)
  const failure = await failureOf(outcome)
  expect(deps.calls).toHaveLength(1)
  return failure
}

test('a protocol and the very debt are the receipt', async () => {
  const { deps, outcome } = sending(said(success, taken))
  await expect(outcome).resolves.toEqual({ protocol: '000000007', reference: 'P7' })
  expect(deps.calls).toHaveLength(1)
})

test('the signal of the service reaches the call and not the form', async () => {
  const { signal } = new AbortController()
  const { deps, outcome } = sending(said(success, taken), { signal })
  await outcome
  expect(deps.calls[0]?.signal).toBe(signal)
  expect(deps.calls[0]?.form).not.toHaveProperty('signal')
})

test.each(['022', '306', '000', '101'])('a remark %s beside a protocol is no refusal', async (codigo) => {
  await expect(sending(said({ ...success, codigo }, taken)).outcome).resolves.toMatchObject({
    protocol: '000000007',
  })
})

const doubt = { code: 'inclusion-uncertain', retry: 'reconcile' }

test.each<[string, Reply]>([
  ['time-out or reset', { kind: 'lost' }],
  ['the answer broke off', { kind: 'cut' }],
  ['a redirect', { kind: 'redirect', status: 302 }],
  ...[400, 403, 404, 408, 409, 422, 425, 500, 502, 503, 504].map((status): [string, Reply] => [
    `HTTP ${status}`,
    page('', status),
  ]),
  [
    'an error with a listed code behind a 500',
    page(JSON.stringify({ status: { mensagem: 'CEP inválido', codigo: '104' } }), 500),
  ],
])('G89 · %s: it may have been done', async (_, reply) => {
  expect(await failing(reply)).toMatchObject(doubt)
})

test.each([
  '<html><body>Sistema em manutenção</body></html>',
  '<html><body><form><input name="login">Usuário Senha Entrar</form></body></html>',
  '{"erro":"Falha interna ao processar a solicitação"}',
  '',
  '{"status":{"mensagem":"Suc',
  'OK',
])('G87 · HTTP 200 with %s', async (text) => {
  expect(await failing(page(text))).toMatchObject(doubt)
})

test.each([
  { mensagem: 'Operação concluída com êxito', protocolo: '7' },
  { mensagem: 'SUCESSO', protocolo: '7' },
  { mensagem: 'Incluído', codigo: '101' },
  { mensagem: 'Registro recebido, complemento não informado', codigo: '101' },
  { mensagem: 'Agendado', codigo: '205' },
])('G54 · %j is no word that we know', async (status) => {
  expect(await failing(said(status, taken))).toMatchObject({
    ...doubt,
    details: { protocol: status.protocolo ?? null, code: status.codigo ?? null, text: status.mensagem },
  })
})

test.each<[string, Reply]>([
  ['no protocol', said({ mensagem: 'Sucesso' }, taken)],
  ['an empty protocol', said({ ...success, protocolo: '' }, taken)],
  ['no echo', said(success)],
  ['another contract', said(success, { entrada: { ...echo, contrato: '700001-ffffff' } })],
  ['another person', said(success, { entrada: { ...echo, documento: '90731582659' } })],
  ['the other environment', said(success, { entrada: { ...echo, estatica: 'S' } })],
])('G87 · "Sucesso" with %s proves nothing', async (_, reply) => {
  expect(await failing(reply)).toMatchObject(doubt)
})

test.each([
  ['101', 'Valor inferior ao mínimo de R$ 10,00'],
  ['104', 'Campo logradouro excede 45 caracteres'],
  ['105', 'Campo CEP obrigatório'],
  ['106', 'Motivo inválido'],
  ['115', 'Devedor menor de idade não permitido'],
  ['116', 'Documento não processado: CPF inexistente na Receita'],
])('%s %s is a refusal', async (codigo, mensagem) => {
  expect(await failing(said({ mensagem, codigo }))).toMatchObject({
    code: 'inclusion-refused',
    retry: 'never',
    params: { code: codigo, message: mensagem },
    details: { protocol: null, code: codigo, text: mensagem },
  })
})

test('the words of a refusal are covered where they name a document', async () => {
  const mensagem = 'CPF 731.640.258-07 e CNPJ 04718253000156 inválidos para 731 640 258 07'
  expect(await failing(said({ mensagem, codigo: '116' }))).toMatchObject({
    params: { message: 'CPF … e CNPJ … inválidos para …' },
    details: { text: 'CPF … e CNPJ … inválidos para …' },
  })
})

test.each<[string, object]>([
  ['without a code', { mensagem: 'CEP inválido' }],
  ['with a code of another shape', { mensagem: 'CEP inválido', codigo: 'E-17' }],
  ['with the code of a remark', { mensagem: 'Complemento não informado', codigo: '022' }],
  ['with a protocol', { mensagem: 'CEP inválido', codigo: '104', protocolo: '7' }],
  ['of the platform itself', { mensagem: 'Erro interno: operação não concluída', codigo: '999' }],
  ['that asks to come again', { mensagem: 'Não foi possível confirmar, tente novamente', codigo: '999' }],
  ['that is not over', { mensagem: 'Retorno pendente, contrato não liberado', codigo: '999' }],
])('G54 · a refusal %s is not believed', async (_, status) => {
  expect(await failing(said(status as { mensagem: string }))).toMatchObject(doubt)
})

test.each([
  ['101', 'Contrato já existente para este credor'],
  [undefined, 'Já existe registro deste contrato'],
  ['101', 'Dívida já cadastrada'],
  ['101', 'Contrato já incluído'],
  ['101', 'Contrato duplicado'],
])('G53 · %s %s: there already', async (codigo, mensagem) => {
  expect(await failing(said({ mensagem, ...(codigo && { codigo }) }))).toMatchObject({
    code: 'inclusion-duplicate',
    retry: 'never',
    details: { text: mensagem },
  })
})

test.each<[Reply, object]>([
  [{ kind: 'not-sent' }, { code: 'connect-unreachable', retry: 'safe' }],
  [page('Too Many Requests', 429, '2'), { code: 'connect-rate', retry: 'safe', params: { seconds: 2 } }],
  [page('', 401), { code: 'connect-credentials-refused', retry: 'never' }],
  [said({ mensagem: 'Usuário ou senha inválidos' }), { code: 'connect-credentials-refused', retry: 'never' }],
  [
    page('<html><body>Usuário ou senha inválidos</body></html>'),
    { code: 'connect-credentials-refused', retry: 'never', params: { pair: 'login_pefin/senha_pefin' } },
  ],
  [said({ mensagem: 'Saldo insuficiente' }), { code: 'connect-no-balance', retry: 'never' }],
  [page('<html><body>Saldo insuficiente</body></html>'), { code: 'connect-no-balance', retry: 'never' }],
])('%j was not worked on', async (reply, failure) => {
  expect(await failing(reply)).toMatchObject(failure)
})

test('a wrong pair beside a protocol is not believed', async () => {
  const status = { mensagem: 'Usuário ou senha inválidos', protocolo: '7' }
  expect(await failing(said(status, taken))).toMatchObject(doubt)
})

test('G22 · a CNPJ with letters that is refused for its letters', async () => {
  const document = parseDocument('0K7M2Q9R000105')!
  const refusal = said({ mensagem: 'Documento inválido: somente números', codigo: '111' })
  expect(await failing(refusal, { document })).toMatchObject({ code: 'document-unsupported', retry: 'never' })
  expect(await failing(refusal)).toMatchObject({ code: 'inclusion-refused' })
  const other = said({ mensagem: 'CEP inválido', codigo: '104' })
  expect(await failing(other, { document })).toMatchObject({ code: 'inclusion-refused' })
})
