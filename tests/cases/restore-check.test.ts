import { expect, test } from 'vitest'
import type { Task } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import type { Change, Store } from '../../proxy/store/store.ts'
import { keepCredentials } from '../../proxy/integrations/credentials.ts'
import { erpId, integrationId } from '../properties/integration-setup.ts'
import { recordOf, restoredWorld } from './restored-world.ts'
import type { DayCopy, RestoredWorld } from './restored-world.ts'

const [paid, owing, drafted, unknown] = [0, 1, 2, 3] as const

/** So many minutes, each with all that it begins. */
const pass = async ({ world }: RestoredWorld, minutes: number): Promise<void> => {
  for (let minute = 0; minute < minutes; minute += 1) {
    await world.wait(1)
    await world.core().idle()
  }
}

const removals = ({ sent }: RestoredWorld): string[] =>
  sent().flatMap(({ call, contract }) => (call === 'remove' ? [contract] : []))

const kinds = async ({ world }: RestoredWorld, index: number): Promise<Task['kind'][]> => {
  const { id } = await recordOf(world, index)
  return (await world.tasks()).filter(({ negativationId }) => negativationId === id).map(({ kind }) => kind)
}

const draftReasons = async ({ world }: RestoredWorld): Promise<string[]> => {
  const [, debt] = world.debts
  if (!debt) throw new Error('no debt')
  const { customerId, invoiceIds } = debt
  const wish = { erpId, customerId, integrationId, serviceId: `s${customerId}`, invoiceIds, reasonCode: 'TI' }
  const { reasons } = await world.core().handlers.negativationDraft(wish, world.caller)
  return reasons.map(({ code }) => code)
}

/** The process is killed when its n-th commit stands on the disk and before anybody is told; 0 for never. */
const dyingStore = (store: Store, at: number) => {
  const died = Promise.withResolvers<void>()
  let commits = 0
  let isDead = false
  const alive = async <Result>(act: () => Promise<Result>): Promise<Result> => {
    if (isDead) return new Promise<Result>(() => {})
    const result = await act()
    return isDead ? new Promise<Result>(() => {}) : result
  }
  const dying: Store = {
    ...store,
    query: (collection, match) => alive(() => store.query(collection, match)),
    commit: (changes, options) =>
      alive(async () => {
        await store.commit(changes, options)
        commits += 1
        if (commits !== at) return
        isDead = true
        died.resolve()
      }),
  }
  return { store: dying, died: died.promise, commits: () => commits, isDead: () => isDead }
}

/** Which contracts the disk says have been looked up, and needs nobody to be asked about again. */
const lookedUp = async (room: RestoredWorld): Promise<string[]> => {
  const { store } = room.world.outside
  const known: string[] = []
  for (const { id, contract, state } of await store.query('negativations')) {
    const [check] = await store.query('restoreChecks', { id })
    if ((check ? check.isBureauRead : true) && state !== 'draft') known.push(contract)
  }
  return known
}

const expectWhole = async (room: RestoredWorld): Promise<void> => {
  const { world, contracts } = room
  expect(await room.status()).toMatchObject({
    total: 3,
    checked: 3,
    adopted: 2,
    gone: 0,
    unaudited: 0,
    problem: null,
    end: { by: 'Nada Consta' },
  })
  for (const index of [drafted, unknown]) expect(await kinds(room, index)).toEqual(['adopted'])
  expect(await room.adopted()).toHaveLength(2)
  const records = await world.outside.store.query('negativations')
  expect(records.map(({ contract }) => contract).toSorted()).toEqual(contracts.toSorted())
  expect(removals(room)).toEqual([contracts[paid]])
  expect(world.core().failures).toEqual([])
}

/** What left before the look-up of every record of the copy. */
const changesBeforeCheck = ({ sent, contracts }: RestoredWorld): string[] => {
  const calls = sent()
  const first = calls.findIndex(({ call }) => call !== 'debtState')
  const looked = calls.slice(0, first).map(({ contract }) => contract)
  return [contracts[paid], contracts[owing], contracts[drafted]].flatMap((contract) =>
    contract === undefined || looked.includes(contract) ? [] : [contract],
  )
}

test('G81 · killed after any commit of the check: no debt without its task, nothing counted or asked twice, nothing sent before', async () => {
  let commits = 1
  const askedAgain: string[] = []
  for (let at = 0; at <= commits; at += 1) {
    const room = await restoredWorld()
    const { world, sent } = room
    const { store } = world.outside
    const dying = dyingStore(store, at)
    world.outside.store = dying.store
    const restarting = world.restart(0)
    if (at > 0) {
      await Promise.race([restarting, dying.died])
      for (let minute = 0; minute < 5 && !dying.isDead(); minute += 1)
        await Promise.race([pass(room, 1), dying.died])
      world.outside.store = store
      const known = await lookedUp(room)
      const before = sent().length
      await world.restart(0)
      await pass(room, 3)
      const asked = sent().slice(before)
      const again = asked.filter(({ call, contract }) => call === 'debtState' && known.includes(contract))
      askedAgain.push(...again.map(({ contract }) => `${at}: ${contract}`))
    } else {
      await restarting
      await pass(room, 5)
      commits = dying.commits()
    }
    expect([at, changesBeforeCheck(room)]).toEqual([at, []])
    await expectWhole(room)
  }
  expect(commits).toBeGreaterThan(8)
  expect(askedAgain).toEqual([])
}, 60_000)

test('a look-up that fails for an hour holds no paid name longer; when the bureau is back the check goes on to its end', async () => {
  const room = await restoredWorld()
  const { world, contracts } = room
  world.bureau.faults.set('debtState', { kind: 'status', status: 503, isDone: false }, 'always')
  await world.restart(0)
  await pass(room, 59)
  expect(removals(room)).toEqual([])
  expect(await room.status()).toMatchObject({
    checked: 0,
    problem: { code: 'connect-down' },
    end: null,
  })
  expect(await world.tasks()).toEqual([])

  // The next try after the hour comes within its longest wait.
  await pass(room, 17)
  expect(removals(room)).toEqual([contracts[paid]])
  expect(await kinds(room, owing)).toEqual(['inclusion-unknown'])
  const [task] = await world.tasks()
  expect(task?.bureau.map(({ label }) => label)).not.toContain('bureau-unsupported')
  expect(await room.status()).toMatchObject({ checked: 0, end: null })
  expect(await draftReasons(room)).toContain('restore-audit-running')

  world.bureau.faults.clear('debtState')
  await pass(room, 30)
  // The paid one was cleared by us: it is not counted as gone.
  expect(await room.status()).toMatchObject({ checked: 3, adopted: 2, gone: 0, unaudited: 0, problem: null })
  expect((await room.status()).end).toMatchObject({ by: 'Nada Consta' })
  expect(await kinds(room, owing)).toEqual([])
  expect(removals(room)).toEqual([contracts[paid]])
})

test('an ERP that does not answer: after an hour a person knows, the removal waits for its proof, and leaves when the ERP is back', async () => {
  const room = await restoredWorld()
  const { world, contracts } = room
  world.fake.failure(new AppError('erp-unreachable'))
  await world.restart(0)
  const asked = (index: number) => room.sent().filter(({ contract }) => contract === contracts[index])
  await pass(room, 50)
  // What the bureau said is kept; the regular looks come after an hour.
  for (const index of [owing, drafted]) expect(asked(index)).toHaveLength(1)
  expect(await world.tasks()).toMatchObject([{ kind: 'adopted' }])
  await pass(room, 27)
  expect(await room.status()).toMatchObject({ checked: 0, problem: { code: 'erp-unreachable' }, end: null })
  expect(await kinds(room, owing)).toEqual(['invoice-unchecked'])
  expect(removals(room)).toEqual([])

  world.fake.failure(null)
  await pass(room, 20)
  expect(removals(room)).toEqual([contracts[paid]])
  expect(await kinds(room, owing)).toEqual([])
  expect(await room.status()).toMatchObject({ checked: 3, adopted: 2, unaudited: 0, problem: null })
})

/** A copy in which the second debt and a search belong to an ERP that is set up no more. */
const withoutErp = ({ at, content }: DayCopy, owingId: string): DayCopy => ({
  at,
  content: content.flatMap((change): Change[] => {
    if (change.collection === 'erps' && change.value)
      return [change, { ...change, id: 'erp-gone', value: { ...change.value, id: 'erp-gone' } }]
    return change.collection === 'negativations' && change.value?.id === owingId
      ? [{ ...change, value: { ...change.value, erpId: 'erp-gone' } }]
      : [change]
  }),
})

test('an ERP that is set up no more holds up no other; what cannot be looked up waits for a person, who ends it in writing', async () => {
  const room = await restoredWorld(async (copy, world) => withoutErp(copy, (await recordOf(world, owing)).id))
  const { world, contracts } = room
  await world.restart(0)
  await pass(room, 3)
  expect(removals(room)).toEqual([contracts[paid]])
  expect(await kinds(room, owing)).toEqual(['invoice-unchecked'])
  // Who registered for its customers is found by nobody: that is no whole check.
  expect(await room.status()).toMatchObject({ checked: 3, adopted: 2, unaudited: 1, end: null })
  expect((await room.status()).problem).toMatchObject({ code: 'erp-unknown' })
  expect(await draftReasons(room)).toContain('restore-audit-running')

  const read = world.fake.calls.overduePage
  await pass(room, 40)
  expect(world.fake.calls.overduePage).toBe(read)
  await world.core().handlers.restoreEnd({ note: 'ERP antigo sem dívidas novas' }, world.caller)
  expect((await room.status()).end).toMatchObject({ by: 'Balcão 1', note: 'ERP antigo sem dívidas novas' })
  expect(await draftReasons(room)).not.toContain('restore-audit-running')
})

test('an account without look-up: a person is told of each debt, paid names are cleared all the same, and a person ends the check', async () => {
  const room = await restoredWorld()
  const { world, contracts } = room
  world.bureau.pefin.offersLookUp = false
  await world.restart(0)
  await pass(room, 3)
  expect(removals(room)).toEqual([contracts[paid]])
  expect(await kinds(room, owing)).toEqual(['inclusion-unknown'])
  const [task] = (await world.tasks()).filter(({ kind }) => kind === 'inclusion-unknown')
  expect(task?.bureau[0]?.label).toBe('bureau-unsupported')
  expect(await room.status()).toMatchObject({ checked: 3, adopted: 0, unaudited: 3, end: null })
  expect((await room.status()).problem).toMatchObject({ code: 'lookup-unsupported' })

  const read = world.fake.calls.overduePage
  const asked = room.sent().length
  await pass(room, 40)
  expect(world.fake.calls.overduePage).toBe(read)
  expect(room.sent().length - asked).toBeLessThan(4)
  await world.restart(0)
  await pass(room, 2)
  expect(await room.status()).toMatchObject({ end: null, problem: { code: 'lookup-unsupported' } })
  await world.core().handlers.restoreEnd({ note: 'conferido no site do birô' }, world.caller)
  expect((await room.status()).end).toMatchObject({ by: 'Balcão 1' })
  expect(await draftReasons(room)).not.toContain('restore-audit-running')
})

test('one account without look-up keeps nobody from finding what the other account registered', async () => {
  const room = await restoredWorld(async (copy, { outside: { vault } }) => {
    for (const pair of ['query', 'pefin'] as const)
      await keepCredentials(vault, 'branch', pair, { login: 'filial', password: 'filial-789' })
    return {
      ...copy,
      // Asked before the other.
      content: copy.content.flatMap((change): Change[] =>
        change.collection === 'integrations' && change.value
          ? [{ ...change, id: 'branch', value: { ...change.value, id: 'branch' } }, change]
          : [change],
      ),
    }
  })
  const { world } = room
  const { bureau } = world.outside
  const mute: string[] = []
  world.outside.bureau = {
    ...bureau,
    debtState: async (credentials, debt) => {
      if (credentials.login !== 'filial') return bureau.debtState(credentials, debt)
      mute.push(debt.contract)
      throw new AppError('lookup-unsupported')
    },
  }
  await world.restart(0)
  await pass(room, 3)
  expect(await kinds(room, unknown)).toEqual(['adopted'])
  expect(mute).toHaveLength(1)
  expect(await room.status()).toMatchObject({ adopted: 2, unaudited: 0, end: null })
  expect((await room.status()).problem).toMatchObject({ code: 'lookup-unsupported' })
})

test('a search that breaks off goes on where it was: who was looked up is not asked about again', async () => {
  const room = await restoredWorld()
  const { world, contracts, sent } = room
  const [first] = world.debts
  if (!first) throw new Error('no debt')
  world.fake.add({
    ...world.fake.invoice(first.invoiceIds[0] ?? ''),
    id: 'other',
    fact: 'open',
    payment: null,
  })
  // A debt that is found needs its customer, who cannot be read.
  world.fake.failure(new AppError('erp-unreachable'), 'customer')
  await world.restart(0)
  await pass(room, 10)
  expect(await room.status()).toMatchObject({ checked: 3, adopted: 1, problem: { code: 'erp-unreachable' } })
  const asked = (contract: string | undefined) => sent().filter((each) => each.contract === contract).length
  expect(asked(contracts[unknown])).toBeGreaterThan(1)
  const others = () => sent().filter(({ contract }) => !contracts.includes(contract))
  expect(others()).toHaveLength(1)

  world.fake.failure(null, 'customer')
  await pass(room, 16)
  expect(await kinds(room, unknown)).toEqual(['adopted'])
  expect(others()).toHaveLength(1)
  expect((await room.status()).end).toMatchObject({ by: 'Nada Consta' })
})

test('what the check found is told, after weeks too, until a person takes note of it', async () => {
  const room = await restoredWorld()
  const { world } = room
  await world.restart(0)
  const { handlers } = world.core()
  // Nothing is to be noted while it runs.
  expect((await handlers.restoreSeen({}, world.caller)).restore).toMatchObject({ end: null })
  await pass(room, 3)
  world.time.advance(30 * 24 * 60 * 60_000)
  expect((await handlers.removalsStatus({}, world.caller)).restore).toMatchObject({ adopted: 2 })
  expect((await handlers.restoreSeen({}, world.caller)).restore).toBeNull()
  expect((await handlers.removalsStatus({}, world.caller)).restore).toBeNull()
  const [kept] = await world.outside.store.query('restores')
  expect(kept?.seen).toMatchObject({ by: 'Balcão 1' })
})
