import { expect, test } from 'vitest'
import type { Reply } from '../../net/request.ts'
import { debtState } from './debt-state.ts'
import { answering, credentials, echo, failureOf, inclusion, page, said } from './sample-debt.ts'

const success = { mensagem: 'Sucesso', protocolo: '000000009' }
const absent = { situacao: 'inexistente' }
const looking = (reply: Reply) => {
  const deps = answering(reply)
  return { deps, outcome: debtState(deps, credentials, inclusion) }
}

test('G50 · a record whose letter is under way is present', async () => {
  const resultado = { situacao: 'comunicado', valor: 79.9, vencimento: '10/09/2026' }
  await expect(looking(said(success, { entrada: echo, resultado })).outcome).resolves.toEqual({
    kind: 'present',
    state: 'letter',
    protocol: null,
    reference: null,
    cents: 7990,
    due: '2026-09-10',
  })
})

test('absence is believed when the answer names the very debt', async () => {
  await expect(looking(said(success, { entrada: echo, resultado: absent })).outcome).resolves.toEqual({
    kind: 'absent',
  })
})

test.each<[string, Reply, string]>([
  ['silence', { kind: 'lost' }, 'connect-no-reply'],
  ['a cut', { kind: 'cut' }, 'connect-cut'],
  ['not sent', { kind: 'not-sent' }, 'connect-unreachable'],
  ['502', page('', 502), 'connect-down'],
  ['429', page('', 429, 'abc'), 'connect-rate'],
  ['401', page('', 401), 'connect-credentials-refused'],
  ['a page', page('<html><body>Manutenção</body></html>'), 'connect-error-page'],
  ['half of a JSON', page('{"status":{"mens'), 'connect-cut'],
  ['absence without an echo', said(success, { resultado: absent }), 'connect-unproven'],
  [
    'absence of another contract',
    said(success, { entrada: { ...echo, contrato: '1' }, resultado: absent }),
    'connect-unproven',
  ],
  [
    'absence as a mere message',
    said({ mensagem: 'Registro inexistente', codigo: '109' }),
    'connect-unproven',
  ],
  [
    'another word for success',
    said({ mensagem: 'OK' }, { entrada: echo, resultado: absent }),
    'connect-unproven',
  ],
  [
    'a state that we do not know',
    said(success, { entrada: echo, resultado: { situacao: 'x' } }),
    'connect-unproven',
  ],
  ['no such operation', said({ mensagem: 'Operação não reconhecida' }), 'lookup-unsupported'],
  [
    'an operation that is not sold',
    said({ mensagem: 'Operação inválida', codigo: '900' }),
    'lookup-unsupported',
  ],
])('%s proves nothing', async (_, reply, code) => {
  const { deps, outcome } = looking(reply)
  expect(await failureOf(outcome)).toMatchObject({ code, retry: 'safe' })
  expect(deps.calls).toHaveLength(1)
})
