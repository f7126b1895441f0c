import type { Candidate, CandidateListing, OperationInput, Totals } from '../../../shared/api.ts'
import { candidatePageSize } from '../../../shared/batch-limits.ts'
import { addDays } from '../../../shared/calendar.ts'
import { date, reason } from '../../ui/testing/debt-samples.ts'
import { ok } from '../../ui/testing/fake-background.ts'

/** Synthetic candidates as the service would tell them, for tests of the screens. */

type Invoice = Candidate['invoices'][number]

export const today = date('2026-11-25')
const at = '2026-11-25T12:56:00.000Z'

export const overdue = (over: Partial<Invoice> = {}): Invoice => ({
  id: '62636',
  due: date('2026-08-25'),
  cents: 79_90,
  daysLate: 92,
  description: 'Mensalidade Fibra 300',
  isRegistered: false,
  reasons: [],
  ...over,
})

export const candidateOf = (over: Partial<Candidate> = {}): Candidate => ({
  id: 'c1:s1:04718253000156',
  customer: { id: 'c1', code: '1162', name: 'MARIA EXEMPLO', document: '73164025807' },
  service: { id: 's1', name: 'Fibra 300', state: 'cancelado', isCancelled: true },
  city: 'Uberlândia',
  issuer: '04718253000156',
  invoices: [overdue()],
  reasons: [],
  ...over,
})

/** A candidate of that customer with one invoice, `<id>0`. */
export const personOf = (id: string, name: string, over: Partial<Candidate> = {}): Candidate =>
  candidateOf({
    id,
    customer: { id, code: `9${id}`, name, document: '73164025807' },
    invoices: [overdue({ id: `${id}0` })],
    ...over,
  })

/** Eligible, with two invoices. */
export const maria = personOf('1', 'MARIA EXEMPLO', {
  invoices: [overdue({ id: '10' }), overdue({ id: '11', cents: 100_00, daysLate: 61 })],
})
/** Eligible with a warning. */
export const jose = personOf('2', 'JOSÉ MODELO', {
  reasons: [reason({ code: 'several-customers', params: { count: 2 } })],
})
/** Registered already. */
export const acme = personOf('3', 'ACME LTDA', {
  customer: { id: '3', code: '93', name: 'ACME LTDA', document: '04718253000156' },
  invoices: [overdue({ id: '30', isRegistered: true })],
  service: { id: 's9', name: 'Rádio 20', state: 'ativo', isCancelled: false },
})
export const three = [maria, jose, acme]

const noTotals: Totals = { people: 0, debts: 0, invoices: 0, cents: 0 }

/** What the service would say of all of them. */
export const totalOf = (candidates: readonly Candidate[]): Totals => ({
  people: new Set(candidates.map(({ customer }) => customer.id)).size,
  debts: candidates.length,
  invoices: candidates.reduce((sum, { invoices }) => sum + invoices.length, 0),
  cents: candidates.flatMap(({ invoices }) => invoices).reduce((sum, { cents }) => sum + cents, 0),
})

export const listingOf = (over: Partial<CandidateListing> = {}): CandidateListing => ({
  id: 'l1',
  erpId: 'e1',
  state: 'done',
  startedAt: at,
  readAt: at,
  progress: { page: 3, pages: 3, invoices: 1_204 },
  unread: 0,
  total: noTotals,
  reasons: [],
  problem: null,
  ...over,
})

/** Answers pages of these candidates as the service does. */
export const pagesOf =
  (candidates: () => readonly Candidate[], size = candidatePageSize) =>
  ({ from, count }: OperationInput<'candidates'>): ReturnType<typeof ok> => {
    const all = candidates()
    const to = Math.min(from + Math.min(count, size), all.length)
    return ok({ candidates: all.slice(from, to), next: to < all.length ? to : null })
  }

const names = [
  'MARIA EXEMPLO DA SILVA',
  'JOSÉ MODELO',
  'ANTÔNIO CARLOS DE ALBUQUERQUE CAVALCANTI DE MELLO NETO E SOBRINHO',
  'ÂNGELA CONCEIÇÃO',
  'ACME COMÉRCIO E SERVIÇOS DE TELECOMUNICAÇÕES DO TRIÂNGULO MINEIRO LTDA',
  'João Ninguém',
]
const documents = ['73164025807', '90731582659', '04718253000156', '00482193719']
const cities = ['Uberlândia', 'Araguari', 'São Gonçalo do Rio Abaixo', 'Ituiutaba']
const services = ['Fibra 300', 'Fibra 600 Residencial com Roteador em Comodato', 'Rádio 20']

const situationAt = (at: number): Pick<Candidate, 'reasons'> & { invoice: Partial<Invoice> } => {
  if (at % 11 === 3) return { reasons: [reason({ code: 'document-invalid', level: 'block' })], invoice: {} }
  if (at % 13 === 5) return { reasons: [], invoice: { isRegistered: true } }
  if (at % 7 === 2)
    return { reasons: [], invoice: { reasons: [reason({ code: 'service-active', written: true })] } }
  if (at % 17 === 4)
    return {
      reasons: [reason({ code: 'several-customers', params: { count: 2 } })],
      invoice: { reasons: [reason({ code: 'no-payable-slip' })] },
    }
  return { reasons: [], invoice: {} }
}

/** So many candidates, one like the other whenever they are made, the most late first. */
export const manyCandidates = (count: number): Candidate[] =>
  Array.from({ length: count }, (_none, at) => {
    const daysLate = 30 + Math.floor(((count - at) * 400) / count)
    const { reasons, invoice } = situationAt(at)
    const state = at % 5 === 0 ? 'suspenso por débito' : 'cancelado'
    return {
      id: `c${at}:s${at}:04718253000156`,
      customer: {
        id: `c${at}`,
        code: String(1_000 + at),
        name: `${names[at % names.length]} ${at}`,
        document: documents[at % documents.length] ?? '',
      },
      service: {
        id: `s${at}`,
        name: services[at % services.length] ?? '',
        state,
        isCancelled: state === 'cancelado',
      },
      city: cities[at % cities.length] ?? '',
      issuer: '04718253000156',
      reasons,
      invoices: Array.from({ length: 1 + (at % 3) }, (_none, nth) =>
        overdue({
          id: String(60_000 + at * 3 + nth),
          due: addDays(today, nth * 30 - daysLate),
          daysLate: Math.max(1, daysLate - nth * 30),
          cents: 79_90 + (at % 40) * 5_05 + nth,
          ...invoice,
        }),
      ),
    }
  })
