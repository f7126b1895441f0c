import { expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { cents } from '../../shared/money.ts'
import { dayOf } from './sample-negativation.ts'
import { day, hour, minute, sampleRemoval, sweepWorld } from './sweep-world.ts'

const paidDay = dayOf('2026-11-24')

test('G37 · renegotiated: a task while no instalment is paid, the removal within the next look once the first is', async () => {
  const world = sweepWorld()
  await world.register()
  const [first, second, third, fourth] = world.erp.renegotiate('62636', 4)
  await world.audit()
  expect(await world.get()).toMatchObject({
    state: 'active',
    removal: null,
    invoices: [{ fact: 'renegotiated' }],
  })
  expect(await world.openTasks()).toEqual([
    ['renegotiated', { invoices: '62636', newInvoices: [first, second, third, fourth].join(', ') }],
  ])
  world.erp.pay(first!, dayOf('2026-11-26'))
  world.pass(11 * minute)
  await world.tick()
  expect((await world.get()).removal).toMatchObject({
    cause: 'renegotiated',
    reason: { code: '19' },
    clockFrom: '2026-11-26',
    deadline: '2026-12-03',
  })
  expect(await world.openTasks()).toEqual([])
})

test('G37 · what the agreement of an agreement says counts too; a payment of it clears the first debt', async () => {
  const world = sweepWorld()
  await world.register()
  const [first] = world.erp.renegotiate('62636', 2)
  const [again] = world.erp.renegotiate(first!, 2)
  world.erp.pay(again!, paidDay)
  await world.audit()
  expect((await world.get()).removal).toMatchObject({ cause: 'renegotiated', clockFrom: '2026-11-24' })
})

test('G37 · on an old tenant the renegotiated invoice has vanished, and the agreement tells', async () => {
  const world = sweepWorld()
  await world.register()
  const [first] = world.erp.renegotiate('62636', 2)
  world.erp.erase('62636')
  await world.audit()
  expect((await world.openTasks()).map(([kind]) => kind)).toEqual(['renegotiated'])
  world.erp.pay(first!, paidDay)
  world.pass(11 * minute)
  await world.tick()
  expect((await world.get()).removal?.cause).toBe('renegotiated')
})

test('G37 · the policy may leave it to a person: a task that says that the first instalment is paid', async () => {
  const world = sweepWorld({ policy: { cancelledInvoices: 'ask' } })
  await world.register()
  const [first] = world.erp.renegotiate('62636', 2)
  world.erp.pay(first!, paidDay)
  await world.audit()
  expect((await world.get()).removal).toBeNull()
  expect(await world.openTasks()).toEqual([['renegotiated', { invoices: '62636', isFirstPaid: 1 }]])
})

test('G39 · written off without money is reviewed by a person on the same day and clears nobody by itself', async () => {
  const world = sweepWorld()
  await world.register()
  world.erp.writeOff('62636')
  await world.audit()
  expect(await world.get()).toMatchObject({ state: 'active', removal: null })
  expect(await world.openTasks()).toEqual([['written-off', { invoices: '62636' }]])
})

test('G40 · partly paid: the record stays, one task with both amounts, once, until it is settled', async () => {
  const world = sweepWorld()
  const [invoice] = world.invoices('62636')
  await world.register({ totalCents: cents(159_80), invoices: [{ ...invoice!, cents: 159_80 }] })
  world.erp.payPartly('62636', 100_00)
  for (let round = 0; round < 3; round += 1) await world.audit()
  expect(await world.get()).toMatchObject({ state: 'active', removal: null })
  expect(await world.openTasks()).toEqual([
    ['partial-payment', { listedCents: 159_80, paidCents: 100_00, balanceCents: 59_80 }],
  ])
  expect(await world.store.query('tasks')).toHaveLength(1)
  world.erp.pay('62636', dayOf('2026-11-28'))
  await world.audit()
  expect((await world.get()).removal?.cause).toBe('paid')
  expect(await world.openTasks()).toEqual([])
})

test('G40 · one of two invoices paid makes the listed value too high: the same task', async () => {
  const world = sweepWorld()
  await world.register({ totalCents: cents(159_80), invoices: world.invoices('1', '2') })
  world.erp.pay('1', paidDay)
  await world.audit()
  expect(await world.openTasks()).toEqual([
    ['partial-payment', { listedCents: 159_80, paidCents: 79_90, balanceCents: 79_90 }],
  ])
})

test('G42 · paid, cleared, then returned: a task, both facts kept, and nothing is ever included again', async () => {
  const world = sweepWorld()
  const [invoice] = world.invoices('62636')
  await world.register({
    state: 'removed',
    changedAt: '2026-11-20T13:00:00.000Z',
    invoices: [{ ...invoice!, fact: 'paid', payment: { paid: paidDay, credited: null, cents: 79_90 } }],
    removal: sampleRemoval(),
  })
  world.erp.pay('62636', paidDay)
  await world.audit()
  expect(await world.openTasks()).toEqual([])
  world.erp.undo('62636')
  for (let round = 0; round < 3; round += 1) await world.audit()
  expect(await world.get()).toMatchObject({
    state: 'removed',
    removal: { cause: 'paid' },
    invoices: [{ fact: 'open' }],
  })
  expect(await world.openTasks()).toEqual([['payment-returned', {}]])
  world.erp.pay('62636', dayOf('2026-11-28'))
  await world.audit()
  expect(await world.openTasks()).toEqual([])
})

test('G42 · thirty days after the removal nobody asks any more', async () => {
  const world = sweepWorld()
  await world.register({ state: 'removed', changedAt: '2026-10-01T13:00:00.000Z', removal: sampleRemoval() })
  await world.audit()
  expect(world.erp.calls.invoices).toBe(0)
})

test.each(['removing', 'verifying'] as const)('undone while %s is undone late: a task', async (state) => {
  const world = sweepWorld()
  await world.register({ state, removal: sampleRemoval() })
  await world.audit()
  expect(await world.get()).toMatchObject({ state, removal: { isHeld: false } })
  expect(await world.openTasks()).toEqual([['payment-returned', {}]])
})

test('G38 · undone before anything was sent: the removal is held, told, and goes on when it is paid again', async () => {
  const world = sweepWorld()
  await world.register({ state: 'removal-requested', removal: sampleRemoval() })
  await world.audit()
  expect((await world.get()).removal?.isHeld).toBe(true)
  expect(await world.openTasks()).toEqual([['payment-undone', {}]])
  world.erp.pay('62636', paidDay)
  await world.audit()
  expect(await world.get()).toMatchObject({ state: 'removal-requested', removal: { isHeld: false } })
  await expect.poll(() => world.openTasks()).toEqual([])
})

test('a payment that was turned into a write-off is taken back as well', async () => {
  const world = sweepWorld()
  await world.register({ state: 'removal-requested', removal: sampleRemoval() })
  world.erp.writeOff('62636')
  await world.audit()
  expect((await world.get()).removal?.isHeld).toBe(true)
})

test('undone: vanished and a failed look take nothing back', async () => {
  const world = sweepWorld()
  await world.register({ state: 'removal-requested', removal: sampleRemoval() })
  world.erp.erase('62636')
  await world.audit()
  expect((await world.get()).removal?.isHeld).toBe(false)
  world.erp.failure(new AppError('erp-down', { params: { status: 503 } }))
  await world.audit()
  expect((await world.get()).removal?.isHeld).toBe(false)
})

test('G46 · cancelled counts when two audits say so, and the invoice that took its place is named and not touched', async () => {
  const world = sweepWorld()
  await world.register()
  world.erp.cancel('62636')
  world.erp.add({
    id: '62999',
    customerId: '1001',
    due: dayOf('2026-07-25'),
    cents: cents(79_90),
    serviceId: '77',
    document: '73164025807',
  })
  await world.audit()
  expect(await world.get()).toMatchObject({ removal: null, invoices: [{ fact: 'cancelled' }] })
  expect(await world.openTasks()).toEqual([])
  world.pass(hour)
  await world.tick()
  expect((await world.get()).removal).toBeNull()
  await world.audit()
  expect((await world.get()).removal).toMatchObject({
    cause: 'invoice-cancelled',
    clockFrom: null,
    deadline: null,
  })
  const [line] = await world.store.query('history', { negativationId: 'record-1' })
  expect(line?.text).toBe('A fatura 62636 foi cancelada e reemitida como 62999.')
  expect(await world.store.query('negativations')).toHaveLength(1)
})

test('G46 · the policy may leave it to a person, who sees which invoice took its place', async () => {
  const world = sweepWorld({ policy: { cancelledInvoices: 'ask' } })
  await world.register()
  world.erp.cancel('62636')
  world.erp.add({
    id: '62999',
    customerId: '1001',
    due: dayOf('2026-07-25'),
    cents: cents(79_90),
    serviceId: '77',
  })
  await world.audit()
  await world.audit()
  expect((await world.get()).removal).toBeNull()
  expect(await world.openTasks()).toEqual([['invoice-cancelled', { invoices: '62636', reissuedAs: '62999' }]])
})

test('G46 · an invoice of another service, month or value, or an older one, did not take its place', async () => {
  const world = sweepWorld({ policy: { cancelledInvoices: 'ask' } })
  await world.register()
  world.erp.cancel('62636')
  const same = { customerId: '1001', due: dayOf('2026-07-25'), cents: cents(79_90), serviceId: '77' }
  world.erp.add({ ...same, id: '62990', serviceId: '78' })
  world.erp.add({ ...same, id: '62991', due: dayOf('2026-08-25') })
  world.erp.add({ ...same, id: '62992', cents: cents(79_91) })
  world.erp.add({ ...same, id: '62000' })
  await world.audit()
  await world.audit()
  expect(await world.openTasks()).toEqual([['invoice-cancelled', { invoices: '62636' }]])
})

test('cancelled, and the agreements cannot be read: it may be renegotiated, so a person decides', async () => {
  const world = sweepWorld()
  await world.register()
  world.erp.cancel('62636')
  world.erp.failure(new AppError('erp-refused'), 'renegotiations')
  await world.audit()
  await world.audit()
  expect((await world.get()).removal).toBeNull()
  expect(await world.openTasks()).toEqual([['invoice-cancelled', { invoices: '62636' }]])
})

test('vanished is not paid: a second audit first, then a person; back again, the task is gone', async () => {
  const world = sweepWorld()
  await world.register()
  const row = world.erp.invoice('62636')
  world.erp.erase('62636')
  await world.audit()
  expect(await world.openTasks()).toEqual([])
  await world.audit()
  await world.audit()
  expect(await world.get()).toMatchObject({
    state: 'active',
    removal: null,
    invoices: [{ fact: 'vanished' }],
  })
  expect(await world.openTasks()).toEqual([['invoice-vanished', { invoices: '62636' }]])
  world.erp.add(row)
  await world.audit()
  expect(await world.openTasks()).toEqual([])
})

test('paid, and cancelled beside it: nothing is owed any more, so the record leaves', async () => {
  const world = sweepWorld()
  await world.register({ invoices: world.invoices('1', '2') })
  world.erp.pay('1', paidDay)
  world.erp.cancel('2')
  await world.audit()
  expect((await world.get()).removal).toBeNull()
  await world.audit()
  expect((await world.get()).removal).toMatchObject({ cause: 'invoice-cancelled', clockFrom: '2026-11-24' })
})

test('an invoice that nobody could read for a day is a task, gone with the first good look', async () => {
  const world = sweepWorld()
  await world.register()
  await world.audit()
  world.erp.failure(new AppError('erp-unreadable'), 'invoices')
  await world.audit()
  expect(await world.openTasks()).toEqual([['invoice-unchecked', {}]])
  expect(await world.get()).toMatchObject({ removal: null, invoices: [{ fact: 'open' }] })
  expect(await world.sweeper().status()).toMatchObject({ problem: { code: 'erp-unreadable' } })
  world.erp.failure(null, 'invoices')
  await world.audit()
  expect(await world.openTasks()).toEqual([])
  expect((await world.sweeper().status()).problem).toBeNull()
})

test('an ERP that is down for a day is a problem on the screen and a task for its records', async () => {
  const world = sweepWorld()
  await world.register()
  await world.tick()
  world.erp.failure(new AppError('erp-unreachable', { retry: 'safe' }))
  await world.audit()
  expect(await world.openTasks()).toEqual([['invoice-unchecked', {}]])
  expect((await world.sweeper().status()).problem).toMatchObject({ code: 'erp-unreachable' })
})

test('records of an ERP that was taken out of the settings are told, not forgotten', async () => {
  const world = sweepWorld()
  await world.register()
  world.erps.length = 0
  await world.audit()
  expect(await world.openTasks()).toEqual([['invoice-unchecked', {}]])
})

test('one record that the ERP cannot show spoils no other audit', async () => {
  const world = sweepWorld()
  await world.register({ customer: { id: 'bad', code: '1' } })
  await world.register({ id: 'record-2', invoices: world.invoices('2') })
  const before = { ...world.erp.erp }
  world.erp.erp.invoices = async (customerId, wanted) => {
    if (customerId === 'bad') throw new AppError('erp-refused')
    return before.invoices(customerId, wanted)
  }
  world.erp.pay('2', dayOf('2026-10-01'))
  await world.audit()
  expect((await world.get('record-2')).state).toBe('removal-requested')
})

test('an ignored filter stops the audit: no record is judged by the rows of others', async () => {
  const world = sweepWorld()
  await world.register()
  await world.register({ id: 'record-2', invoices: world.invoices('2') })
  world.erp.failure(new AppError('erp-filter-ignored'), 'invoices')
  await world.audit()
  expect(world.erp.calls.invoices).toBe(1)
  expect((await world.sweeper().status()).problem).toMatchObject({ code: 'erp-filter-ignored' })
})

test('five years after the due date a record may not stand: a task in the last month', async () => {
  const world = sweepWorld()
  await world.register({ due: dayOf('2021-12-26') })
  await world.tick()
  expect(await world.openTasks()).toEqual([])
  await world.audit()
  await world.audit()
  expect(await world.openTasks()).toEqual([['expiring', { until: '2026-12-26' }]])
  for (let round = 0; round < 3; round += 1) await world.audit()
  expect(await world.store.query('tasks')).toHaveLength(1)
})

test('an audit costs one request per record and reads none twice within half a day, over a restart too', async () => {
  const world = sweepWorld()
  for (let place = 0; place < 25; place += 1)
    await world.register({ id: `record-${place}`, invoices: world.invoices(String(100 + place)) })
  world.pass(day)
  await world.tick()
  expect(world.erp.calls.invoices).toBe(10)
  world.restart()
  for (let tick = 0; tick < 5; tick += 1) await world.tick()
  expect(world.erp.calls.invoices).toBe(25)
  const [mark] = await world.store.query('sweeps', { id: 'audit:erp-1' })
  expect(mark).toMatchObject({ completedAt: '2026-11-26T13:00:00.000Z', problem: null })
})
