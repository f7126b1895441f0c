/**
 * Connect as its clients see it: a real HTTP server on 127.0.0.1 with a billing ledger and a fault switch per call.
 * `ws_consulta/` follows what client code shows (consult.ts); `ws_pefin/` is ASSUMED (pefin.ts) and keeps records (pefin/).
 */
import type { Clock } from '../../../shared/clock.ts'
import type { Answer } from '../server/answer.ts'
import { write } from '../server/answer.ts'
import { faultSwitch } from '../server/fault-switch.ts'
import type { FaultSwitch } from '../server/fault-switch.ts'
import type { Exchange } from '../server/listen.ts'
import { listen } from '../server/listen.ts'
import type { WireFault } from '../server/wire-fault.ts'
import { isEarly, playEarly, playLate } from '../server/wire-fault.ts'
import type { ConnectAccount } from './accounts.ts'
import { firstAccounts } from './accounts.ts'
import type { Catalogue } from './catalogue.ts'
import { catalogue } from './catalogue.ts'
import type { Charset } from './charset.ts'
import { answerConsult } from './consult.ts'
import type { ContentFault } from './content-fault.ts'
import { contentFaultAnswer, contentFaults } from './content-fault.ts'
import type { ConnectCall, ConnectLedger } from './ledger.ts'
import { ledgerBook } from './ledger.ts'
import { debtOperations } from './pefin/answer-debt.ts'
import type { PefinFault } from './pefin/pefin-fault.ts'
import { isPefinFault } from './pefin/pefin-fault.ts'
import type { PefinLedger } from './pefin/pefin-ledger.ts'
import { pefinBook } from './pefin/pefin-ledger.ts'
import { pefinReasons } from './pefin/pefin-reasons.ts'
import { answerDebtCall, answerPefin } from './pefin.ts'
import type { ReportShelf } from './report-shelf.ts'
import { reportShelf } from './report-shelf.ts'

/** A `PefinFault` is for the calls on a debt (`include`, `remove`, `debtState`); the others are for every call. */
export type ConnectFault = WireFault | ContentFault | PefinFault

export interface ConnectSimulator {
  /** The base address of the services, ends with `/mercurio/`. */
  url: string
  /** `http://127.0.0.1:<port>`. */
  origin: string
  /** Live: push to it, change it. */
  accounts: ConnectAccount[]
  products: Catalogue
  reports: ReportShelf
  ledger: ConnectLedger
  /** The registered debts. */
  pefin: PefinLedger
  faults: FaultSwitch<Exclude<ConnectCall, 'other'>, ConnectFault>
  /** How the next answers are encoded; `utf8` at the start. */
  setCharset(charset: Charset): void
  close: () => Promise<void>
}

export interface ConnectOptions {
  clock?: Clock
  /** 0, the default, takes any free port. */
  port?: number
}

const isContentFault = (fault: ConnectFault): fault is ContentFault =>
  (contentFaults as readonly string[]).includes(fault.kind)

const callOf = (path: string, fields: Readonly<Record<string, string>>): ConnectCall => {
  if (path === '/mercurio/ws_consulta/') return 'consult'
  if (path !== '/mercurio/ws_pefin/') return 'other'
  const operation = fields['operacao'] ?? ''
  return debtOperations[operation] ?? (operation === 'testar' ? 'pefinTest' : 'products')
}

/** What PHP would see in `$_POST`: nothing unless it is a form. */
const formOf = ({ method, headers, body }: Exchange): Record<string, string> => {
  const isForm = headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false
  return method === 'POST' && isForm ? Object.fromEntries(new URLSearchParams(body.toString())) : {}
}

const withCookies = (answer: Answer): Answer => ({
  ...answer,
  headers: { ...answer.headers, 'set-cookie': ['PHPSESSID=5vq0simulador; path=/', 'ROUTEID=.no1; path=/'] },
})

/** A grey pixel for whoever follows a report's images: the request itself is what a test counts. */
const pixel: Answer = {
  status: 200,
  headers: { 'content-type': 'image/gif' },
  body: Buffer.from('R0lGODlhAQABAIAAAMzMzP///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64'),
}

export const startConnect = async (options: ConnectOptions = {}): Promise<ConnectSimulator> => {
  const clock = options.clock ?? Date.now
  const accounts = firstAccounts()
  const products = catalogue()
  const ledger = ledgerBook()
  const faults = faultSwitch<ConnectCall, ConnectFault>()
  const reports = reportShelf(() => `${listener.origin}/mercurio/armadilha/`)
  let charset: Charset = 'utf8'
  let protocol = 123_455

  const nextProtocol = (): string => {
    protocol += 1
    return String(protocol).padStart(9, '0')
  }
  const book = pefinBook({ clock, nextProtocol, reasons: () => pefinReasons(products) })
  const work = (call: ConnectCall, fields: Record<string, string>, fault: PefinFault | null): Answer => {
    if (call === 'other') return pixel
    const desk = { accounts, products, reports, charset, now: clock(), nextProtocol, bill: ledger.bill, book }
    if (call === 'consult') return answerConsult(fields, desk)
    if (call === 'products' || call === 'pefinTest') return answerPefin(fields, desk)
    return answerDebtCall(call, fields, desk, fault)
  }
  const handle = async (exchange: Exchange): Promise<void> => {
    const { method, url, headers } = exchange
    const fields = formOf(exchange)
    const call = callOf(url.pathname, fields)
    const fault = faults.take(call)
    ledger.arrived({ call, at: clock(), method, path: url.pathname + url.search, headers, fields })
    if (fault && isContentFault(fault)) {
      const wrong = contentFaultAnswer(fault, fields['tiporesposta'] ?? 'J', charset)
      return write(exchange.response, withCookies(wrong))
    }
    if (fault && isPefinFault(fault)) {
      const silence = fault.kind === 'late-commit' ? ({ kind: `accept-${fault.end}` } as const) : null
      return playLate(exchange, withCookies(work(call, fields, fault)), silence, faults.released())
    }
    if (fault && isEarly(fault)) {
      if (await playEarly(exchange, fault, faults.released()))
        write(exchange.response, withCookies(work(call, fields, null)))
      return
    }
    await playLate(exchange, withCookies(work(call, fields, null)), fault, faults.released())
  }

  const listener = await listen(options.port ?? 0, handle)
  return {
    url: `${listener.origin}/mercurio/`,
    origin: listener.origin,
    accounts,
    products,
    reports,
    ledger,
    pefin: book,
    faults,
    setCharset: (next) => {
      charset = next
    },
    close: listener.close,
  }
}
