import type { Call, Reply } from '../../../proxy/net/request.ts'
import type { HubsoftDatabase } from '../../simulators/hubsoft-api/database.ts'
import { database as newDatabase } from '../../simulators/hubsoft-api/database.ts'
import { searchCustomers } from '../../simulators/hubsoft-api/routes/customers.ts'
import { invoices } from '../../simulators/hubsoft-api/routes/invoices.ts'
import { renegotiations } from '../../simulators/hubsoft-api/routes/renegotiations.ts'
import { todayOf } from '../../simulators/hubsoft-api/days.ts'
import { tokenOffice } from '../../simulators/hubsoft-api/tokens.ts'
import type { ErpFault } from './trouble.ts'
import type { YearTime } from './year-time.ts'

/** HubSoft's API of the simulator, without its server. */
export interface ErpDesk {
  database: HubsoftDatabase
  /** Answers a call, or does to it what the fault says. */
  answer(call: Call, fault: ErpFault | null): Promise<Reply>
  /** The staff changed something: what was answered before is not so any more. */
  changed(): void
  /** An administrator changes the API user's password; the tokens die with it. */
  changePassword(password: string): void
  password(): string
  /** Invoices of which the last word that somebody here was told is that they are quit. */
  readonly toldPaid: ReadonlySet<number>
  readonly calls: number
}

const answered = (text: string, status = 200, retryAfter: string | null = null): Reply => ({
  kind: 'answer',
  status,
  text,
  retryAfter,
})
const page = '<html><head><title>nginx</title></head><body><h1>Serviço em atualização</h1></body></html>'

/** Null: the call is answered as it should be. */
const broken = async (fault: ErpFault, { timeoutMs }: Call, time: YearTime): Promise<Reply> => {
  switch (fault) {
    case 'down':
      return { kind: 'not-sent' }
    case 'hang':
      await time.wait(timeoutMs)
      return { kind: 'lost' }
    case 'reset':
      return { kind: 'lost' }
    case 'cut':
      return { kind: 'cut' }
    case 'error-500':
      return answered('', 500)
    case 'error-503':
      return answered(page, 503)
    case 'rate':
      return answered('', 429, '120')
    case 'page':
      return answered(page)
    case 'business-error':
      return answered(JSON.stringify({ status: 'error', msg: 'Não foi possível consultar os dados' }))
    case 'nonsense':
      return answered(JSON.stringify({ status: 'success', msg: 'ok', faturas: [{ id_fatura: 'x' }] }))
    case 'empty':
      return answered('')
  }
}

export const erpDesk = (time: YearTime): ErpDesk => {
  const today = (): string => todayOf(time.now())
  const database = newDatabase(today)
  const tokens = tokenOffice(time.now)
  const toldPaid = new Set<number>()
  let known = new Map<string, string>()
  let day = ''
  let calls = 0

  const noteTold = (query: URLSearchParams): void => {
    const kind = query.get('busca')
    const term = query.get('termo_busca')
    const rows = kind === 'id_cliente' && term ? database.invoicesOf(Number(term)) : database.invoices
    for (const { id, paid } of rows)
      if (paid !== null) toldPaid.add(id)
      else if (kind === 'id_cliente') toldPaid.delete(id)
  }
  const routes: Record<string, (query: URLSearchParams) => string> = {
    '/api/v1/integracao/financeiro/fatura': (query) => {
      noteTold(query)
      return invoices(query, { database, tenant: 'new', today: today() }).body.toString()
    },
    '/api/v1/integracao/cliente': (query) =>
      searchCustomers(query, { database, tenant: 'new', today: today() }).body.toString(),
    '/api/v1/integracao/financeiro/renegociacao': (query) =>
      renegotiations(query, { database, tenant: 'new', today: today() }).body.toString(),
  }
  const textOf = (address: string): string => {
    const now = today()
    if (day !== now) known = new Map()
    day = now
    const before = known.get(address)
    if (before !== undefined) return before
    const url = new URL(address)
    const route = routes[url.pathname]
    if (!route) throw new Error(`the desk knows no ${url.pathname}`)
    const text = route(url.searchParams)
    known.set(address, text)
    return text
  }

  return {
    database,
    toldPaid,
    get calls() {
      return calls
    },
    answer: async (call, fault) => {
      calls += 1
      if (fault) return broken(fault, call, time)
      if (call.url.endsWith('/oauth/token')) {
        const { status, body } = tokens.answer(Buffer.from(JSON.stringify(call.json)))
        return answered(body.toString(), status)
      }
      return tokens.accepts(call.headers?.['authorization'])
        ? answered(textOf(call.url))
        : answered(JSON.stringify({ message: 'Unauthenticated.' }), 401)
    },
    changed: () => {
      known = new Map()
    },
    password: () => tokens.users[0]!.password,
    changePassword: (password) => {
      tokens.users[0]!.password = password
      tokens.revokeAll()
    },
  }
}
