import { expect, test } from 'vitest'
import type { Reply } from '../../net/request.ts'
import { remove } from './remove.ts'
import { answering, credentials, echo, failureOf, inclusion, page, said } from './sample-debt.ts'

const removal = { ...inclusion, reference: 'P7', reasonCode: '01' }
const success = { mensagem: 'Sucesso', protocolo: '000000008' }
const removing = (reply: Reply) => {
  const deps = answering(reply)
  return { deps, outcome: remove(deps, credentials, removal) }
}
const failing = async (reply: Reply) => {
  const { deps, outcome } = removing(reply)
  const failure = await failureOf(outcome)
  expect(deps.calls).toHaveLength(1)
  return failure
}

test('a protocol and the very debt: accepted, to be verified', async () => {
  await expect(removing(said(success, { entrada: echo })).outcome).resolves.toEqual({
    kind: 'accepted',
    protocol: '000000008',
  })
})

test.each([
  ['109', 'Registro inexistente'],
  ['110', 'Registro já excluído'],
  [undefined, 'Contrato não localizado'],
  ['110', 'Dívida já baixada'],
  ['109', 'Negativação não encontrada'],
])('G48 · %s %s is absent', async (codigo, mensagem) => {
  await expect(removing(said({ mensagem, ...(codigo && { codigo }) })).outcome).resolves.toEqual({
    kind: 'absent',
    code: codigo ?? null,
    text: mensagem,
  })
})

const doubt = { code: 'removal-uncertain', retry: 'safe' }

test.each<[string, Reply]>([
  ['silence', { kind: 'lost' }],
  ['a cut', { kind: 'cut' }],
  ['a redirect', { kind: 'redirect', status: 302 }],
  ['500', page('', 500)],
  ['409', page('', 409)],
  ['a page', page('<html><body>Sistema em manutenção</body></html>')],
  ['half of a JSON', page('{"status":{"mens')],
  ['"Sucesso" without a protocol', said({ mensagem: 'Sucesso' }, { entrada: echo })],
  ['"Sucesso" for another contract', said(success, { entrada: { ...echo, contrato: '1' } })],
  ['another word for success (case G54)', said({ ...success, mensagem: 'Excluído' }, { entrada: echo })],
  ['absence beside a protocol', said({ ...success, mensagem: 'Registro inexistente' })],
  ['absence for now', said({ mensagem: 'Registro não localizado, tente novamente', codigo: '109' })],
])('G89 · %s: it is asked for again', async (_, reply) => expect(await failing(reply)).toMatchObject(doubt))

test.each([
  ['107', 'Registro ainda não ativo: exclusão não permitida'],
  ['106', 'Motivo inválido'],
  ['108', 'Operação não permitida: outro ambiente'],
])('%s %s is a refusal that time or a person heals', async (codigo, mensagem) => {
  expect(await failing(said({ mensagem, codigo }))).toMatchObject({
    code: 'removal-refused',
    retry: 'safe',
    params: { code: codigo, message: mensagem },
    details: { protocol: null, code: codigo, text: mensagem },
  })
})

test.each<[Reply, string]>([
  [{ kind: 'not-sent' }, 'connect-unreachable'],
  [page('', 429, '0.3'), 'connect-rate'],
  [page('', 401), 'connect-credentials-refused'],
  [said({ mensagem: 'Usuário ou senha inválidos' }), 'connect-credentials-refused'],
  [said({ mensagem: 'Saldo insuficiente' }), 'connect-no-balance'],
])('nothing is given up: %j is %s, and safe', async (reply, code) => {
  expect(await failing(reply)).toMatchObject({ code, retry: 'safe' })
})
