import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EligibilityCode } from '../../shared/api.ts'
import { simulation as schema } from '../../shared/api.ts'
import { blockOf, itemAt, shownOf, warnOf } from './batch.samples.ts'
import { goingItems } from './going-items.ts'
import { itemTotals } from './item-totals.ts'
import type { SimulationFacts } from './simulation.ts'
import { simulate } from './simulation.ts'

const policy = { dailyLimit: 500, approvalPeople: 0, approvalCents: 0, letterDays: 10 }
const simulated = (fields: Partial<SimulationFacts>) =>
  simulate({ items: [], accepted: [], seal: 's', policy, unitCents: null, sentToday: 0, ...fields })

const asked = (customerId: string, ...invoiceIds: string[]) => ({ customerId, serviceId: null, invoiceIds })

describe('a simulation before anything is paid for', () => {
  test('counts who goes, who is blocked and why, and each open warning', () => {
    const items = [
      itemAt(1),
      itemAt(2, { reasons: [warnOf('erp-records-unseen'), warnOf('service-active', true)] }),
      itemAt(3, { reasons: [warnOf('erp-records-unseen'), blockOf('already-registered'), blockOf('fee')] }),
      itemAt(4, { shown: null, reasons: [blockOf('not-read')], asked: asked('c4', 'a', 'b') }),
    ]
    const one = { people: 1, debts: 1, invoices: 1, cents: 79_90 }
    expect(simulated({ items })).toMatchObject({
      selected: { people: 4, debts: 4, invoices: 5, cents: 3 * 79_90 },
      going: one,
      blocked: [
        { code: 'already-registered', total: one },
        { code: 'fee', total: one },
        { code: 'not-read', total: { people: 1, debts: 1, invoices: 2, cents: 0 } },
      ],
      warnings: [
        { code: 'erp-records-unseen', written: false, total: one },
        { code: 'service-active', written: true, total: one },
      ],
    })
    expect(simulated({ items, accepted: ['erp-records-unseen'] }).going.debts).toBe(1)
    expect(simulated({ items, accepted: ['erp-records-unseen', 'service-active'] }).going.debts).toBe(2)
  })

  test('a person with two services is one person and two debts', () => {
    const items = [itemAt(1, { asked: asked('c1', 'f1') }), itemAt(2, { asked: asked('c1', 'f2') })]
    expect(simulated({ items }).going).toMatchObject({ people: 1, debts: 2 })
  })

  test('shows what is sent of a shortened address, of what goes alone', () => {
    const shortened = [{ field: 'street', whole: 'RUA A DO NOME COMPRIDO' }]
    const items = [
      itemAt(1, { shortened, reasons: [warnOf('address-shortened')] }),
      itemAt(2, { shortened, reasons: [blockOf('minor')] }),
    ]
    expect(simulated({ items }).shortened).toEqual([])
    expect(simulated({ items, accepted: ['address-shortened'] }).shortened).toEqual([
      { position: 1, name: 'MARIA EXEMPLO', field: 'street', whole: 'RUA A DO NOME COMPRIDO', sent: 'RUA A' },
    ])
  })

  test('the cost is that of what goes, and unknown without a price', () => {
    const items = [itemAt(1), itemAt(2), itemAt(3, { reasons: [blockOf('minor')] })]
    expect(simulated({ items, unitCents: 1_90 })).toMatchObject({ costCents: 3_80, unitCents: 1_90 })
    expect(simulated({ items })).toMatchObject({ costCents: null, unitCents: null })
  })

  test.each([
    [0, 0, false],
    [2, 0, false],
    [1, 0, true],
    [0, 159_80, false],
    [0, 159_79, true],
  ])('above %d people or %d cents a second person has to approve: %s', (people, cents, needed) => {
    const limits = { ...policy, approvalPeople: people, approvalCents: cents }
    expect(simulated({ items: [itemAt(1), itemAt(2)], policy: limits }).needsApproval).toBe(needed)
  })

  test('what the day still allows is never less than nothing', () => {
    expect(simulated({ sentToday: 480 }).leftToday).toBe(20)
    expect(simulated({ sentToday: 600 }).leftToday).toBe(0)
  })
})

const codes: EligibilityCode[] = ['minor', 'fee', 'erp-records-unseen', 'service-active', 'last-day']
const reason = fc.record({ code: fc.constantFrom(...codes), isBlock: fc.boolean(), written: fc.boolean() })
const item = fc.record({
  customer: fc.integer({ min: 1, max: 5 }),
  amount: fc.integer({ min: 10_00, max: 9_999_99 }),
  reasons: fc.array(reason, { maxLength: 3 }),
  isRead: fc.boolean(),
})
const items = fc.array(item, { maxLength: 12 }).map((all) =>
  all.map(({ customer, amount, reasons, isRead }, index) =>
    itemAt(index + 1, {
      asked: asked(`c${customer}`, `f${index}`),
      shown: isRead ? shownOf(`c${customer}`, amount) : null,
      reasons: reasons.map(({ code, isBlock, written }) => (isBlock ? blockOf(code) : warnOf(code, written))),
    }),
  ),
)
const accepted = fc.subarray(codes)

describe('of any selection', () => {
  test('every item goes or stands under a reason', () => {
    fc.assert(
      fc.property(items, accepted, (all, codesAccepted) => {
        const { blocked, warnings } = simulated({ items: all, accepted: codesAccepted })
        const named = new Set([...blocked, ...warnings].map(({ code }) => code))
        const going = new Set(goingItems(all, codesAccepted))
        for (const each of all.filter((one) => !going.has(one)))
          expect(!each.shown || each.reasons.some(({ code }) => named.has(code))).toBe(true)
        for (const each of going) expect(each.shown).not.toBeNull()
      }),
    )
  })

  test('the totals are those of the items, and the API takes them', () => {
    fc.assert(
      fc.property(items, accepted, (all, codesAccepted) => {
        const result = simulated({ items: all, accepted: codesAccepted, unitCents: 2_00 })
        expect(schema.parse(result)).toEqual(result)
        const going = goingItems(all, codesAccepted)
        const rest = all.filter((one) => !going.includes(one))
        expect(result.selected.debts).toBe(going.length + rest.length)
        expect(result.selected.cents).toBe(result.going.cents + itemTotals(rest).cents)
        expect(result.going.people).toBe(new Set(going.map((one) => one.asked.customerId)).size)
        expect(result.costCents).toBe(2_00 * going.length)
      }),
    )
  })

  test('accepting more lets no less go, and takes nobody off who went', () => {
    fc.assert(
      fc.property(items, accepted, accepted, (all, some, more) => {
        const before = goingItems(all, some)
        const after = goingItems(all, [...some, ...more])
        expect(before.every((one) => after.includes(one))).toBe(true)
      }),
    )
  })
})
