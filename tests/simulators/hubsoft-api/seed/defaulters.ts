import type { HubsoftDatabase } from '../database.ts'
import { addDays } from '../days.ts'
import type { Address, Customer, Invoice, Service } from '../records.ts'
import { companyIds } from './invoices.ts'
import { cnpjOf, cpfOf } from './made-up-documents.ts'
import { companyName, longPersonName, personName } from './made-up-names.ts'

export interface DefaultersOptions {
  /** `YYYY-MM-DD`; the days late count from it. */
  today: string
  /** The number of the first one; another hundred thousand of them is somebody else. Default 0. */
  from?: number
  /** Everybody alike: cancelled service, whole address, one invoice that nothing speaks against. Default false. */
  isPlain?: boolean
}

/** Why an invoice is not registered under the default policy; null when nothing is in the way. */
export type InvoiceFlaw =
  | 'not-late-enough'
  | 'too-old'
  | 'value-too-small'
  | 'fee'
  | 'equipment'
  | 'not-open'
  | 'issuer-differs'

/** Somebody who was added, and what a test may expect of him under the default policy. */
export interface Defaulter {
  customerId: number
  code: number
  name: string
  document: string
  city: string
  address: 'whole' | 'long' | 'incomplete'
  /** A person of less than 18 years. */
  isMinor: boolean
  /** One of each service that bills an overdue invoice. */
  debts: {
    serviceId: number
    isCancelled: boolean
    invoices: { id: number; due: string; cents: number; flaw: InvoiceFlaw | null }[]
  }[]
}

const cities: readonly Pick<Address, 'city' | 'state' | 'stateName' | 'zip'>[] = [
  { city: 'LAVRAS', state: 'MG', stateName: 'MINAS GERAIS', zip: '37200000' },
  { city: 'VARGINHA', state: 'MG', stateName: 'MINAS GERAIS', zip: '37002000' },
  { city: 'SÃO JOÃO DEL REI', state: 'MG', stateName: 'MINAS GERAIS', zip: '36300000' },
  { city: 'PIRAÍ', state: 'RJ', stateName: 'RIO DE JANEIRO', zip: '27175000' },
  { city: 'GUARATINGUETÁ', state: 'SP', stateName: 'SÃO PAULO', zip: '12500000' },
]
const streets = ['RUA DAS AMOSTRAS', 'AVENIDA MODELO', 'TRAVESSA DO EXEMPLO', 'RUA DA CONCEIÇÃO']
const longStreet = 'RUA PROFESSOR DOUTOR CONSELHEIRO ANTÔNIO JOSÉ DA CONCEIÇÃO EXEMPLO MAGALHÃES'

/** Every so-manieth one has the trait; primes, so that the traits meet in all ways. */
const each = (every: number, rest: number) => (number: number) => number % every === rest
const isCompany = each(10, 9)
const hasLetters = each(30, 29)
const isLong = each(17, 3)
const isIncomplete = each(23, 4)
const isMinor = each(211, 10)
const isBirthUnknown = each(14, 11)
const hasLongName = each(47, 14)
const hasSecondService = each(12, 5)
const hasNoSlip = each(27, 13)

const flaws: readonly [trait: (number: number) => boolean, flaw: InvoiceFlaw][] = [
  [each(19, 6), 'not-late-enough'],
  [each(41, 7), 'too-old'],
  [each(29, 8), 'value-too-small'],
  [each(13, 2), 'fee'],
  [each(37, 1), 'equipment'],
  [each(31, 9), 'not-open'],
  [each(53, 12), 'issuer-differs'],
]

const stateOf = (number: number): string =>
  number % 8 === 5 ? 'suspenso_debito' : number % 8 === 6 ? 'servico_habilitado' : 'cancelado'

const addressOf = (number: number, kind: Defaulter['address']): Address => ({
  street: kind === 'long' ? longStreet : (streets[number % streets.length] ?? ''),
  number: kind === 'incomplete' ? '' : String(number + 1),
  complement: kind === 'long' ? 'BLOCO B APARTAMENTO 1204 FUNDOS' : null,
  district: 'CENTRO',
  ...(cities[number % cities.length] ?? cities[0]!),
})

const birthOf = (number: number, today: string): string | null => {
  if (isMinor(number)) return addDays(today, -16 * 365)
  return isBirthUnknown(number) ? null : addDays(today, -365 * (20 + (number % 50)))
}

const serviceOf = (id: number, number: number, address: Address, state: string): Service => ({
  id,
  plan: 1,
  name: number % 2 === 0 ? 'FIBRA 500 MEGA' : 'FIBRA 300 MEGA',
  cents: 11_990,
  state,
  cancelReason: state === 'cancelado' ? 'CANCELAMENTO AUTOMATICO INADIMPLENCIA' : null,
  login: `pppoe${id}`,
  password: `senha-em-claro-${id}`,
  ipv4: `100.65.${Math.floor(number / 256) % 256}.${number % 256}`,
  mac: `AA:BB:CC:01:${String(Math.floor(number / 100) % 100).padStart(2, '0')}:${String(number % 100).padStart(2, '0')}`,
  address,
})

const daysLateOf = (number: number, place: number, flaw: InvoiceFlaw | null): number => {
  if (flaw === 'not-late-enough') return 12
  return flaw === 'too-old' ? 1_900 : 35 + ((number * 7 + place * 31) % 700)
}

const linesOf = (id: number, cents: number, flaw: InvoiceFlaw | null): Invoice['lines'] => {
  const text = flaw === 'equipment' ? 'EQUIPAMENTO EM COMODATO' : 'Serviço de Comunicação e Multimídia'
  const fee = flaw === 'fee' ? [{ id: id * 10 + 1, text: 'Multa rescisória', cents: 5_000 }] : []
  return [{ id: id * 10, text, cents }, ...fee]
}

const invoiceOf = (
  { id: customerId, code }: Customer,
  serviceId: number,
  { number, place, today, flaw }: { number: number; place: number; today: string; flaw: InvoiceFlaw | null },
): Invoice => {
  const id = 700_000 + code * 100 + place
  const due = addDays(today, -daysLateOf(number, place, flaw))
  const cents = flaw === 'value-too-small' ? 999 : 8_990 + ((number * 37 + place * 211) % 9_000)
  const isPartly = flaw === 'not-open'
  return {
    id,
    customerId,
    serviceId,
    companyId: flaw === 'issuer-differs' ? companyIds.branch : companyIds.headOffice,
    created: addDays(due, -20),
    due,
    paid: null,
    credited: null,
    cents,
    paidCents: null,
    interestCents: null,
    discountCents: 0,
    active: true,
    partial: isPartly,
    renegotiationId: null,
    ...(hasNoSlip(number) && { slip: 'none' as const }),
    lines: linesOf(id, cents, flaw),
    receipts: isPartly ? [{ id, number: `eb47${id}`, cents: 2_000, paid: addDays(due, 10) }] : [],
  }
}

const nameOf = (number: number): string => {
  if (isCompany(number)) return companyName(number)
  return hasLongName(number) ? longPersonName(number) : personName(number)
}

const addressKind = (number: number): Defaulter['address'] => {
  if (isIncomplete(number)) return 'incomplete'
  return isLong(number) ? 'long' : 'whole'
}

const customerOf = (number: number, today: string, isPlain: boolean): Customer => {
  const id = 50_000 + number
  const address = addressOf(number, isPlain ? 'whole' : addressKind(number))
  const services = [serviceOf(id * 2, number, address, isPlain ? 'cancelado' : stateOf(number))]
  if (!isPlain && hasSecondService(number)) services.push(serviceOf(id * 2 + 1, number, address, 'cancelado'))
  return {
    id,
    // Ranges that overlap, as codes and ids do at HubSoft.
    code: 30_000 + number,
    name: isPlain ? personName(number) : nameOf(number),
    document: !isPlain && isCompany(number) ? cnpjOf(number, hasLetters(number)) : cpfOf(number),
    birth: isPlain ? addDays(today, -12_000) : birthOf(number, today),
    phone: `35988${String(number).padStart(6, '0')}`,
    email: `cliente${number}@exemplo.com.br`,
    registered: '2021-08-05',
    active: true,
    services,
  }
}

/** The first invoice of the first service has the flaw, if any; the others have none. */
const debtsOf = (
  customer: Customer,
  number: number,
  { today, isPlain }: { today: string; isPlain: boolean },
): { debts: Defaulter['debts']; invoices: Invoice[] } => {
  const first = isPlain ? null : (flaws.find(([trait]) => trait(number))?.[1] ?? null)
  const invoices: Invoice[] = []
  const debts = customer.services.map((service, order) => {
    const count = order === 0 && !isPlain ? 1 + (number % 3) : 1
    const made = Array.from({ length: count }, (_, turn) => {
      const flaw = order === 0 && turn === 0 ? first : null
      const invoice = invoiceOf(customer, service.id, { number, place: order * 10 + turn, today, flaw })
      invoices.push(invoice)
      return { id: invoice.id, due: invoice.due, cents: invoice.cents, flaw }
    })
    return { serviceId: service.id, isCancelled: service.state === 'cancelado', invoices: made }
  })
  return { debts, invoices }
}

/**
 * Adds customers with overdue invoices, the same ones for the same numbers: CPFs and CNPJs, cancelled and other services, addresses
 * that are too long or incomplete, invoices of which some may not be registered.
 */
export const addDefaulters = (
  database: Pick<HubsoftDatabase, 'customers' | 'invoices'>,
  count: number,
  { today, from = 0, isPlain = false }: DefaultersOptions,
): Defaulter[] =>
  Array.from({ length: count }, (_, turn) => {
    const number = from + turn
    const customer = customerOf(number, today, isPlain)
    const { debts, invoices } = debtsOf(customer, number, { today, isPlain })
    database.customers.push(customer)
    database.invoices.push(...invoices)
    return {
      customerId: customer.id,
      code: customer.code,
      name: customer.name,
      document: customer.document,
      city: customer.services[0]?.address.city ?? '',
      address: isPlain ? 'whole' : addressKind(number),
      isMinor: !isPlain && isMinor(number) && !isCompany(number),
      debts,
    }
  })
