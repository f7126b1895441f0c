import { afterEach, describe, expect, test } from 'vitest'
import { memoryStore } from '../../proxy/store/memory-store.ts'
import type { Store } from '../../proxy/store/store.ts'
import { AppError } from '../../shared/errors.ts'
import type { BatchWorld } from '../properties/batch-world.ts'
import { batchWorld } from '../properties/batch-world.ts'

const three = { batchAtOnce: 3, batchPerMinute: 6_000 } as const
const disk = { full: false, readOnly: false }
afterEach(() => {
  Object.assign(disk, { full: false, readOnly: false })
})

/** A store whose disk is full, or whose data are in doubt, while a test says so; what has happened finds its reserve. */
const shaky = (): Store => {
  const store = memoryStore()
  return {
    ...store,
    status: () => ({ isReadOnly: disk.readOnly, reason: disk.full ? 'disk-full' : null }),
    commit: async (changes, options) => {
      if (disk.full && !options?.outcome) throw new AppError('disk-full', { retry: 'safe' })
      await store.commit(changes, options)
    },
  }
}

const included = ({ bureau }: BatchWorld): number =>
  new Set(bureau.pefin.records.map(({ contract }) => contract)).size
const twice = ({ bureau }: BatchWorld): string[] =>
  bureau.pefin.records
    .map(({ contract }) => contract)
    .filter((contract) => bureau.pefin.inclusions(contract) !== 1)

/** It stopped at its place; once what was wrong is mended, a person goes on and everybody is registered once. */
const goesOn = async (world: BatchWorld, batchId: string): Promise<void> => {
  expect(await world.run(batchId)).toMatchObject({ state: 'done', stop: null })
  expect(await world.counts(batchId)).toMatchObject({ sent: world.debts.length, waiting: 0 })
  expect(included(world)).toBe(world.debts.length)
  expect(twice(world)).toEqual([])
  expect(await world.store.query('negativations', { state: 'draft' })).toEqual([])
}

describe('G85 · a refused pair at item 17 of 40 with three at once', () => {
  test('G85 · of the bureau: stopped at 17, 24 not sent; with the right pair each is sent once', async () => {
    const world = await batchWorld({ people: 40, policy: three })
    const batchId = await world.batch()
    world.bureau.faults.after('include', 16, { kind: 'status', status: 401, isDone: false }, 'always')
    expect(await world.run(batchId)).toMatchObject({
      state: 'stopped',
      stop: {
        cause: 'credentials',
        problem: { code: 'connect-credentials-refused', text: 'O Connect recusou login_pefin/senha_pefin.' },
        until: null,
      },
    })
    expect(await world.counts(batchId)).toMatchObject({ sent: 16, waiting: 24, refused: 0 })
    world.bureau.faults.clear()
    await goesOn(world, batchId)
  })

  test('G85 · of the bureau’s look: the same', async () => {
    const world = await batchWorld({ people: 40, policy: three })
    const batchId = await world.batch()
    world.bureau.faults.after('debtState', 16, { kind: 'status', status: 401, isDone: false }, 'always')
    expect(await world.run(batchId)).toMatchObject({ state: 'stopped', stop: { cause: 'credentials' } })
    expect(await world.counts(batchId)).toMatchObject({ sent: 16, waiting: 24 })
    world.bureau.faults.clear()
    await goesOn(world, batchId)
  })

  test('G85 · of the ERP: the same', async () => {
    const world = await batchWorld({ people: 40, policy: three })
    const batchId = await world.batch()
    let isRefused = true
    const { erp } = world.outside
    world.outside.erp = {
      ...erp,
      customer: async (id) => {
        if (isRefused && Number(id) >= 40_017) throw new AppError('erp-credentials-refused')
        return erp.customer(id)
      },
    }
    expect(await world.run(batchId)).toMatchObject({
      state: 'stopped',
      stop: { cause: 'credentials', problem: { code: 'erp-credentials-refused' } },
    })
    expect(await world.counts(batchId)).toMatchObject({ sent: 16, waiting: 24 })
    isRefused = false
    await goesOn(world, batchId)
  })
})

test('G85 · the process dies before the item has its next key: it is sent all the same when a person goes on', async () => {
  const store = memoryStore()
  let isDead = false
  const commit: Store['commit'] = async (changes, options) => {
    if (isDead && changes.some(({ collection }) => collection === 'batchItems'))
      throw new AppError('store-write-failed', { retry: 'safe' })
    await store.commit(changes, options)
  }
  const world = await batchWorld({ people: 4, store: { ...store, commit } })
  const batchId = await world.batch()
  isDead = true
  world.bureau.faults.after('include', 2, { kind: 'status', status: 401, isDone: false })
  expect(await world.run(batchId)).toMatchObject({ state: 'stopped', stop: { cause: 'credentials' } })
  expect(await world.counts(batchId)).toMatchObject({ refused: 1 })
  isDead = false
  await goesOn(world, batchId)
})

test('an account without balance stops it, and the item that met it goes again', async () => {
  const world = await batchWorld({ people: 12 })
  const batchId = await world.batch()
  const said = { kind: 'refuse', code: '', text: 'Saldo insuficiente' } as const
  world.bureau.faults.after('include', 5, said, 'always')
  expect(await world.run(batchId)).toMatchObject({
    state: 'stopped',
    stop: { cause: 'balance', problem: { code: 'connect-no-balance' } },
  })
  expect(await world.counts(batchId)).toMatchObject({ sent: 5, waiting: 7, refused: 0 })
  world.bureau.faults.clear()
  await goesOn(world, batchId)
})

test('inclusions paused while it runs, and the limit of the day: stopped by name', async () => {
  const world = await batchWorld({ people: 12, policy: { batchAtOnce: 1, batchPerMinute: 60 } })
  const batchId = await world.batch()
  await world.resume(batchId)
  await world.pass(2_500)
  await world.rule({ isPaused: true })
  await world.until(world.runner.idle())
  expect(await world.book.get(batchId)).toMatchObject({
    state: 'stopped',
    stop: { cause: 'inclusions-paused' },
  })
  expect(await world.counts(batchId)).toMatchObject({ sent: 3, waiting: 9 })
  await world.rule({ isPaused: false, dailyLimit: 7 })
  expect(await world.run(batchId)).toMatchObject({ state: 'stopped', stop: { cause: 'daily-limit' } })
  expect(await world.counts(batchId)).toMatchObject({ sent: 7, waiting: 5 })
  expect(await world.store.query('negativations', { state: 'draft' })).toEqual([])
  await world.rule({ dailyLimit: 100 })
  await goesOn(world, batchId)
})

test('the set-up is no longer whole: stopped by what is missing', async () => {
  const world = await batchWorld({ people: 4 })
  const batchId = await world.batch()
  const integration = (await world.store.query('integrations'))[0]!
  const keep = (products: typeof integration.products) =>
    world.store.commit([
      { collection: 'integrations', id: integration.id, value: { ...integration, products } },
    ])
  await keep(integration.products.filter(({ kind }) => kind !== 'removal-reason'))
  expect(await world.run(batchId)).toMatchObject({
    state: 'stopped',
    stop: { cause: 'set-up', problem: { code: 'inclusion-not-set-up' } },
  })
  await keep(integration.products)
  await goesOn(world, batchId)
})

test('G81 · data in doubt: nothing leaves any more', async () => {
  const world = await batchWorld({ people: 6, store: shaky() })
  const batchId = await world.batch()
  disk.readOnly = true
  expect(await world.run(batchId)).toMatchObject({ state: 'stopped', stop: { cause: 'read-only' } })
  expect(world.includes()).toBe(0)
  disk.readOnly = false
  await goesOn(world, batchId)
})

test('G84 · the disk is full: what has left keeps its end, nothing more leaves', async () => {
  const world = await batchWorld({ people: 8, store: shaky(), policy: { batchAtOnce: 2 } })
  const batchId = await world.batch()
  const held = Promise.withResolvers<void>()
  world.bureau.faults.set('include', { kind: 'slow', until: held.promise }, 2)
  await world.resume(batchId)
  await world.pass(3_000)
  disk.full = true
  held.resolve()
  await world.until(world.runner.idle())
  expect(await world.book.get(batchId)).toMatchObject({ state: 'stopped', stop: { cause: 'disk-full' } })
  expect(await world.counts(batchId)).toMatchObject({ sent: 2, waiting: 6, sending: 0 })
  disk.full = false
  await goesOn(world, batchId)
})

test('G84 · a stop that the disk does not take is written once it does', async () => {
  let isBroken = false
  const store = memoryStore()
  const commit: Store['commit'] = async (changes, options) => {
    if (isBroken) throw new AppError('store-write-failed', { retry: 'safe' })
    await store.commit(changes, options)
  }
  const world = await batchWorld({ people: 4, store: { ...store, commit } })
  const batchId = await world.batch()
  await world.resume(batchId)
  isBroken = true
  await world.pass(60_000)
  expect(await world.book.get(batchId)).toMatchObject({ state: 'running' })
  expect(world.includes()).toBe(0)
  isBroken = false
  await world.until(world.runner.idle())
  expect(await world.book.get(batchId)).toMatchObject({ state: 'stopped', stop: { cause: 'disk-full' } })
  await goesOn(world, batchId)
})

test('a person pauses: what has left comes to its end, nothing more leaves; goes on at the same place', async () => {
  const world = await batchWorld({ people: 12, policy: three })
  const batchId = await world.batch()
  const held = Promise.withResolvers<void>()
  world.bureau.faults.after('include', 3, { kind: 'slow', until: held.promise }, 3)
  await world.resume(batchId)
  await world.pass(3_000)
  const pausing = world.pause(batchId)
  await world.pass(60_000)
  expect(await world.counts(batchId)).toMatchObject({ sent: 3, sending: 3, waiting: 6 })
  held.resolve()
  await world.until(pausing)
  expect(await world.counts(batchId)).toMatchObject({ sent: 6, sending: 0, waiting: 6 })
  expect(await world.book.get(batchId)).toMatchObject({ state: 'paused' })
  await goesOn(world, batchId)
})

test('a person goes on before what had left came to its end: no item is sent by two', async () => {
  const world = await batchWorld({ people: 6, policy: three })
  const batchId = await world.batch()
  const held = Promise.withResolvers<void>()
  world.bureau.faults.set('include', { kind: 'slow', until: held.promise }, 3)
  await world.resume(batchId)
  await world.pass(1_000)
  const pausing = world.pause(batchId)
  await world.pass(1_000)
  await world.resume(batchId)
  await world.resume(batchId)
  await world.pass(10_000)
  expect(world.includes()).toBe(3)
  held.resolve()
  await world.until(pausing)
  await world.until(world.runner.idle())
  expect(await world.book.get(batchId)).toMatchObject({ state: 'done' })
  expect(world.includes()).toBe(6)
})

test('G89 · the service stops while items are being sent: their ends are unknown and on disk, the rest waits', async () => {
  const world = await batchWorld({ people: 9, policy: three })
  const batchId = await world.batch()
  const broken = async (signal?: AbortSignal): Promise<never> => {
    await new Promise((resolve) => {
      signal?.addEventListener('abort', resolve)
    })
    throw new AppError('inclusion-uncertain', { retry: 'reconcile' })
  }
  const { bureau } = world
  world.outside.bureau = {
    ...bureau,
    include: (credentials, inclusion) =>
      Promise.race([bureau.include(credentials, inclusion), broken(inclusion.signal)]),
  }
  world.bureau.faults.after('include', 3, { kind: 'slow', until: new Promise(() => {}) }, 'always')
  await world.resume(batchId)
  await world.pass(5_000)
  await world.until(Promise.all([world.runner.stop(), world.sender.stop()]))
  expect(await world.counts(batchId)).toMatchObject({ sent: 3, unknown: 3, waiting: 3 })
  // After the next start a person has to go on.
  expect(await world.book.get(batchId)).toMatchObject({ state: 'running', log: [] })
  world.runner.start(world.act, batchId)
  await world.pass(5_000)
  expect(world.includes()).toBe(6)
})
