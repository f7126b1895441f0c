import type { Erp } from '../../proxy/erps/erp.ts'
import { addDays } from '../../shared/calendar.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import type { fakeErp } from '../fakes/erp.ts'
import { people, provider } from '../simulators/people.ts'

export interface Debt {
  customerId: string
  invoiceIds: string[]
}

const address = {
  street: 'RUA DAS FLORES',
  number: '10',
  complement: '',
  district: 'CENTRO',
  city: 'SAO PAULO',
  state: 'SP',
  zip: '01001000',
}

const debtors = [people.maria, people.jose, people.antonia, people.joao]

/** Everybody owes; the second person's record holds two invoices. */
export const fillErp = (erp: ReturnType<typeof fakeErp>): Debt[] =>
  debtors.map(({ id, code, name, document }, index) => {
    const customerId = String(id)
    erp.customers.push({
      id: customerId,
      code: String(code),
      name,
      document,
      birth: '1985-04-09' as CalendarDate,
      services: [
        {
          id: `s${id}`,
          name: 'FIBRA 500',
          state: 'Serviço cancelado',
          isCancelled: true,
          since: '2020-03-02' as CalendarDate,
          address,
        },
      ],
    })
    const invoiceIds = index === 1 ? [`${id}1`, `${id}2`] : [`${id}1`]
    for (const [turn, invoiceId] of invoiceIds.entries())
      erp.add({
        id: invoiceId,
        customerId,
        due: addDays('2026-07-10' as CalendarDate, 31 * turn),
        serviceId: `s${id}`,
        issuer: provider.headOffice.document,
        slip: '23793381286008301935206000063300189720000007990',
      })
    return { customerId, invoiceIds }
  })

/** What the ERP says of an invoice on which something is owed. */
export const owing: ReadonlySet<string> = new Set(['open', 'partial', 'written-off'])

/** Notes in the maps what was told of each invoice. */
export const overheard = (erp: Erp, ...told: Map<string, string>[]): Erp => {
  const note = <Rows extends { id: string; fact: string }[]>(rows: Rows): Rows => {
    for (const { id, fact } of rows) for (const each of told) each.set(id, fact)
    return rows
  }
  return {
    ...erp,
    unpaidInvoices: async (...asked) => note(await erp.unpaidInvoices(...asked)),
    invoices: async (...asked) => note(await erp.invoices(...asked)),
    paymentsPage: async (...asked) => {
      const page = await erp.paymentsPage(...asked)
      note(page.invoices)
      return page
    },
  }
}
