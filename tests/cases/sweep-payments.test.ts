import { expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { dayOf } from './sample-negativation.ts'
import { hour, minute, sampleRemoval, sweepWorld } from './sweep-world.ts'

const paidDay = dayOf('2026-11-24')

test('a payment becomes a wish at the next look, with its deadline, its proof in the history, and the lane is started', async () => {
  const world = sweepWorld()
  await world.register()
  world.erp.pay('62636', paidDay, { credited: dayOf('2026-11-25') })
  await world.tick()
  const record = await world.get()
  expect(record).toMatchObject({
    state: 'removal-requested',
    invoices: [{ fact: 'paid', payment: { paid: '2026-11-24', credited: '2026-11-25', cents: 7990 } }],
    removal: {
      cause: 'paid',
      reason: { code: '01' },
      clockFrom: '2026-11-25',
      deadline: '2026-12-02',
      requestedBy: 'Nada Consta',
    },
  })
  const history = await world.store.query('history', { negativationId: record.id })
  expect(history).toMatchObject([{ event: 'latch', text: '62636 25/11/2026 R$ 79,90' }])
  expect(world.latched).toEqual(['kick'])
})

test.each(['sending', 'unknown', 'sent', 'not-included'] as const)(
  'a payment in the state %s is a wish too: nothing is missed by coming early',
  async (state) => {
    const world = sweepWorld()
    await world.register({ state })
    world.erp.pay('62636', paidDay)
    await world.tick()
    expect((await world.get()).removal).toMatchObject({ cause: 'paid', clockFrom: '2026-11-24' })
  },
)

test('G41 · quit with another amount, with less and with more, is quit; both amounts stand in the history', async () => {
  const world = sweepWorld()
  await world.register()
  await world.register({ id: 'record-2', invoices: world.invoices('62637') })
  world.erp.pay('62636', paidDay, { amount: 75_00 })
  world.erp.pay('62637', paidDay, { amount: 83_17 })
  await world.tick()
  for (const id of ['record-1', 'record-2'])
    expect((await world.get(id)).removal).toMatchObject({ cause: 'paid' })
  const [line] = await world.store.query('history', { negativationId: 'record-1' })
  expect(line?.text).toBe('62636 24/11/2026 R$ 75,00 ≠ R$ 79,90')
})

test('G47 · two records of one person: the payment of one clears that one', async () => {
  const world = sweepWorld()
  await world.register({ contract: '10' })
  await world.register({ id: 'record-2', contract: '11', invoices: world.invoices('62637') })
  world.erp.pay('62636', paidDay)
  await world.tick()
  await world.audit()
  expect((await world.get('record-1')).state).toBe('removal-requested')
  expect(await world.get('record-2')).toMatchObject({ state: 'active', removal: null })
})

test('G56 · a payment reaches the test record and the real one, whichever was made first', async () => {
  const world = sweepWorld()
  await world.register({ id: 'real' })
  await world.register({ id: 'test', environment: 'test' })
  await world.register({ id: 'test-2', environment: 'test', invoices: world.invoices('62637') })
  await world.register({ id: 'real-2', invoices: world.invoices('62637') })
  world.erp.pay('62636', paidDay)
  world.erp.pay('62637', paidDay)
  await world.tick()
  for (const id of ['real', 'test', 'test-2', 'real-2'])
    expect(await world.get(id)).toMatchObject({
      state: 'removal-requested',
      removal: { cause: 'paid', clockFrom: '2026-11-24' },
    })
})

test('G56 · the first instalment of an agreement reaches both as well', async () => {
  const world = sweepWorld()
  await world.register({ id: 'real' })
  await world.register({ id: 'test', environment: 'test' })
  const [first] = world.erp.renegotiate('62636', 2)
  await world.audit()
  world.erp.pay(first!, dayOf('2026-11-26'))
  world.pass(11 * minute)
  await world.tick()
  for (const id of ['real', 'test'])
    expect((await world.get(id)).removal).toMatchObject({ cause: 'renegotiated', clockFrom: '2026-11-26' })
})

test('several invoices leave together when the last is quit, and its day starts the clock', async () => {
  const world = sweepWorld()
  await world.register({ invoices: world.invoices('1', '2', '3') })
  world.erp.pay('2', dayOf('2026-11-24'))
  world.erp.pay('1', dayOf('2026-11-20'))
  await world.tick()
  expect(await world.get()).toMatchObject({
    state: 'active',
    removal: null,
    invoices: [{ fact: 'paid' }, { fact: 'paid' }, { fact: 'open' }],
  })
  world.pass(11 * minute)
  world.erp.pay('3', dayOf('2026-11-23'))
  await world.tick()
  expect((await world.get()).removal).toMatchObject({ cause: 'paid', clockFrom: '2026-11-24' })
})

test('G52 · the same payment over and over is one wish and one line in the history', async () => {
  const world = sweepWorld()
  await world.register()
  world.erp.pay('62636', paidDay)
  for (let round = 0; round < 4; round += 1) {
    await world.tick()
    world.pass(11 * minute)
  }
  await world.audit()
  expect(await world.store.query('history', { negativationId: 'record-1' })).toHaveLength(1)
  expect((await world.get()).removal?.requestedAt).toBe('2026-11-25T13:00:00.000Z')
})

test('G52 · a payment that arrives late, dated before the last complete look, is found in the overlap', async () => {
  const world = sweepWorld()
  await world.register()
  await world.tick()
  world.pass(11 * minute)
  world.erp.pay('62636', dayOf('2026-11-22'))
  await world.tick()
  expect((await world.get()).state).toBe('removal-requested')
})

test('a payment that is dated further back than the overlap is found by the audit', async () => {
  const world = sweepWorld()
  await world.register()
  await world.tick()
  world.erp.pay('62636', dayOf('2026-10-01'))
  world.pass(11 * minute)
  await world.tick()
  expect((await world.get()).state).toBe('active')
  await world.audit()
  expect((await world.get()).removal).toMatchObject({ cause: 'paid', clockFrom: '2026-10-01' })
})

test("a paid row of somebody else's with the same number proves nothing and stops nobody else", async () => {
  const world = sweepWorld()
  await world.register()
  await world.register({ id: 'record-2', invoices: world.invoices('62637') })
  await world.register({ id: 'record-3', invoices: world.invoices('62638') })
  world.erp.pay('62636', paidDay)
  world.erp.pay('62637', paidDay)
  world.erp.pay('62638', paidDay)
  Object.assign(world.erp.invoice('62636'), { customerId: '999' })
  Object.assign(world.erp.invoice('62637'), { document: '90731582659' })
  await world.tick()
  expect(await world.get('record-1')).toMatchObject({ removal: null, invoices: [{ payment: null }] })
  expect(await world.get('record-2')).toMatchObject({ removal: null, invoices: [{ payment: null }] })
  expect((await world.get('record-3')).state).toBe('removal-requested')
  expect(await world.openTasks()).toEqual([
    ['invoice-vanished', { invoices: '62636' }],
    ['invoice-vanished', { invoices: '62637' }],
  ])
})

test('a payment starts the legal clock of a removal that a person asked for before it', async () => {
  const world = sweepWorld()
  const removal = sampleRemoval({ cause: 'person', clockFrom: null, deadline: null, requestedBy: 'Ana' })
  await world.register({ state: 'removal-requested', removal })
  world.erp.pay('62636', paidDay)
  await world.tick()
  expect((await world.get()).removal).toMatchObject({
    cause: 'person',
    requestedBy: 'Ana',
    clockFrom: '2026-11-24',
    deadline: '2026-12-01',
  })
})

test('what is found before a failure is kept, and the mark does not move', async () => {
  const world = sweepWorld()
  await world.register()
  world.erp.pay('62636', paidDay)
  const before = { ...world.erp.erp }
  world.erp.erp.paymentsPage = async (between, number) => {
    if (number === 1) throw new AppError('erp-unreadable')
    return { ...(await before.paymentsPage(between, number)), nextPage: 1 }
  }
  await world.tick()
  expect((await world.get()).state).toBe('removal-requested')
  expect(await world.sweeper().status()).toMatchObject({
    lastSweepAt: null,
    problem: { code: 'erp-unreadable' },
  })
})

test('the window begins three days before the last complete look, however long that lies back', async () => {
  const world = sweepWorld()
  await world.register()
  const windows: string[] = []
  const before = { ...world.erp.erp }
  world.erp.erp.paymentsPage = (between, number) => {
    windows.push(`${between.from} ${between.to}`)
    return before.paymentsPage(between, number)
  }
  await world.tick()
  world.erp.failure(new AppError('erp-unreachable'))
  for (let passed = 0; passed < 9 * 24; passed += 1) {
    world.pass(hour)
    await world.tick()
  }
  world.erp.failure(null)
  world.pass(hour)
  await world.tick()
  expect(windows[0]).toBe('2026-10-26 2026-11-30')
  expect(windows.at(-1)).toBe('2026-11-22 2026-12-09')
})
