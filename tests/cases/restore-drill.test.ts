import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Negativation } from '../../shared/api.ts'
import { newDebt } from '../crash/life.ts'
import { people } from '../simulators/people.ts'
import { creditService, NOW, pefinPair, queryPair } from './credit-service.ts'
import { apiUser, confirmation, debtDesk, startPlatforms } from './debt-desk.ts'
import type { Platforms } from './debt-desk.ts'
import { restoreRoom } from './restore-room.ts'
import type { RestoreRoom } from './restore-room.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const customerId = String(people.antonia.id)

let platforms: Platforms
let room: RestoreRoom

beforeEach(async () => {
  platforms = await startPlatforms()
  room = await restoreRoom(platforms.clock)
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
})
afterEach(async () => {
  vi.useRealTimers()
  await room.clear()
  await platforms.close()
})

const pass = (milliseconds: number): void => {
  platforms.time.now += milliseconds
  vi.setSystemTime(platforms.time.now)
}

type Desk = Awaited<ReturnType<typeof debtDesk>>

const draftOf = ({ ana, wish }: Pick<Desk, 'ana' | 'wish'>, ...invoiceIds: string[]) =>
  ana.call('negativationDraft', wish(people.antonia, invoiceIds))

/** Day 1: six debts, active; the day's copy stands on the other disk. Day 2: what the copy does not know. Then everything is gone. */
const twoDays = async () => {
  const desk = await debtDesk(platforms, await room.open())
  const { connect, hubsoft, service, ana } = desk
  const include = async (...invoiceIds: string[]): Promise<Negativation> => {
    const shown = await draftOf(desk, ...invoiceIds)
    await ana.call('negativationConfirm', confirmation(shown))
    await service.services.idle()
    return desk.record(shown.negativation.id)
  }
  // The other people's invoices cost the search its time and the test nothing but that.
  const { invoices } = hubsoft.database
  invoices.splice(0, invoices.length, hubsoft.database.invoice(hubsoft.database.cases.ofAllCancelled))
  const debts = []
  for (let index = 0; index < 6; index += 1) debts.push(await include(newDebt(platforms)))
  for (const { contract } of debts) connect.pefin.activate(contract)
  pass(7 * hour)
  await service.tick()
  for (const { id } of debts) expect((await desk.record(id)).state).toBe('active')
  const copy = await vi.waitFor(async () => {
    const [first] = await room.copies()
    if (first === undefined) throw new Error('no copy yet')
    return first
  })
  const code = await room.printCode()

  pass(day)
  await service.tick()
  const [single, unanswered, paidLater] = [newDebt(platforms), newDebt(platforms), newDebt(platforms)]
  const pair = [newDebt(platforms), newDebt(platforms)]
  const included = await include(...pair)
  const paidUnknown = await include(paidLater)
  connect.faults.set('include', { kind: 'accept-reset' })
  const lost = await include(unanswered)
  expect(lost.state).toBe('unknown')
  const [paid, removed] = debts as [Negativation, Negativation]
  await ana.call('removalRequest', { id: removed.id, reasonCode: '01', note: 'a pedido' })
  await service.tick()
  connect.pefin.processDay()
  expect(connect.pefin.live().map(({ contract }) => contract)).not.toContain(removed.contract)
  for (const id of [paid.invoices[0]!.id, paidLater]) hubsoft.database.pay(Number(id), { on: '2026-11-26' })

  await service.services.stop()
  await room.destroy()
  pass(hour)
  connect.ledger.clear()
  hubsoft.ledger.clear()
  return { desk, debts, copy, code, included, paidUnknown, lost, paid, removed, single, pair }
}

/** The service over what was restored, with a browser that was paired anew. */
const startAgain = async () => {
  const service = await creditService({
    connectUrl: platforms.connect.url,
    clock: platforms.clock,
    ...(await room.open()),
  })
  const ana = await service.browser('Ana', 'b')
  await service.services.start()
  const restore = async () => (await ana.call('removalsStatus', {})).restore
  return { service, ana, restore }
}

test('G81 · drill: the computer is gone, yesterday’s copy is put back; bureau and ERP first, then it goes on', async () => {
  const { connect, hubsoft } = platforms
  const { desk, debts, copy, code, included, paidUnknown, lost, paid, removed, single, pair } =
    await twoDays()
  const { integrationId, erpId } = desk

  expect(await room.names()).toEqual([])
  expect(await room.run(['restore', copy], code)).toMatchObject({ code: 0, errors: [] })
  const { service, ana, restore } = await startAgain()
  const sent = () => connect.ledger.requests.filter(({ call }) => call === 'remove' || call === 'include')
  const stateOf = async (contract: string) => {
    const list = {
      states: [],
      search: '',
      environment: null,
      order: 'changed',
      after: null,
      limit: 200,
    } as const
    const { negativations } = await ana.call('negativations', { ...list, states: [] })
    return negativations.filter((each) => each.contract === contract).map(({ state }) => state)
  }

  // The secrets are in no copy: they are missing, and nothing is asked of anybody.
  await service.tick()
  const [integration] = (await ana.call('integrations', {})).integrations
  expect(integration?.missing).toEqual(['query-credentials', 'pefin-credentials'])
  expect((await ana.call('erps', {})).erps[0]?.tested).toMatchObject({ ok: false })
  expect(connect.ledger.requests).toEqual([])
  expect(await restore()).toMatchObject({
    total: 6,
    checked: 0,
    reachesTo: '2026-11-25T20:00:00.000Z',
    problem: { code: 'credentials-missing' },
    end: null,
  })

  await ana.call('erpUpdate', { id: erpId, ...apiUser, baseUrl: hubsoft.url })
  for (const [name, login] of [
    ['query', queryPair],
    ['pefin', pefinPair],
  ] as const)
    await ana.call('credentialsSave', { id: integrationId, pair: name, ...login })
  const wish = desk.wish(people.antonia, [single])
  const early = await ana.call('negativationDraft', wish)
  expect(early.reasons).toContainEqual(
    expect.objectContaining({ code: 'restore-audit-running', level: 'block' }),
  )
  expect(await ana.refused('negativationConfirm', confirmation(early))).toMatchObject({
    code: 'inclusion-blocked',
  })
  connect.ledger.clear()
  hubsoft.ledger.clear()

  // Every record of the copy is looked up at the bureau and read at the ERP before the first byte that changes anything.
  const before = connect.ledger.seen('remove').then(() => ({
    looked: connect.ledger.of('debtState').map(({ fields }) => fields['contrato']),
    reads: hubsoft.ledger.requests.filter(
      ({ call, query }) => call === 'invoices' && query['termo_busca'] === customerId,
    ).length,
  }))
  pass(minute)
  await service.tick()
  const { looked, reads } = await before
  expect(looked).toEqual(expect.arrayContaining(debts.map(({ contract }) => contract)))
  expect(reads).toBeGreaterThanOrEqual(debts.length)
  expect(await restore()).toMatchObject({
    total: 6,
    checked: 6,
    adopted: 3,
    gone: 1,
    unaudited: 0,
    problem: null,
  })
  expect((await restore())?.end).toMatchObject({ by: 'Nada Consta' })

  // What came after the copy is known again, and the paid ones are cleared.
  for (const { contract } of [included, lost]) expect(await stateOf(contract)).toEqual(['sent'])
  const { tasks } = await ana.call('tasks', {})
  expect(tasks.filter(({ kind }) => kind === 'adopted')).toHaveLength(3)
  for (let tick = 0; tick < 4; tick += 1) {
    pass(minute)
    await service.tick()
  }
  connect.pefin.processDay()
  const live = () => connect.pefin.live().map(({ contract }) => contract)
  for (const { contract } of [paid, removed, paidUnknown]) expect(live()).not.toContain(contract)
  expect(live()).toEqual(expect.arrayContaining([included.contract, lost.contract]))
  expect(sent().map(({ call }) => call)).toEqual(['remove', 'remove'])

  // Nobody is listed twice; a new debt is registered as before.
  for (const ids of [pair, [pair[0]!], [lost.invoices[0]!.id]]) {
    const again = await ana.call('negativationDraft', desk.wish(people.antonia, ids))
    expect(await ana.refused('negativationConfirm', confirmation(again))).toMatchObject({
      code: 'already-registered',
    })
  }
  const fresh = await ana.call('negativationDraft', wish)
  await ana.call('negativationConfirm', confirmation(fresh))
  await service.services.idle()
  expect(await stateOf(fresh.negativation.contract)).toEqual(['sent'])
  for (const { contract } of connect.pefin.records) expect(connect.pefin.inclusions(contract)).toBe(1)
  const known = connect.pefin.live().map(({ contract }) => contract)
  expect(new Set(known).size).toBe(known.length)
  await service.services.stop()
  expect(service.failures).toEqual([])
}, 60_000)
