import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connect as adapterOf } from '../../../../proxy/bureaus/connect/connect.ts'
import { credentials, failureOf, inclusion } from '../../../../proxy/bureaus/connect/sample-debt.ts'
import type { Bureau } from '../../../../proxy/bureaus/bureau.ts'
import { request } from '../../../../proxy/net/request.ts'
import { cents } from '../../../../shared/money.ts'
import type { ConnectFault, ConnectSimulator } from '../start-connect.ts'
import { startConnect } from '../start-connect.ts'

const now = Date.parse('2026-11-25T10:00:00-03:00')
const { contract } = inclusion
const removal = { ...inclusion, reference: null, reasonCode: '01' }
let connect: ConnectSimulator
let bureau: Bureau

beforeEach(async () => {
  const clock = () => now
  connect = await startConnect({ clock })
  bureau = adapterOf({ request, clock, baseUrl: connect.url })
})
afterEach(() => connect.close())

const include = (over = {}) => bureau.include(credentials, { ...inclusion, ...over })
const remove = (over = {}) => bureau.remove(credentials, { ...removal, ...over })
const look = (over = {}) => bureau.debtState(credentials, { ...inclusion, ...over })

describe('the adapter and the simulator understand each other', () => {
  test.each(['utf8', 'latin1-unlabelled'] as const)('a whole life in %s', async (charset) => {
    connect.setCharset(charset)
    connect.pefin.mode = 'daily'
    expect(await look()).toEqual({ kind: 'absent' })
    const receipt = await include()
    const record = connect.pefin.of(contract)
    expect(record).toMatchObject({
      creditor: inclusion.creditor,
      document: inclusion.document,
      environment: 'production',
      name: inclusion.name,
      address: inclusion.address,
      cents: 7990,
      due: '2026-09-10',
      reason: 'TI',
      ...receipt,
    })
    const facts = { kind: 'present', ...receipt, cents: 7990, due: '2026-09-10' }
    expect(await look()).toEqual({ ...facts, state: 'received' })
    connect.pefin.processDay()
    expect(await look()).toEqual({ ...facts, state: 'letter' })
    connect.pefin.returnLetter(contract)
    expect(await look()).toEqual({ ...facts, state: 'returned' })
    connect.pefin.activate(contract)
    expect(await look()).toEqual({ ...facts, state: 'active' })
    expect(await remove()).toMatchObject({ kind: 'accepted' })
    expect(await look()).toEqual({ ...facts, state: 'removing' })
    connect.pefin.processDay()
    expect(await look()).toEqual({ kind: 'ended', state: 'removed', code: null, text: '' })
    expect(connect.pefin.live()).toEqual([])
  })

  test('what ended otherwise is told with its code', async () => {
    await include()
    connect.pefin.refuseLater(contract, '205', 'Endereço não localizado')
    expect(await look()).toEqual({
      kind: 'ended',
      state: 'refused',
      code: '205',
      text: 'Endereço não localizado',
    })
  })

  test('G94 · 7990 cents arrive as R$ 79,90, 5 cents over a thousand as they are', async () => {
    await include({ cents: cents(1_000_05) })
    expect(connect.ledger.of('include')[0]?.fields['valor']).toBe('1000.05')
    expect(connect.pefin.of(contract)?.cents).toBe(1_000_05)
    expect(await look()).toMatchObject({ cents: 1_000_05 })
  })

  test('G94 · a connector that counted in cents would be refused, not believed', async () => {
    const form = {
      ...credentials,
      operacao: 'incluir',
      documento: '73164025807',
      contrato: '1',
      valor: '7990',
    }
    const response = await fetch(`${connect.url}ws_pefin/`, {
      method: 'POST',
      body: new URLSearchParams(form),
    })
    expect(await response.json()).toEqual({ status: { mensagem: 'Valor inválido', codigo: '113' } })
    expect(connect.pefin.records).toEqual([])
  })

  test('G56 · a test record is nothing to production, and the other way round', async () => {
    await include({ environment: 'test' })
    expect(await look()).toEqual({ kind: 'absent' })
    expect(await look({ environment: 'test' })).toMatchObject({ kind: 'present' })
    expect(await failureOf(remove())).toMatchObject({ code: 'removal-refused', params: { code: '108' } })
    expect(connect.pefin.live()).toHaveLength(1)
    expect(await remove({ environment: 'test' })).toMatchObject({ kind: 'accepted' })
  })

  test('G48 · not found, and already removed', async () => {
    expect(await remove()).toEqual({ kind: 'absent', code: '109', text: 'Registro inexistente' })
    await include()
    connect.pefin.removeElsewhere(contract)
    expect(await remove()).toEqual({ kind: 'absent', code: '110', text: 'Registro já excluído' })
  })

  test('G53 · a contract that is there already', async () => {
    await include()
    expect(await failureOf(include())).toMatchObject({ code: 'inclusion-duplicate', retry: 'never' })
    expect(connect.pefin.inclusions(contract)).toBe(1)
  })

  test.each([
    [{ cents: cents(9_99) }, '102'],
    [{ reasonCode: 'ZZ' }, '106'],
    [{ name: '' }, '105'],
  ])('an inclusion with %j is refused with %s', async (over, code) => {
    expect(await failureOf(include(over))).toMatchObject({
      code: 'inclusion-refused',
      retry: 'never',
      params: { code },
    })
  })

  test('the reasons are those of the product list', async () => {
    expect(connect.pefin.reasonsOffered.removal).toEqual(['01', '02', '03', '07', '13', '17', '19', '45'])
    connect.products.setReasons('MOTIVO_BAIXA', [{ codigo: '02', texto: 'Renegociação da dívida' }])
    await include()
    expect(await failureOf(remove())).toMatchObject({ code: 'removal-refused', retry: 'safe' })
  })

  test('no look-up for this account', async () => {
    connect.pefin.offersLookUp = false
    expect(await failureOf(look())).toMatchObject({ code: 'lookup-unsupported' })
  })

  test('the query pair opens nothing', async () => {
    const pair = { login: 'provedor', password: 'consulta-123' }
    const refusal = { code: 'connect-credentials-refused' }
    expect(await failureOf(bureau.include(pair, inclusion))).toMatchObject({ ...refusal, retry: 'never' })
    expect(await failureOf(bureau.remove(pair, removal))).toMatchObject({ ...refusal, retry: 'safe' })
    expect(await failureOf(bureau.debtState(pair, inclusion))).toMatchObject({ ...refusal, retry: 'safe' })
    expect(connect.pefin.records).toEqual([])
  })
})

interface End {
  code: string
  retry: string
  /** Records at the bureau afterwards. */
  live: number
}
const doubt = (live: number): End => ({ code: 'inclusion-uncertain', retry: 'reconcile', live })

describe('one request each, whatever comes of it (case G90)', () => {
  test.each<[string, ConnectFault, End]>([
    ['G89 · accepted, then a reset', { kind: 'accept-reset' }, doubt(1)],
    ['G89 · a reset before', { kind: 'reset' }, doubt(0)],
    ['G89 · 500 after it was booked', { kind: 'status', status: 500 }, doubt(1)],
    ['G90 · 504 after it was booked', { kind: 'status', status: 504 }, doubt(1)],
    ['half an answer', { kind: 'cut', by: 'connection' }, doubt(1)],
    ['half an answer that claims to be whole', { kind: 'cut', by: 'length' }, doubt(1)],
    ['a redirect', { kind: 'redirect', location: 'http://127.0.0.1:9/' }, doubt(0)],
    ['G54 · renamed success', { kind: 'renamed-success' }, doubt(1)],
    ['no protocol', { kind: 'without-protocol' }, doubt(1)],
    ['another contract', { kind: 'other-echo' }, doubt(1)],
    ['G87 · a page after it was booked', { kind: 'page-after-commit' }, doubt(1)],
    ['G87 · a login form', { kind: 'login-form' }, doubt(0)],
    ['G87 · maintenance', { kind: 'maintenance' }, doubt(0)],
    ['G87 · nothing', { kind: 'empty' }, doubt(0)],
    ['G87 · JSON with another error', { kind: 'error-as-html' }, doubt(0)],
    ['late commit', { kind: 'late-commit', end: 'reset' }, doubt(0)],
    [
      'G86 · asked to wait',
      { kind: 'rate-limit', retryAfter: '2' },
      { code: 'connect-rate', retry: 'safe', live: 0 },
    ],
    [
      'G87 · a wrong pair',
      { kind: 'wrong-password' },
      { code: 'connect-credentials-refused', retry: 'never', live: 0 },
    ],
    ['G87 · no balance', { kind: 'no-balance' }, { code: 'connect-no-balance', retry: 'never', live: 0 }],
    [
      'refused',
      { kind: 'refuse', code: '118', text: 'CEP inválido' },
      { code: 'inclusion-refused', retry: 'never', live: 0 },
    ],
    ['refused without a code', { kind: 'refuse', code: null, text: 'CEP inválido' }, doubt(0)],
  ])('an inclusion: %s', async (_, fault, { live, ...failure }) => {
    connect.faults.set('include', fault)
    expect(await failureOf(include())).toMatchObject(failure)
    expect(connect.ledger.of('include')).toHaveLength(1)
    expect(connect.pefin.live()).toHaveLength(live)
  })

  test('a remark is a success', async () => {
    connect.faults.set('include', { kind: 'remark', code: '022' })
    expect(await include()).toMatchObject({ reference: connect.pefin.of(contract)?.reference })
  })

  test('G89 · accepted, then silence: the service stops waiting and knows that it may be done', async () => {
    connect.faults.set('include', { kind: 'accept-hang' })
    const caller = new AbortController()
    const failure = failureOf(include({ signal: caller.signal }))
    await connect.pefin.seen('letter', contract)
    caller.abort()
    expect(await failure).toMatchObject({ code: 'inclusion-uncertain', retry: 'reconcile' })
    expect(connect.ledger.of('include')).toHaveLength(1)
  })

  test('a port where nobody listens: not a byte left', async () => {
    const { url } = connect
    await connect.close()
    const alone = adapterOf({ request, clock: () => now, baseUrl: url })
    expect(await failureOf(alone.include(credentials, inclusion))).toMatchObject({
      code: 'connect-unreachable',
      retry: 'safe',
    })
    connect = await startConnect()
  })

  test('a late commit comes into the open when it is released', async () => {
    connect.faults.set('include', { kind: 'late-commit', end: 'reset' })
    await failureOf(include())
    expect(await look()).toEqual({ kind: 'absent' })
    expect(connect.pefin.inclusions(contract)).toBe(1)
    connect.pefin.commitLate()
    expect(await look()).toMatchObject({ kind: 'present' })
  })

  test('a slow answer is an answer', async () => {
    const gate = Promise.withResolvers<void>()
    connect.faults.set('include', { kind: 'slow', until: gate.promise })
    const receipt = include()
    await connect.pefin.seen('letter', contract)
    gate.resolve()
    expect(await receipt).toMatchObject({ protocol: connect.pefin.of(contract)?.protocol })
  })

  test.each<[string, ConnectFault, string, number]>([
    ['accepted, then a reset', { kind: 'accept-reset' }, 'removal-uncertain', 0],
    ['a reset before', { kind: 'reset' }, 'removal-uncertain', 1],
    ['502 after it was booked', { kind: 'status', status: 502 }, 'removal-uncertain', 0],
    ['renamed success', { kind: 'renamed-success' }, 'removal-uncertain', 0],
    ['a page', { kind: 'maintenance' }, 'removal-uncertain', 1],
    ['asked to wait', { kind: 'rate-limit', retryAfter: null }, 'connect-rate', 1],
    ['refused', { kind: 'refuse', code: '107', text: 'Registro ainda não ativo' }, 'removal-refused', 1],
  ])('a removal: %s', async (_, fault, code, live) => {
    await include()
    connect.faults.set('remove', fault)
    expect(await failureOf(remove())).toMatchObject({ code, retry: 'safe' })
    expect(connect.ledger.of('remove')).toHaveLength(1)
    expect(connect.pefin.live()).toHaveLength(live)
  })

  test('G89 · a removal whose answer is lost is asked for again, and found done', async () => {
    await include()
    connect.faults.set('remove', { kind: 'accept-hang' })
    const failure = failureOf(remove())
    await connect.pefin.seen('removed', contract)
    connect.faults.release()
    expect(await failure).toMatchObject({ code: 'removal-uncertain', retry: 'safe' })
    expect(await remove()).toMatchObject({ kind: 'absent', code: '110' })
  })

  test.each<[ConnectFault, string]>([
    [{ kind: 'status', status: 503 }, 'connect-down'],
    [{ kind: 'other-echo' }, 'connect-unproven'],
    [{ kind: 'login-form' }, 'connect-error-page'],
    [{ kind: 'cut', by: 'length' }, 'connect-cut'],
    [{ kind: 'accept-reset' }, 'connect-no-reply'],
  ])('a look-up with %j says neither there nor absent', async (fault, code) => {
    connect.faults.set('debtState', fault)
    expect(await failureOf(look())).toMatchObject({ code, retry: 'safe' })
    expect(connect.ledger.of('debtState')).toHaveLength(1)
  })
})
