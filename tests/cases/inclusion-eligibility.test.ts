import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CandidateInvoice, EligibilityReason } from '../../shared/api.ts'
import type { CustomerOf } from '../simulators/people.ts'
import { people } from '../simulators/people.ts'
import { block } from '../../proxy/negativation/eligibility.ts'
import { question } from './credit-service.ts'
import { confirmation, debtDesk, invoiceAt, startPlatforms } from './debt-desk.ts'
import type { DebtDesk, Platforms } from './debt-desk.ts'

const { antonia, maria, jose, luis, zelia, joao, benedita } = people
let platforms: Platforms
let desk: DebtDesk

beforeEach(async () => {
  platforms = await startPlatforms()
  desk = await debtDesk(platforms)
})
afterEach(async () => {
  await desk.service.services.stop()
  await platforms.close()
})

const codes = (reasons: readonly EligibilityReason[], level: 'block' | 'warn'): string[] =>
  reasons.filter((reason) => reason.level === level).map(({ code }) => code)
const overview = (person: CustomerOf) =>
  desk.ana.call('customerOverview', { erpId: desk.erpId, customerId: String(person.id) })
const candidate = async (person: CustomerOf, invoiceId: number): Promise<CandidateInvoice> =>
  (await overview(person)).invoices.find(({ id }) => id === String(invoiceId))!
const database = () => platforms.hubsoft.database
const blocked = async (person: CustomerOf, invoiceIds?: string[]) => {
  const shown = await desk.draft(person, invoiceIds)
  const refusal = await desk.ana.refused('negativationConfirm', confirmation(shown))
  expect(platforms.connect.ledger.of('include')).toEqual([])
  return { shown, refusal }
}

describe('the overview', () => {
  test('every unpaid invoice, oldest due date first, each with what speaks against it', async () => {
    const { customer, invoices, services, integrations, letterDays } = await overview(antonia)
    expect(customer).toEqual({
      id: String(antonia.id),
      code: String(antonia.code),
      name: antonia.name,
      document: antonia.document,
      birth: '1978-11-02',
    })
    expect(services).toEqual([expect.objectContaining({ state: 'Cancelado', isCancelled: true })])
    expect(invoices.map(({ due }) => due)).toEqual(invoices.map(({ due }) => due).toSorted())
    expect(invoices.map(({ fact }) => fact)).not.toContain('paid')
    const late = invoices.find(({ id }) => id === invoiceAt(antonia, 2))!
    expect(late).toMatchObject({ daysLate: 46, cents: 11_990, fact: 'open' })
    expect(codes(late.reasons, 'block')).toEqual([])
    expect(integrations).toMatchObject([
      {
        description: 'Matriz',
        missing: [],
        inclusionReasons: expect.arrayContaining([expect.objectContaining({ code: 'TI' })]),
        removalReasons: expect.arrayContaining([expect.objectContaining({ code: '01' })]),
      },
    ])
    expect(letterDays).toBe(10)
  })

  test('not yet due, too young, a fine, partly paid: each blocked with its reason', async () => {
    const { invoices } = await overview(antonia)
    const blocks = Object.fromEntries(
      invoices.map(({ id, reasons }) => [Number(id) - 700_000 - antonia.code * 100, codes(reasons, 'block')]),
    )
    expect(blocks[0]).toContain('not-overdue')
    expect(blocks[1]).toContain('not-late-enough')
    expect(blocks[4]).toContain('fee')
    expect(blocks[5]).toContain('not-open')
  })

  test('equipment, small values, old debts, another branch’s invoice', async () => {
    const { cases } = database()
    expect(codes((await candidate(zelia, cases.equipment)).reasons, 'block')).toContain('equipment')
    expect(codes((await candidate(zelia, cases.tooSmall)).reasons, 'block')).toContain('value-too-small')
    expect(codes((await candidate(zelia, cases.tooOld)).reasons, 'block')).toContain('too-old')
    expect(codes((await candidate(zelia, cases.otherBranch)).reasons, 'block')).toContain('issuer-differs')
  })
})

describe('G35 · the service has to be over', () => {
  test('G35 · active: a written reason by default, blocked where the administrator says so', async () => {
    const shown = await desk.draft(maria)
    const active = shown.reasons.find(({ code }) => code === 'service-active')
    expect(active).toMatchObject({ level: 'warn', written: true })
    const policy = await desk.ana.call('inclusionPolicy', {})
    await desk.ana.call('inclusionPolicySave', { ...policy, activeService: 'block' })
    const { refusal } = await blocked(maria)
    expect(refusal).toMatchObject({
      code: 'inclusion-blocked',
      reasons: expect.arrayContaining([expect.objectContaining({ code: 'service-active', level: 'block' })]),
    })
  })

  test('G35 · cancelled: nothing is asked', async () => {
    const { reasons } = await desk.draft(antonia)
    expect(reasons.map(({ code }) => code)).not.toContain('service-active')
  })

  test('G35 · 20 days late is too young, whatever the service', async () => {
    database().invoice(Number(invoiceAt(antonia, 2))).due = '2026-11-05'
    const { refusal } = await blocked(antonia)
    expect(refusal.reasons).toContainEqual(expect.objectContaining({ code: 'not-late-enough' }))
  })
})

describe('G44 · the right person', () => {
  /** A real query of the document; its report names Antônia. Then the ERP's register says another name. */
  const consultedAs = async (nameInErp: string) => {
    const { id } = await desk.ana.call(
      'queryStart',
      question(desk.integrationId, { document: antonia.document, purpose: 'collection' }),
    )
    await desk.service.ended(id)
    database().customer(antonia.id).name = nameInErp
    return desk.draft()
  }

  test('G44 · the bureau named somebody else: only with a written reason', async () => {
    const shown = await consultedAs('JOSE DA SILVA')
    expect(shown.reasons).toContainEqual(expect.objectContaining({ code: 'name-differs', written: true }))
    expect(await desk.ana.refused('negativationConfirm', confirmation(shown, { written: '' }))).toMatchObject(
      { code: 'written-reason-missing' },
    )
    expect(platforms.connect.ledger.of('include')).toEqual([])
  })

  test('G44 · accents, “DA” and initials are no other person', async () => {
    const { reasons } = await consultedAs('Antonia F. da Conceicao')
    expect(reasons.map(({ code }) => code)).not.toContain('name-differs')
  })

  test('G44 · a document that stands in two records is told; one that is none is refused', async () => {
    const { reasons } = await desk.draft(benedita)
    expect(reasons.map(({ code }) => code)).toContain('several-customers')
    database().customer(antonia.id).document = '64018235772'
    expect(
      await desk.ana.refused('negativationDraft', desk.wish(antonia, [invoiceAt(antonia, 2)])),
    ).toMatchObject({ code: 'inclusion-blocked', reasons: [{ code: 'document-invalid' }] })
  })

  test('G44 · the customers of a document, for a screen that knows no number', async () => {
    const { customers } = await desk.ana.call('customerSearch', { document: benedita.document })
    expect(customers.map(({ id, code }) => [id, code])).toEqual([
      [String(benedita.id), String(benedita.code)],
      [String(people.beneditaAgain.id), String(people.beneditaAgain.code)],
    ])
  })
})

describe('G45 · a minor', () => {
  const bornOn = async (birth: string | null, contract = '2021-08-05') => {
    Object.assign(database().customer(antonia.id), { birth, registered: contract })
    return (await desk.draft()).reasons
  }
  test('G45 · under 18 today', async () => {
    expect(codes(await bornOn('2010-05-02'), 'block')).toContain('minor')
    expect(codes(await bornOn('2008-11-26'), 'block')).toContain('minor')
    const { refusal } = await blocked(luis)
    expect(refusal.reasons).toContainEqual(expect.objectContaining({ code: 'minor' }))
  })
  test('G45 · an unknown birth date warns, and an epoch default is none', async () => {
    expect(codes(await bornOn(null), 'warn')).toContain('birth-unknown')
    const { reasons } = await desk.draft(joao)
    expect(codes(reasons, 'warn')).toContain('birth-unknown')
  })
})

describe('G51 · the letter has to arrive', () => {
  test.each([
    [{ number: '' }, true],
    [{ zip: '00000000' }, true],
    [{ number: 'S/N' }, false],
  ])('%j', async (address, isBlocked) => {
    Object.assign(database().customer(antonia.id).services[0]!.address, address)
    const { reasons } = await desk.draft()
    expect(codes(reasons, 'block').includes('address-incomplete')).toBe(isBlocked)
  })

  test('G51 · what is too long is shortened, and shown whole beside it', async () => {
    const { oficina } = people
    const shown = await desk.draft(oficina)
    expect(shown.shortened.length).toBeGreaterThan(0)
    for (const { whole } of shown.shortened) expect(whole.length).toBeGreaterThan(20)
    expect(codes(shown.reasons, 'warn')).toContain('address-shortened')
  })
})

describe('G55 · the debtor must have been able to pay', () => {
  const warnings = async () => {
    const { reasons } = await candidate(antonia, Number(invoiceAt(antonia, 2)))
    const shown = await desk.draft()
    return { shown, inOverview: codes(reasons, 'warn'), inDraft: codes(shown.reasons, 'warn') }
  }

  test.each(['none', 'wrong'] as const)(
    'G55 · a slip that is %j: a warning that must be accepted',
    async (slip) => {
      Object.assign(database().invoice(Number(invoiceAt(antonia, 2))), { slip, hasPix: false })
      const { shown, inOverview, inDraft } = await warnings()
      expect(inOverview).toContain('no-payable-slip')
      expect(inDraft).toContain('no-payable-slip')
      const accepted = inDraft.filter((code) => code !== 'no-payable-slip') as EligibilityReason['code'][]
      expect(await desk.ana.refused('negativationConfirm', confirmation(shown, { accepted }))).toMatchObject({
        code: 'warnings-not-accepted',
        reasons: [{ code: 'no-payable-slip' }],
      })
      expect(platforms.connect.ledger.of('include')).toEqual([])
      await desk.ana.call('negativationConfirm', confirmation(shown))
      await desk.service.services.idle()
      expect(await desk.record(shown.negativation.id)).toMatchObject({ state: 'sent' })
      expect(platforms.connect.ledger.of('include')).toHaveLength(1)
    },
  )

  test.each([{}, { slip: 'none', hasPix: true }])('G55 · %j can be paid: no warning', async (payable) => {
    Object.assign(database().invoice(Number(invoiceAt(antonia, 2))), payable)
    const { inOverview, inDraft } = await warnings()
    expect(inOverview).not.toContain('no-payable-slip')
    expect(inDraft).not.toContain('no-payable-slip')
  })
})

test.each([0, -1000])('G96 · %d cents are never eligible', async (cents) => {
  const { cases } = database()
  database().invoice(cases.zero).cents = cents
  const { invoices } = await overview(zelia)
  const [invoice] = invoices.filter(({ id }) => id === String(cases.zero))
  // HubSoft leaves invoices of nothing out unless asked for them: then there is nothing to select.
  expect(codes(invoice?.reasons ?? [block('value-not-positive')], 'block')).toContain('value-not-positive')
  const shown = await desk.ana.ask('negativationDraft', desk.wish(zelia, [String(cases.zero)]))
  expect(shown.status).toBe(invoice ? 201 : 409)
})

test('a customer of nobody’s: the invoices of one are not read for another', async () => {
  const ofJose = invoiceAt(jose, 2)
  expect(await desk.ana.refused('negativationDraft', desk.wish(antonia, [ofJose]))).toMatchObject({
    code: 'negativation-changed',
    changes: [{ invoiceId: ofJose, after: 'gone' }],
  })
})
