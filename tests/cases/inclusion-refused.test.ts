import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { memoryStore } from '../../proxy/store/memory-store.ts'
import type { Store } from '../../proxy/store/store.ts'
import { AppError } from '../../shared/errors.ts'
import { people } from '../simulators/people.ts'
import { NOW } from './credit-service.ts'
import { confirmation, debtDesk, invoiceAt, leaveDesk, startPlatforms } from './debt-desk.ts'
import type { DebtDesk, Platforms } from './debt-desk.ts'

const { antonia } = people
const invoiceId = invoiceAt(antonia, 2)
let platforms: Platforms
let desk: DebtDesk
let disk: { full: boolean; readOnly: boolean }

/** A store whose disk is full, or whose data are in doubt, while a test says so. */
const shaky = (): Store => {
  const store = memoryStore()
  return {
    ...store,
    status: () => ({ isReadOnly: disk.readOnly, reason: disk.readOnly ? 'store-read-only' : null }),
    commit: async (changes, options) => {
      if (disk.full) throw new AppError('disk-full', { retry: 'safe' })
      await store.commit(changes, options)
    },
  }
}

beforeAll(async () => {
  platforms = await startPlatforms()
})
afterAll(() => platforms.close())
beforeEach(async () => {
  platforms.time.now = NOW
  disk = { full: false, readOnly: false }
  desk = await debtDesk(platforms, { store: shaky() })
})
afterEach(() => leaveDesk(platforms, desk))

const includes = () => platforms.connect.ledger.of('include').length
const refused = async (shown: Awaited<ReturnType<DebtDesk['draft']>>, fields = {}) =>
  desk.ana.refused('negativationConfirm', confirmation(shown, fields))
const nothingSent = () => expect(includes()).toBe(0)

describe('what was shown has changed', () => {
  /** The simulator is shared by the tests of this file: what a test does to it is undone. */
  const undone: (() => void)[] = []
  afterEach(() => {
    for (const undo of undone.splice(0)) undo()
  })
  const meanwhile = (change: () => void, undo: () => void) => {
    change()
    undone.push(undo)
  }

  test('G38 · paid while the confirmation was open: named, nothing is sent', async () => {
    const shown = await desk.draft()
    platforms.time.now += 20 * 60_000 - 6 * 60_000
    const { database } = platforms.hubsoft
    meanwhile(
      () => database.pay(Number(invoiceId)),
      () => database.undo(Number(invoiceId)),
    )
    const refusal = await refused(shown)
    expect(refusal).toMatchObject({
      status: 409,
      code: 'negativation-changed',
      text: 'O que foi mostrado mudou no ERP. Nada foi enviado.',
      changes: [{ field: 'fact', invoiceId, before: 'open', after: 'paid' }],
    })
    nothingSent()
    // Confirming the same again is refused too: the draft holds what is there now.
    expect(await refused(shown)).toMatchObject({ code: 'negativation-changed' })
    nothingSent()
  })

  test('another value, another due date, another address: each is named', async () => {
    const shown = await desk.draft()
    const { database } = platforms.hubsoft
    const invoice = database.invoice(Number(invoiceId))
    const customer = database.customer(antonia.id)
    const before = structuredClone({ invoice, customer })
    meanwhile(
      () => {
        Object.assign(invoice, { cents: 12_990, due: '2026-10-11' })
        customer.services[0]!.address.number = '9999'
      },
      () => {
        Object.assign(invoice, before.invoice)
        Object.assign(customer, before.customer)
      },
    )
    const { changes = [] } = await refused(shown)
    expect(changes).toEqual(
      expect.arrayContaining([
        { field: 'cents', invoiceId, before: '11990', after: '12990' },
        { field: 'due', invoiceId, before: '2026-10-10', after: '2026-10-11' },
        expect.objectContaining({ field: 'address', invoiceId: null }),
      ]),
    )
    nothingSent()
    const anew = await desk.draft()
    expect(anew.negativation).toMatchObject({ id: shown.negativation.id, totalCents: 12_990 })
    expect(anew.seal).not.toBe(shown.seal)
  })

  test('vanished from the ERP is not open', async () => {
    const shown = await desk.draft()
    const { database } = platforms.hubsoft
    const invoice = database.invoice(Number(invoiceId))
    meanwhile(
      () => database.erase(invoice.id),
      () => database.invoices.push(invoice),
    )
    expect(await refused(shown)).toMatchObject({
      code: 'negativation-changed',
      changes: [{ field: 'fact', before: 'open', after: 'vanished' }],
    })
    nothingSent()
  })

  test('an invoice that was paid before the draft is refused by name', async () => {
    const { database } = platforms.hubsoft
    meanwhile(
      () => database.pay(Number(invoiceId)),
      () => database.undo(Number(invoiceId)),
    )
    expect(await desk.ana.refused('negativationDraft', desk.wish(antonia, [invoiceId]))).toMatchObject({
      code: 'negativation-changed',
      changes: [{ field: 'fact', invoiceId, before: 'open', after: 'gone' }],
    })
  })

  test('a confirmation that stood open too long wants to be read again', async () => {
    const shown = await desk.draft()
    platforms.time.now += 15 * 60_000 + 1
    expect(await refused(shown)).toMatchObject({ status: 409, code: 'negativation-expired' })
    nothingSent()
    const anew = await desk.draft()
    expect(anew.negativation.id).toBe(shown.negativation.id)
    await desk.ana.call('negativationConfirm', confirmation(anew))
    await desk.service.services.idle()
    expect(includes()).toBe(1)
  })
})

describe('what the person must have seen', () => {
  test('every warning, and in writing where it says so', async () => {
    const shown = await desk.draft()
    expect(shown.reasons.map(({ code }) => code)).toContain('erp-records-unseen')
    expect(await refused(shown, { accepted: [] })).toMatchObject({
      code: 'warnings-not-accepted',
      reasons: expect.arrayContaining([expect.objectContaining({ code: 'erp-records-unseen' })]),
    })
    nothingSent()
  })

  test('G35 · an active service wants a written reason, kept with the name of who wrote it', async () => {
    const { maria } = people
    const shown = await desk.draft(maria)
    expect(shown.reasons).toContainEqual(expect.objectContaining({ code: 'service-active', written: true }))
    expect(await refused(shown, { written: '  ' })).toMatchObject({ code: 'written-reason-missing' })
    nothingSent()
    await desk.ana.call(
      'negativationConfirm',
      confirmation(shown, { written: 'Rescisão pedida por escrito.' }),
    )
    await desk.service.services.idle()
    const { history } = await desk.ana.call('negativation', { id: shown.negativation.id })
    expect(history.find(({ event }) => event === 'confirm')).toMatchObject({
      actor: 'Ana',
      text: 'Rescisão pedida por escrito.',
    })
  })

  test('a draft that was cancelled is not sent', async () => {
    const shown = await desk.draft()
    const { id } = shown.negativation
    expect(await desk.ana.call('negativationCancel', { id })).toMatchObject({ state: 'cancelled' })
    expect(await desk.ana.call('negativationCancel', { id })).toMatchObject({ state: 'cancelled' })
    expect(await refused(shown)).toMatchObject({ code: 'negativation-not-draft' })
    nothingSent()
    expect((await desk.draft()).negativation.id).not.toBe(id)
  })
})

describe('the bureau', () => {
  test('cannot be asked before: nothing is sent', async () => {
    const shown = await desk.draft()
    platforms.connect.faults.set('debtState', { kind: 'status', status: 503 })
    expect(await refused(shown)).toMatchObject({ status: 502, code: 'lookup-failed' })
    nothingSent()
    await desk.ana.call('negativationConfirm', confirmation(shown))
    await desk.service.services.idle()
    expect(includes()).toBe(1)
  })

  test('offers no look-up: it goes on without', async () => {
    platforms.connect.pefin.offersLookUp = false
    expect(await desk.include()).toMatchObject({ state: 'sent' })
    platforms.connect.pefin.offersLookUp = true
  })

  test('has a record under this contract already', async () => {
    const shown = await desk.draft()
    const { contract, creditor } = shown.negativation
    const stranger = await desk.include(antonia, [invoiceAt(antonia, 3)])
    const { pefin } = platforms.connect
    pefin.includeElsewhere({ ...pefin.of(stranger.contract)!, contract, creditor })
    expect(await refused(shown)).toMatchObject({ status: 409, code: 'already-at-bureau' })
    expect(includes()).toBe(1)
  })

  test('refuses with code and words: rejected, and both stand in the history', async () => {
    platforms.connect.faults.set('include', { kind: 'refuse', code: '104', text: 'CEP inválido' })
    const record = await desk.include()
    expect(record.state).toBe('rejected')
    const { history } = await desk.ana.call('negativation', { id: record.id })
    expect(history.at(-1)).toMatchObject({ event: 'refused', code: '104', text: 'CEP inválido' })
    // A new draft, with a new press.
    expect((await desk.draft()).negativation.id).not.toBe(record.id)
    expect(includes()).toBe(1)
  })

  test('is never reached: back to the draft, and the next press is another one', async () => {
    const shown = await desk.draft()
    platforms.connect.faults.set('include', { kind: 'rate-limit', retryAfter: '30' } as never)
    await desk.ana.call('negativationConfirm', confirmation(shown))
    await desk.service.services.idle()
    expect(await desk.record(shown.negativation.id)).toMatchObject({ state: 'draft' })
    await desk.ana.call('negativationConfirm', confirmation(shown))
    await desk.service.services.idle()
    expect(await desk.record(shown.negativation.id)).toMatchObject({ state: 'sent' })
    expect(platforms.connect.pefin.inclusions(shown.negativation.contract)).toBe(1)
  })
})

describe('the ERP', () => {
  test.each([{ kind: 'status', status: 503 } as const, { kind: 'html-page' } as const])(
    'cannot be read before the sending: nothing is sent (%j)',
    async (fault) => {
      const shown = await desk.draft()
      platforms.hubsoft.faults.set('invoices', fault)
      expect((await refused(shown)).code).toMatch(/^erp-/)
      nothingSent()
    },
  )

  test('does not know the customer', async () => {
    expect(
      await desk.ana.refused('negativationDraft', { ...desk.wish(antonia, [invoiceId]), customerId: '1' }),
    ).toMatchObject({ status: 404, code: 'erp-customer-unknown' })
  })
})

describe('G84 · the disk', () => {
  test('G84 · is full before the sending: refused, nothing is sent', async () => {
    const shown = await desk.draft()
    disk.full = true
    expect(await refused(shown)).toMatchObject({ status: 507, code: 'disk-full' })
    await desk.service.services.idle()
    nothingSent()
    disk.full = false
    expect(await desk.record(shown.negativation.id)).toMatchObject({ state: 'draft' })
  })

  test('G84 · is full after the sending: the end is written once there is room', async () => {
    const shown = await desk.draft()
    const gate = Promise.withResolvers<void>()
    platforms.connect.faults.set('include', { kind: 'slow', until: gate.promise })
    await desk.ana.call('negativationConfirm', confirmation(shown))
    await platforms.connect.ledger.seen('include')
    disk.full = true
    gate.resolve()
    await desk.service.services.idle()
    expect(await desk.record(shown.negativation.id)).toMatchObject({ state: 'sending' })
    disk.full = false
    await desk.service.tick()
    expect((await desk.record(shown.negativation.id)).protocol).toMatch(/^\d{9}$/)
    expect(includes()).toBe(1)
  })

  test('G81 · is in doubt: everything is shown, nothing is included', async () => {
    const shown = await desk.draft()
    disk.readOnly = true
    expect((await desk.draft()).reasons).toContainEqual(
      expect.objectContaining({ code: 'read-only', level: 'block' }),
    )
    expect((await refused(shown)).code).toMatch(/^(inclusion-blocked|store-read-only)$/)
    nothingSent()
  })
})
