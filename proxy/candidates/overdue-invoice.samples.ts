import type { OverdueInvoice } from '../erps/erp.ts'
import { parseDate } from '../../shared/calendar.ts'
import { cents } from '../../shared/money.ts'

export const dayOf = (text: string) => parseDate(text)!

/** An overdue invoice that nothing speaks against, of a cancelled service, for tests. */
export const overdueInvoice = (over: Partial<OverdueInvoice> = {}): OverdueInvoice => {
  const { customerId = '5012' } = over
  return {
    id: '62636',
    customerId,
    document: '73164025807',
    serviceId: '7701',
    due: dayOf('2026-08-10'),
    cents: cents(119_90),
    description: 'Mensalidade',
    issuer: '04718253000156',
    fact: 'open',
    payment: null,
    partlyPaidCents: null,
    isFee: false,
    isEquipment: false,
    slip: '75691316620100672610127182400013800000000011990',
    customer: {
      id: customerId,
      code: '931',
      name: 'MARIA EXEMPLO DA SILVA',
      document: '73164025807',
      birth: dayOf('1984-12-31'),
    },
    service: { name: 'FIBRA 500 MEGA', state: 'Cancelado', isCancelled: true },
    city: 'LAVRAS',
    ...over,
  }
}
