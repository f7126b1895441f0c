import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { people } from '../simulators/people.ts'
import { confirmation, freshDesk, invoiceAt, leaveDesk, startPlatforms } from './debt-desk.ts'
import type { DebtDesk, Platforms } from './debt-desk.ts'

const { antonia } = people
let platforms: Platforms
let desk: DebtDesk

beforeAll(async () => {
  platforms = await startPlatforms()
})
afterAll(() => platforms.close())
beforeEach(async () => {
  desk = await freshDesk(platforms)
})
afterEach(() => leaveDesk(platforms, desk))

const includes = () => platforms.connect.ledger.of('include').length
/** Lets the inclusion wait at the platform until it is let go. */
const holdInclusion = () => {
  const gate = Promise.withResolvers<void>()
  platforms.connect.faults.set('include', { kind: 'slow', until: gate.promise })
  return gate.resolve
}

test('a debt is registered as it was shown, and only after the person’s press', async () => {
  const shown = await desk.draft(antonia, [invoiceAt(antonia, 2), invoiceAt(antonia, 3)])
  expect(shown.negativation).toMatchObject({
    state: 'draft',
    debtor: { name: antonia.name, document: antonia.document },
    totalCents: 23_980,
    due: '2026-09-10',
    createdBy: 'Ana',
  })
  expect(includes()).toBe(0)
  const answer = await desk.ana.call('negativationConfirm', confirmation(shown))
  expect(answer).toMatchObject({ id: shown.negativation.id, state: 'sending' })
  await desk.service.services.idle()
  const record = await desk.record(answer.id)
  expect(record).toMatchObject({ state: 'sent', protocol: expect.stringMatching(/^\d{9}$/) })
  expect(platforms.connect.pefin.live(antonia.document)).toMatchObject([
    {
      contract: record.contract,
      creditor: '04718253000156',
      name: record.debtor.name,
      address: record.debtor.address,
      cents: 23_980,
      due: '2026-09-10',
      reason: 'TI',
      environment: 'production',
    },
  ])
})

test('the history says who, when and with which protocol', async () => {
  const { id, protocol } = await desk.include()
  const { history } = await desk.ana.call('negativation', { id })
  expect(history.map(({ from, to, event, actor }) => [from, to, event, actor])).toEqual([
    [null, 'draft', 'draft', 'Ana'],
    ['draft', 'sending', 'confirm', 'Ana'],
    ['sending', 'sent', 'accepted', 'Ana'],
  ])
  expect(history.at(-1)).toMatchObject({ protocol, at: '2026-11-25T13:00:00.000Z' })
})

describe('G43 · the same debt is listed once', () => {
  test('G43 · a double click is one inclusion, with the same key and with two', async () => {
    const shown = await desk.draft()
    const letGo = holdInclusion()
    const press = confirmation(shown)
    const [first, second, third] = await Promise.allSettled([
      desk.ana.call('negativationConfirm', press),
      desk.ana.call('negativationConfirm', press),
      desk.ana.refused('negativationConfirm', confirmation(shown)),
    ])
    expect(first).toMatchObject({ status: 'fulfilled', value: { state: 'sending' } })
    expect(second).toEqual(first)
    expect(third).toMatchObject({
      value: {
        status: 409,
        code: 'negativation-not-draft',
        text: 'Esta negativação já foi tratada e está como “Enviando”. Nada foi enviado de novo.',
        negativation: { state: 'sending' },
      },
    })
    letGo()
    await desk.service.services.idle()
    expect(includes()).toBe(1)
    expect(platforms.connect.pefin.inclusions(shown.negativation.contract)).toBe(1)
  })

  test('G43 · two browsers: one draft, one inclusion; the other sees the first one’s record', async () => {
    const leo = await desk.service.browser('Leo', 'b')
    const [ours, theirs] = [await desk.draft(), await desk.draft(antonia, undefined, leo)]
    expect(theirs.negativation.id).toBe(ours.negativation.id)
    expect(theirs.seal).toBe(ours.seal)
    const letGo = holdInclusion()
    await desk.ana.call('negativationConfirm', confirmation(ours))
    expect(await leo.refused('negativationConfirm', confirmation(theirs))).toMatchObject({
      status: 409,
      code: 'negativation-not-draft',
      negativation: { id: ours.negativation.id, state: 'sending' },
    })
    letGo()
    await desk.service.services.idle()
    expect(includes()).toBe(1)
  })

  test('G43 · a reload finds the record by the key of the press, whatever became of it', async () => {
    const shown = await desk.draft()
    const press = confirmation(shown)
    await desk.ana.call('negativationConfirm', press)
    await desk.service.services.idle()
    expect(await desk.ana.call('negativationConfirm', press)).toMatchObject({ state: 'sent' })
    expect(includes()).toBe(1)
  })

  test('G43 · a press is not taken for another record', async () => {
    const press = confirmation(await desk.draft())
    await desk.ana.call('negativationConfirm', press)
    const other = confirmation(await desk.draft(antonia, [invoiceAt(antonia, 3)]), { key: press.key })
    expect(await desk.ana.refused('negativationConfirm', other)).toMatchObject({ code: 'confirm-key-reused' })
    await desk.service.services.idle()
    expect(includes()).toBe(1)
  })

  test('G43 · an invoice of a live record is in no second one, alone or among others', async () => {
    const alone = await desk.draft()
    const both = await desk.draft(antonia, [invoiceAt(antonia, 2), invoiceAt(antonia, 3)])
    const letGo = holdInclusion()
    const presses = [alone, both].map((shown) => desk.ana.ask('negativationConfirm', confirmation(shown)))
    const statuses = (await Promise.all(presses)).map(({ status }) => status)
    expect(statuses.toSorted((one, other) => one - other)).toEqual([202, 409])
    letGo()
    await desk.service.services.idle()
    expect(includes()).toBe(1)
    const again = await desk.draft(antonia, [invoiceAt(antonia, 2)])
    expect(again.reasons).toContainEqual(
      expect.objectContaining({ code: 'already-registered', level: 'block' }),
    )
    expect(await desk.ana.refused('negativationConfirm', confirmation(again))).toMatchObject({
      status: 409,
      code: 'already-registered',
      negativation: { state: 'sent' },
    })
    expect(includes()).toBe(1)
  })
})

test('G58 · the answer is lost on its way to the screen: the same press again finds what was done', async () => {
  const press = confirmation(await desk.draft())
  // Nobody reads this answer.
  await desk.ana.ask('negativationConfirm', press)
  await desk.service.services.idle()
  expect(await desk.ana.call('negativationConfirm', press)).toMatchObject({
    state: 'sent',
    protocol: expect.any(String),
  })
  expect(await desk.record(press.id)).toMatchObject({ state: 'sent' })
  expect(includes()).toBe(1)
})

describe('an end that is not known', () => {
  test('G89 · the platform takes it and says nothing: unknown, and never sent again', async () => {
    platforms.connect.faults.set('include', { kind: 'accept-reset' })
    const record = await desk.include()
    expect(record).toMatchObject({ state: 'unknown' })
    expect(await desk.ana.refused('negativationConfirm', confirmation(await desk.draft()))).toMatchObject({
      code: 'already-registered',
      negativation: { id: record.id, state: 'unknown' },
    })
    expect(includes()).toBe(1)
  })

  test('G89 · the process dies while it is being sent: after the start it is unknown, and looked up', async () => {
    const shown = await desk.draft()
    platforms.connect.faults.set('include', { kind: 'accept-hang' })
    await desk.ana.call('negativationConfirm', confirmation(shown))
    await platforms.connect.ledger.seen('include')
    const next = await desk.service.restarted()
    const { negativation } = await next.handlers.negativation({ id: shown.negativation.id }, { client: null })
    expect(negativation).toMatchObject({ state: 'unknown' })
    expect(includes()).toBe(1)
    await next.stop()
  })

  test('G89 · the service stops while it is being sent: unknown, on disk', async () => {
    const shown = await desk.draft()
    platforms.connect.faults.set('include', { kind: 'accept-hang' })
    await desk.ana.call('negativationConfirm', confirmation(shown))
    await platforms.connect.ledger.seen('include')
    await desk.service.services.stop()
    const { id } = shown.negativation
    expect(await desk.service.store.query('negativations', { id })).toMatchObject([{ state: 'unknown' }])
  })

  test('G53 · “already there” is no refusal and no success: it is looked up', async () => {
    platforms.connect.faults.set('include', {
      kind: 'refuse',
      code: '210',
      text: 'Contrato já existente para este devedor',
    })
    expect(await desk.include()).toMatchObject({ state: 'unknown' })
    expect(includes()).toBe(1)
  })
})
