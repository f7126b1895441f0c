import type { Call, Reply } from '../../../proxy/net/request.ts'
import { catalogue } from '../../simulators/connect/catalogue.ts'
import { answerDebt, debtOperations } from '../../simulators/connect/pefin/answer-debt.ts'
import { maintenancePage } from '../../simulators/connect/pefin/pefin-fault.ts'
import type { PefinLedger } from '../../simulators/connect/pefin/pefin-ledger.ts'
import { pefinBook } from '../../simulators/connect/pefin/pefin-ledger.ts'
import { pefinReasons } from '../../simulators/connect/pefin/pefin-reasons.ts'
import { refusals } from '../../simulators/connect/refusal.ts'
import type { BureauFault } from './trouble.ts'
import type { YearTime } from './year-time.ts'

/** Connect's PEFIN of the simulator, without its server. */
export interface BureauDesk {
  pefin: PefinLedger
  /** Answers a call, or does to it what the fault says. */
  answer(call: Call, fault: BureauFault | null): Promise<Reply>
  /** The account's password; another one is refused. */
  password: string
}

interface BureauDeskDeps {
  time: YearTime
  password: string
  /** Just before the bureau works on an inclusion. */
  onInclude: (contract: string) => void
  /** The bureau has the inclusion, or the removal, on its books, whoever learns of it. */
  onDone: (call: 'include' | 'remove', contract: string) => void
}

const answered = (text: string, status = 200, retryAfter: string | null = null): Reply => ({
  kind: 'answer',
  status,
  text,
  retryAfter,
})

export const bureauDesk = ({ time, onInclude, onDone, ...deps }: BureauDeskDeps): BureauDesk => {
  const products = catalogue()
  let protocol = 0
  const nextProtocol = (): string => String((protocol += 1)).padStart(9, '0')
  const book = pefinBook({ clock: time.now, nextProtocol, reasons: () => pefinReasons(products) })
  const sent = (body: object): Reply => answered(JSON.stringify(body))

  /** The bureau's work; null for a call that it does not know. */
  const work = (form: Readonly<Record<string, string>>): Reply => {
    const call = debtOperations[form['operacao'] ?? '']
    const { login, password, contrato: contract = '', ...fields } = form
    if (login === undefined || password !== desk.password)
      return sent({ status: { mensagem: refusals['wrong-password'] } })
    if (!call) return sent({ status: { mensagem: 'Sucesso', protocolo: nextProtocol() } })
    if (call === 'include') onInclude(contract)
    const body = answerDebt({ call, fields: { ...fields, contrato: contract } }, book, nextProtocol)
    const isDone = body.status.mensagem === 'Sucesso'
    if (call !== 'debtState' && isDone) onDone(call, contract)
    return sent(body)
  }

  const desk: BureauDesk = {
    pefin: book,
    password: deps.password,
    answer: async ({ form = {}, timeoutMs }, fault) => {
      switch (fault) {
        case null:
        case 'lag':
          return work(form)
        case 'down':
          return { kind: 'not-sent' }
        case 'hang':
          await time.wait(timeoutMs)
          return { kind: 'lost' }
        case 'reset':
          return { kind: 'lost' }
        case 'error-500':
          return answered('', 500)
        case 'rate':
          return answered('', 429, '300')
        case 'page':
          return answered(maintenancePage)
        case 'accept-then-reset':
          work(form)
          return { kind: 'lost' }
        case 'accept-then-cut':
          work(form)
          return { kind: 'cut' }
        case 'accept-then-500':
          work(form)
          return answered('', 502)
        case 'accept-then-page':
          work(form)
          return answered(maintenancePage)
      }
    },
  }
  return desk
}
