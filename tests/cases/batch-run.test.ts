import { describe, expect, test } from 'vitest'
import { verdictsOfAll } from './batch-outcomes.ts'
import { memoryStore } from '../../proxy/store/memory-store.ts'
import { invoiceOf } from '../properties/batch-debtors.ts'
import { batchWorld } from '../properties/batch-world.ts'
import { settle } from '../properties/virtual-time.ts'

const renamed = { kind: 'renamed-success', text: 'Operação concluída' } as const

test('everybody is registered once, in the order of the selection, by the act of the person who confirmed', async () => {
  const world = await batchWorld({ people: 40 })
  const batchId = await world.batch()
  expect(world.includes()).toBe(0)
  expect(await world.run(batchId)).toMatchObject({ state: 'done', stop: null })
  const items = await world.book.items(batchId)
  const contracts = world.bureau.sent.filter(({ call }) => call === 'include').map(({ contract }) => contract)
  expect(contracts).toEqual(items.map(({ shown }) => shown?.contract))
  expect(await world.counts(batchId)).toMatchObject({ sent: 40, waiting: 0, sending: 0 })
  const [record] = await world.recordsOf(items[0]!.shown!.key)
  expect(record).toMatchObject({ state: 'sent', confirmKey: items[0]!.key, createdBy: 'Balcão 1' })
  const history = await world.store.query('history', { negativationId: record!.id })
  expect(history.map(({ event, actor, text }) => [event, actor, text])).toEqual([
    ['draft', 'Balcão 1', null],
    ['confirm', 'Balcão 1', 'Contrato encerrado.'],
    ['accepted', 'Balcão 1', null],
  ])
  expect(world.failures).toEqual([])
})

test('G38 · paid at 09:20 while the batch stands in the queue: left out by name, the others go on', async () => {
  const world = await batchWorld({ people: 5, policy: { batchAtOnce: 1, batchPerMinute: 1 } })
  const batchId = await world.batch()
  await world.resume(batchId)
  await world.pass(90_000)
  world.fake.pay(invoiceOf(4), '2026-11-25' as never)
  await world.until(world.runner.idle())
  expect(await verdictsOfAll(world, batchId)).toEqual([
    'sent',
    'sent',
    'sent',
    'skipped paid-in-queue',
    'sent',
  ])
  const { end } = (await world.book.items(batchId))[3]!
  expect(end).toMatchObject({
    problem: { text: `A fatura ${invoiceOf(4)} foi paga durante a fila. Nada foi enviado.` },
    changes: [{ field: 'fact', invoiceId: invoiceOf(4), before: 'open', after: 'paid' }],
  })
  expect(await world.book.get(batchId)).toMatchObject({ state: 'done' })
})

test('G38 · what has become ready and had to wait for more than half a minute is read again', async () => {
  const world = await batchWorld({ people: 2, policy: { batchAtOnce: 1, batchPerMinute: 6_000 } })
  const batchId = await world.batch()
  const held = Promise.withResolvers<void>()
  world.bureau.faults.set('include', { kind: 'slow', until: held.promise })
  await world.resume(batchId)
  await world.pass(31_000)
  world.fake.pay(invoiceOf(2), '2026-11-25' as never)
  held.resolve()
  await world.until(world.runner.idle())
  expect(await verdictsOfAll(world, batchId)).toEqual(['sent', 'skipped paid-in-queue'])
  expect(world.includes()).toBe(1)
})

test('what was changed, blocked or registered meanwhile is left out with what differs, and leaves no draft behind', async () => {
  const world = await batchWorld({ people: 5 })
  const batchId = await world.batch()
  const [changed, erased, unknown] = [1, 2, 3].map(invoiceOf)
  world.fake.renegotiate(changed!, 2)
  world.fake.erase(erased!)
  world.fake.customers.splice(2, 1)
  const other = await world.until(world.single(world.debts[3]!))
  await world.until(world.sender.idle())
  await world.run(batchId)
  expect(await verdictsOfAll(world, batchId)).toEqual([
    'skipped negativation-changed',
    'skipped negativation-changed',
    'skipped erp-customer-unknown',
    'skipped already-registered',
    'sent',
  ])
  const ends = (await world.book.items(batchId)).map(({ end }) => end)
  expect(ends[0]?.changes).toContainEqual(
    expect.objectContaining({ field: 'fact', invoiceId: changed, after: 'cancelled' }),
  )
  expect(ends[1]?.changes).toContainEqual(expect.objectContaining({ invoiceId: erased, after: 'vanished' }))
  expect(ends[3]).toMatchObject({ negativationId: other.id })
  expect(unknown).toBeDefined()
  expect(await world.store.query('negativations', { state: 'draft' })).toEqual([])
})

describe('G43 · the same debt is registered once', () => {
  test('G43 · by a single press while the batch runs: whichever is first, one call', async () => {
    const world = await batchWorld({ people: 12 })
    const batchId = await world.batch()
    await world.resume(batchId)
    const presses = world.debts.map((debt) => world.single(debt).catch((thrown: Error) => thrown.message))
    await world.until(Promise.all(presses))
    await world.until(world.runner.idle())
    expect(world.includes()).toBe(12)
    for (const contract of new Set(world.bureau.sent.map((sent) => sent.contract)))
      expect(world.bureau.pefin.inclusions(contract)).toBe(1)
    const verdicts = await verdictsOfAll(world, batchId)
    expect(
      verdicts.filter((verdict) => verdict !== 'sent' && verdict !== 'skipped already-registered'),
    ).toEqual([])
    expect(await world.book.get(batchId)).toMatchObject({ state: 'done' })
  })

  test('G43 · in two batches that run at once: one call each, and the other batch shows the record', async () => {
    const world = await batchWorld({ people: 30 })
    const [first, second] = [await world.batch(), await world.batch(world.debts.toReversed())]
    await world.resume(first)
    await world.resume(second)
    await world.until(world.runner.idle())
    expect(world.includes()).toBe(30)
    const sent = [await world.counts(first), await world.counts(second)].map((counts) => counts.sent)
    expect(sent[0]! + sent[1]!).toBe(30)
    // Both got on: neither waits until the other is done.
    expect(Math.min(...sent)).toBeGreaterThan(5)
    const skipped = (await world.book.items(second)).filter(({ end }) => end !== null)
    for (const { end, shown } of skipped) {
      expect(end).toMatchObject({ state: 'skipped', problem: { code: 'already-registered' } })
      const records = await world.recordsOf(shown!.key)
      expect(records.filter(({ state }) => state === 'sent').map(({ id }) => id)).toEqual([
        end?.negativationId,
      ])
    }
    expect(await world.store.query('negativations', { state: 'draft' })).toEqual([])
  })
})

test('G53 · one refused item spoils no batch: the others go, the refusal keeps its code and words', async () => {
  const world = await batchWorld({ people: 5 })
  const batchId = await world.batch()
  world.bureau.faults.after('include', 2, { kind: 'refuse', code: '104', text: 'CEP inválido' })
  world.bureau.faults.set('debtState', { kind: 'status', status: 503, isDone: false })
  expect(await world.run(batchId)).toMatchObject({ state: 'done' })
  expect((await verdictsOfAll(world, batchId)).toSorted()).toEqual([
    'refused',
    'sent',
    'sent',
    'sent',
    'sent',
  ])
  const [rejected] = await world.store.query('negativations', { state: 'rejected' })
  expect((await world.store.query('history', { negativationId: rejected!.id })).at(-1)).toMatchObject({
    event: 'refused',
    code: '104',
    text: 'CEP inválido',
  })
})

test('G53 · “already there” for one item is looked up, and stops nothing', async () => {
  const world = await batchWorld({ people: 5 })
  const batchId = await world.batch()
  world.bureau.faults.after('include', 4, { kind: 'refuse', code: '210', text: 'Contrato já existente' })
  expect(await world.run(batchId)).toMatchObject({ state: 'done' })
  expect(await world.counts(batchId)).toMatchObject({ sent: 4, unknown: 1 })
})

describe('G54 · the bureau changed its words', () => {
  test('G54 · three ends that nobody understands stop it: 3 uncertain, 37 not sent', async () => {
    const world = await batchWorld({ people: 40, policy: { batchAtOnce: 8, batchPerMinute: 6_000 } })
    const batchId = await world.batch()
    world.bureau.faults.set('include', renamed, 'always')
    expect(await world.run(batchId)).toMatchObject({ state: 'stopped', stop: { cause: 'unknown-streak' } })
    expect(await world.counts(batchId)).toMatchObject({ unknown: 3, waiting: 37, sent: 0 })
    expect(world.includes()).toBe(3)
    const [record] = await world.store.query('negativations', { state: 'unknown' })
    const history = await world.store.query('history', { negativationId: record!.id })
    expect(history.at(-1)).toMatchObject({ event: 'lost', text: 'Operação concluída' })
  })

  test('G54 · in the middle of a run the same: as many as were under way, none after', async () => {
    const world = await batchWorld({ people: 40, policy: { batchAtOnce: 8, batchPerMinute: 6_000 } })
    const batchId = await world.batch()
    world.bureau.faults.after('include', 20, renamed, 'always')
    expect(await world.run(batchId)).toMatchObject({ state: 'stopped', stop: { cause: 'unknown-streak' } })
    const { unknown, sent } = await world.counts(batchId)
    expect(sent).toBe(20)
    expect(unknown).toBeLessThanOrEqual(8)
    world.bureau.faults.clear()
    expect(await world.run(batchId)).toMatchObject({ state: 'done' })
    expect(world.includes()).toBe(40)
  })
})

test('five failures of a platform in a row stop it at its place; the person goes on when it answers again', async () => {
  const world = await batchWorld({ people: 20 })
  const batchId = await world.batch()
  world.bureau.faults.after('debtState', 10, { kind: 'status', status: 503, isDone: false }, 'always')
  expect(await world.run(batchId)).toMatchObject({
    state: 'stopped',
    stop: { cause: 'failure-streak', problem: { code: 'lookup-failed' }, until: null },
    log: [{ event: 'resumed' }, { event: 'stopped', actor: 'Nada Consta' }].slice(-1),
  })
  expect(await world.counts(batchId)).toMatchObject({ sent: 10, waiting: 10 })
  world.bureau.faults.clear()
  expect(await world.run(batchId)).toMatchObject({ state: 'done' })
  expect(await world.counts(batchId)).toMatchObject({ sent: 20 })
})

test('an item that fails alone is tried three times, at the end of the queue, and then is failed', async () => {
  const world = await batchWorld({ people: 6 })
  const batchId = await world.batch()
  const { erp } = world.outside
  world.outside.erp = {
    ...erp,
    customer: async (id) => {
      const found = await erp.customer(id)
      return id === '40002' && found ? { ...found, id: '1' } : found
    },
  }
  expect(await world.run(batchId)).toMatchObject({ state: 'done' })
  expect(await verdictsOfAll(world, batchId)).toEqual([
    'sent',
    'failed erp-filter-ignored',
    'sent',
    'sent',
    'sent',
    'sent',
  ])
  expect((await world.book.items(batchId))[1]).toMatchObject({ tries: 3 })
  // Not at once: what failed is given time.
  expect(world.time.elapsed()).toBeGreaterThanOrEqual(10_000)
})

test('while it runs it says how fast and how long; no longer once it rests', async () => {
  const world = await batchWorld({ people: 40, policy: { batchAtOnce: 1, batchPerMinute: 60 } })
  const batchId = await world.batch()
  const nothing = { perThousandSeconds: null, secondsLeft: null, waitingUntil: null }
  expect(world.runner.progress(batchId)).toEqual(nothing)
  await world.resume(batchId)
  await world.pass(1_000)
  expect(world.runner.progress(batchId)).toEqual(nothing)
  await world.pass(19_000)
  const { perThousandSeconds, secondsLeft } = world.runner.progress(batchId)
  const { waiting } = await world.counts(batchId)
  expect(perThousandSeconds).toBeGreaterThan(900)
  expect(perThousandSeconds).toBeLessThan(1_100)
  expect(Math.abs(secondsLeft! - waiting)).toBeLessThanOrEqual(3)
  await world.pause(batchId)
  expect(world.runner.progress(batchId)).toEqual(nothing)
})

test('a setting that an administrator changes is followed by the batch that runs', async () => {
  const world = await batchWorld({ people: 40, policy: { batchAtOnce: 1, batchPerMinute: 6 } })
  const batchId = await world.batch()
  await world.resume(batchId)
  await world.pass(60_000)
  expect(world.includes()).toBeLessThanOrEqual(7)
  await world.rule({ batchPerMinute: 6_000 })
  await world.pass(10_000)
  expect(await world.book.get(batchId)).toMatchObject({ state: 'done' })
})

test('the last one ends while the rules are being read: the batch ends too', async () => {
  const store = memoryStore()
  const held = Promise.withResolvers<void>()
  let begun = (): number => 0
  const query: typeof store.query = async (collection, match) => {
    if (collection === 'inclusionPolicies' && begun() === 2) {
      held.resolve()
      for (let turn = 0; turn < 5; turn += 1) await settle()
    }
    return store.query(collection, match)
  }
  const world = await batchWorld({ people: 2, store: { ...store, query } })
  const batchId = await world.batch()
  begun = world.includes
  world.bureau.faults.after('include', 1, { kind: 'slow', until: held.promise })
  expect(await world.run(batchId)).toMatchObject({ state: 'done' })
})
