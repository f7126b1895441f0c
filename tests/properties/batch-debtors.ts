import type { SelectedDebt } from '../../shared/api.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import type { FakeErp } from '../fakes/erp.ts'
import { provider } from '../simulators/people.ts'
import { cpfOf } from '../simulators/hubsoft-api/seed/made-up-documents.ts'

const address = {
  street: 'RUA DAS FLORES',
  number: '10',
  complement: '',
  district: 'CENTRO',
  city: 'SAO PAULO',
  state: 'SP',
  zip: '01001000',
}

/** The invoice of the person at this place, from 1. */
export const invoiceOf = (place: number): string => String(600_000 + place)

/** So many people who owe one invoice each, and nothing stands against registering it. */
export const fillDebtors = (erp: Pick<FakeErp, 'add' | 'customers'>, count: number): SelectedDebt[] =>
  Array.from({ length: count }, (_, index) => {
    const place = index + 1
    const customerId = String(40_000 + place)
    const serviceId = `s${customerId}`
    const document = cpfOf(place)
    const service = {
      id: serviceId,
      name: 'FIBRA 500',
      state: 'Serviço cancelado',
      isCancelled: true,
      since: '2020-03-02' as CalendarDate,
      address,
    }
    const birth = '1985-04-09' as CalendarDate
    const name = `DEVEDOR NUMERO ${place}`
    erp.customers.push({ id: customerId, code: String(place), name, document, birth, services: [service] })
    erp.add({
      id: invoiceOf(place),
      customerId,
      document,
      due: '2026-07-10' as CalendarDate,
      serviceId,
      issuer: provider.headOffice.document,
      slip: '23793381286008301935206000063300189720000007990',
    })
    return { customerId, serviceId, invoiceIds: [invoiceOf(place)] }
  })
