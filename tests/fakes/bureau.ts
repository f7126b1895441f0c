import { connect } from '../../proxy/bureaus/connect/connect.ts'
import type { Inclusions, Removals } from '../../proxy/bureaus/bureau.ts'
import type { Call, Reply } from '../../proxy/net/request.ts'
import type { Clock } from '../../shared/clock.ts'
import { catalogue } from '../simulators/connect/catalogue.ts'
import { answerDebt, debtOperations } from '../simulators/connect/pefin/answer-debt.ts'
import type { DebtCall } from '../simulators/connect/pefin/answer-debt.ts'
import type { PefinBody, PefinFault } from '../simulators/connect/pefin/pefin-fault.ts'
import { isPefinFault, maintenancePage, spoilt } from '../simulators/connect/pefin/pefin-fault.ts'
import { pefinBook } from '../simulators/connect/pefin/pefin-ledger.ts'
import type { PefinLedger } from '../simulators/connect/pefin/pefin-ledger.ts'
import { pefinReasons } from '../simulators/connect/pefin/pefin-reasons.ts'
import { faultSwitch } from '../simulators/server/fault-switch.ts'
import type { FaultSwitch } from '../simulators/server/fault-switch.ts'

/** What becomes of one call; `late-commit` answers nothing, whatever its `end` says. */
export type FakeBureauFault =
  | PefinFault
  /** Not a byte left. */
  | { kind: 'not-sent' }
  /** It left, nothing was done, no answer came. */
  | { kind: 'lost-before' }
  /** It was done, no answer came. */
  | { kind: 'accept-then-lose' }
  /** It was done, the answer broke off. */
  | { kind: 'cut' }
  | { kind: 'status'; status: number; isDone: boolean }
  | { kind: 'rate-limit'; retryAfter: string | null }
  /** The whole call waits for the promise; done before it, answered after it. */
  | { kind: 'slow'; until: Promise<unknown> }

export interface SentCall {
  at: number
  call: DebtCall
  contract: string
  environment: 'test' | 'production'
}

export interface FakeBureau extends Inclusions, Removals {
  /** The bureau's records, its switches and what is to be checked. */
  pefin: PefinLedger
  faults: FaultSwitch<DebtCall, FakeBureauFault>
  /** Every call that left, in order. */
  readonly sent: readonly SentCall[]
}

const answer = (text: string, status = 200, retryAfter: string | null = null): Reply => ({
  kind: 'answer',
  status,
  text,
  retryAfter,
})

/** The answer when nothing is done; null when the work is done first. */
const undone = (fault: FakeBureauFault): Reply | null => {
  if (fault.kind === 'lost-before') return { kind: 'lost' }
  if (fault.kind === 'rate-limit') return answer('', 429, fault.retryAfter)
  if (fault.kind === 'status' && !fault.isDone) return answer('', fault.status)
  if (fault.kind !== 'refuse') return null
  return answer(JSON.stringify({ status: { mensagem: fault.text, codigo: fault.code } }))
}

/** The answer of work that is done, as a fault leaves it. */
const done = (body: PefinBody, fault: FakeBureauFault): Reply => {
  if (fault.kind === 'accept-then-lose' || fault.kind === 'late-commit') return { kind: 'lost' }
  if (fault.kind === 'cut') return { kind: 'cut' }
  if (fault.kind === 'status') return answer('', fault.status)
  if (fault.kind === 'page-after-commit') return answer(maintenancePage)
  return answer(JSON.stringify(isPefinFault(fault) ? spoilt(body, fault) : body))
}

/**
 * The whole Connect adapter over the simulator's PEFIN ledger, without HTTP and without time: for tests that run thousands of calls.
 * Any pair of credentials is taken.
 */
export const fakeBureau = ({ clock }: { clock: Clock }): FakeBureau => {
  const products = catalogue()
  const faults = faultSwitch<DebtCall, FakeBureauFault>()
  const sent: SentCall[] = []
  let protocol = 0
  const nextProtocol = (): string => String((protocol += 1)).padStart(9, '0')
  const book = pefinBook({ clock, nextProtocol, reasons: () => pefinReasons(products) })

  /** The answer of a call that left. */
  const reply = async (
    question: { call: DebtCall; fields: Record<string, string> },
    fault: FakeBureauFault | null,
  ): Promise<Reply> => {
    const untouched = fault && undone(fault)
    if (untouched) return untouched
    const when = fault?.kind === 'late-commit' ? 'late' : 'now'
    const body = answerDebt({ ...question, when }, book, nextProtocol)
    if (fault?.kind === 'slow') await fault.until
    return fault ? done(body, fault) : answer(JSON.stringify(body))
  }
  const request = async ({ form = {} }: Call): Promise<Reply> => {
    const call = debtOperations[form['operacao'] ?? '']
    if (!call) throw new Error(`the fake bureau has no ${form['operacao']}`)
    const fault = faults.take(call)
    if (fault?.kind === 'not-sent') return { kind: 'not-sent' }
    const { contrato: contract = '', estatica } = form
    sent.push({ at: clock(), call, contract, environment: estatica === 'S' ? 'test' : 'production' })
    return reply({ call, fields: form }, fault)
  }
  const bureau = connect({ request, clock, baseUrl: 'https://connect.invalid/' })
  return { ...bureau, pefin: book, faults, sent }
}
