import type { HubsoftDatabase } from '../../simulators/hubsoft-api/database.ts'
import { addDays, todayOf } from '../../simulators/hubsoft-api/days.ts'
import type { Customer, Invoice } from '../../simulators/hubsoft-api/records.ts'
import { companyIds } from '../../simulators/hubsoft-api/seed/invoices.ts'
import { cpfOf } from '../../simulators/hubsoft-api/seed/made-up-documents.ts'
import { personName } from '../../simulators/hubsoft-api/seed/made-up-names.ts'
import { day, hour } from './trouble.ts'
import type { YearTime } from './year-time.ts'

/** What the world knows about a debt, whoever else does. */
export interface Debt {
  customerId: number
  serviceId: number
  invoiceIds: number[]
  story: string
  /** Since when the ERP shows that nothing is owed any more; null while something is. */
  clearedAt: number | null
  /** The day on which the last of the money was available, as the ERP shows it. */
  creditDay: string | null
  /** Only the daily walk over all records finds it. */
  isForAudit: boolean
  /** When the bureau took the inclusion, and the removal. */
  includedAt: number | null
  receivedAt: number | null
  contract: string | null
  /** A person left the name where it is, and said why. */
  isSettled: boolean
}

interface DebtsDeps {
  database: HubsoftDatabase
  changed: () => void
  time: YearTime
  roll: () => number
  /** Everything has happened by then. */
  until: number
}

const address = {
  street: 'RUA DAS AMOSTRAS',
  number: '100',
  complement: null,
  district: 'CENTRO',
  zip: '37200000',
  city: 'LAVRAS',
  state: 'MG',
  stateName: 'MINAS GERAIS',
}

const customerOf = (id: number, place: number): Customer => ({
  id,
  code: 20_000 + place,
  name: personName(place),
  document: cpfOf(place),
  birth: '1984-03-12',
  phone: '35987000000',
  email: `cliente${place}@exemplo.com.br`,
  registered: '2021-08-05',
  active: true,
  services: [
    {
      id: id * 2,
      plan: 1,
      name: 'FIBRA 500 MEGA',
      cents: 11_990,
      state: 'cancelado',
      cancelReason: 'CANCELAMENTO AUTOMATICO INADIMPLENCIA',
      login: `pppoe${place}`,
      password: 'x',
      ipv4: '100.64.0.1',
      mac: 'AA:BB:CC:00:00:01',
      address,
    },
  ],
})

const invoiceOf = (id: number, customer: Customer, due: string): Invoice => ({
  id,
  customerId: customer.id,
  serviceId: customer.services[0]!.id,
  companyId: companyIds.headOffice,
  created: addDays(due, -20),
  due,
  paid: null,
  credited: null,
  cents: 11_990,
  paidCents: null,
  interestCents: null,
  discountCents: 0,
  active: true,
  partial: false,
  renegotiationId: null,
  slip: 'none',
  lines: [{ id: id * 10, text: 'Mensalidade', cents: 11_990 }],
  receipts: [],
})

/** How many of a hundred debts go which way. */
const stories = {
  paid: 50,
  'seen-late': 12,
  'paid-twice': 5,
  'in-parts': 8,
  undone: 6,
  renegotiated: 5,
  cancelled: 3,
  'comes-back': 5,
  vanished: 2,
  unpaid: 4,
} as const
type Story = keyof typeof stories

/** People who owe, and what they and the provider's staff do about it. */
export const debtsOf = ({ database, changed, time, roll, until }: DebtsDeps) => {
  const all: Debt[] = []
  const byInvoice = new Map<number, Debt>()
  let place = 0
  let invoices = 1_000_000

  const today = (): string => todayOf(time.now())
  const between = (least: number, most: number): number => least + (most - least) * roll()
  const whole = (least: number, most: number): number => Math.floor(between(least, most + 1))
  /** Later by so much, by day and by night, while the year lasts. */
  const later = (milliseconds: number, act: () => void): void => {
    const moment = time.now() + milliseconds
    if (moment >= until) return
    time.at(moment, () => {
      act()
      changed()
    })
  }
  const draw = (): Story => {
    let left = 100 * roll()
    for (const [story, share] of Object.entries(stories)) if ((left -= share) < 0) return story as Story
    return 'paid'
  }

  const isQuit = (debt: Debt): boolean =>
    debt.invoiceIds.every((id) => {
      try {
        return database.invoice(id).paid !== null
      } catch {
        return false
      }
    })
  const settle = (debt: Debt): void => {
    if (!isQuit(debt)) return
    debt.clearedAt = time.now()
    const days = debt.invoiceIds.map((id) => {
      const { credited, paid } = database.invoice(id)
      return credited ?? paid ?? ''
    })
    debt.creditDay = days.toSorted().at(-1) ?? null
  }
  /** The ERP shows it now: paid so many days ago, and the money there so many days after. */
  const pay = (debt: Debt, id: number, { ago = 0, credit = whole(0, 3), cents = 11_990 } = {}): void => {
    const on = addDays(today(), -ago)
    const credited = roll() < 0.1 ? null : addDays(on, credit)
    database.pay(id, { on, cents, credited })
    // The sweep reads three days more than it has read already.
    debt.isForAudit ||= ago > 3
    settle(debt)
  }
  const payAll = (debt: Debt, rest: Parameters<typeof pay>[2] = {}): void => {
    for (const id of debt.invoiceIds) pay(debt, id, rest)
  }
  const undo = (debt: Debt): void => {
    for (const id of debt.invoiceIds) database.undo(id)
    debt.clearedAt = null
    debt.creditDay = null
  }

  const acts: Record<Story, (debt: Debt, after: number) => void> = {
    paid: (debt, after) => {
      for (const [turn, id] of debt.invoiceIds.entries())
        later(after + turn * between(0, 9) * day, () => pay(debt, id))
    },
    'seen-late': (debt, after) => later(after, () => payAll(debt, { ago: whole(1, 6), credit: whole(0, 2) })),
    'paid-twice': (debt, after) => {
      later(after, () => payAll(debt))
      later(after + between(0.1, 3) * day, () => {
        for (const id of debt.invoiceIds) Object.assign(database.invoice(id), { paidCents: 2 * 11_990 })
      })
    },
    'in-parts': (debt, after) => {
      later(after, () => debt.invoiceIds.forEach((id) => database.payPartly(id, 5_000)))
      later(after + between(3, 20) * day, () => payAll(debt))
    },
    undone: (debt, after) => {
      later(after, () => payAll(debt))
      const back = after + between(0.01, 3) * day
      later(back, () => undo(debt))
      later(back + between(2, 15) * day, () => payAll(debt))
    },
    renegotiated: (debt, after) => {
      let first = 0
      later(after, () => void ([first = 0] = database.renegotiate(debt.invoiceIds, 2).newInvoiceIds))
      later(after + between(5, 30) * day, () => {
        const on = today()
        database.pay(first, { on, credited: addDays(on, 1) })
        Object.assign(debt, { clearedAt: time.now(), creditDay: addDays(on, 1), isForAudit: true })
      })
    },
    cancelled: (debt, after) => later(after, () => debt.invoiceIds.forEach((id) => database.cancel(id))),
    'comes-back': (debt, after) => {
      const gone: Invoice[] = []
      later(after, () => {
        for (const id of debt.invoiceIds) {
          gone.push(database.invoice(id))
          database.erase(id)
        }
      })
      const back = after + between(0.2, 9) * day
      later(back, () => void database.invoices.push(...gone))
      later(back + between(0.2, 9) * day, () => payAll(debt))
    },
    vanished: (debt, after) => later(after, () => debt.invoiceIds.forEach((id) => database.erase(id))),
    unpaid: () => {},
  }

  return {
    all,
    /** Of the contract under which the bureau knows it: the smallest invoice number stands in it. */
    ofContract: (contract: string): Debt | undefined => byInvoice.get(Number.parseInt(contract, 10)),
    /** Somebody who has owed for some weeks; his story begins some hours to some weeks from now. */
    arise: (): Debt => {
      place += 1
      const customer = customerOf(50_000 + place, place)
      const story = draw()
      const count = story !== 'renegotiated' && roll() < 0.15 ? 2 : 1
      const due = addDays(today(), -whole(40, 80))
      const invoiceIds = Array.from({ length: count }, () => (invoices += 1))
      database.customers.push(customer)
      for (const id of invoiceIds) database.invoices.push(invoiceOf(id, customer, due))
      const debt: Debt = {
        customerId: customer.id,
        serviceId: customer.services[0]!.id,
        invoiceIds,
        story,
        clearedAt: null,
        creditDay: null,
        isForAudit: false,
        includedAt: null,
        receivedAt: null,
        contract: null,
        isSettled: false,
      }
      all.push(debt)
      byInvoice.set(invoiceIds[0]!, debt)
      changed()
      acts[story](debt, 4 * hour + 25 * day * roll() ** 2)
      return debt
    },
  }
}
export type Debts = ReturnType<typeof debtsOf>
