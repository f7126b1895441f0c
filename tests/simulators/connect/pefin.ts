/**
 * ASSUMED from start to end: Connect publishes no wire format for its PEFIN service. The product list, the test of the PEFIN pair
 * and the operations on a debt are modelled as a form POST to `ws_pefin/`, a sibling of the confirmed `ws_consulta/`, answering in its manner.
 */
import type { Answer } from '../server/answer.ts'
import type { ConnectAccount } from './accounts.ts'
import { accountOfPefin, accountOfQuery } from './accounts.ts'
import type { Catalogue, ConnectProduct } from './catalogue.ts'
import type { Charset } from './charset.ts'
import { encode } from './charset.ts'
import type { DebtCall } from './pefin/answer-debt.ts'
import { answerDebt } from './pefin/answer-debt.ts'
import type { PefinFault } from './pefin/pefin-fault.ts'
import { maintenancePage, spoilt } from './pefin/pefin-fault.ts'
import type { PefinBook } from './pefin/pefin-ledger.ts'
import { refusal } from './refusal.ts'

interface PefinDesk {
  accounts: readonly ConnectAccount[]
  products: Catalogue
  book: PefinBook
  charset: Charset
  nextProtocol: () => string
}

const success = (desk: PefinDesk, rest: object): Answer =>
  encode(
    JSON.stringify({ status: { mensagem: 'Sucesso', protocolo: desk.nextProtocol() }, ...rest }),
    'application/json',
    desk.charset,
  )

const listFor = (desk: PefinDesk, login: string, password: string): readonly ConnectProduct[] | null => {
  if (accountOfQuery(desk.accounts, login, password)) return desk.products.query
  return accountOfPefin(desk.accounts, login, password) ? desk.products.pefin : null
}

/** `operacao=produtos`: each pair sees its own products. `operacao=testar`: the PEFIN pair alone. */
export const answerPefin = (fields: Readonly<Record<string, string>>, desk: PefinDesk): Answer => {
  const { login = '', password = '', operacao } = fields
  if (operacao === 'produtos') {
    const produtos = listFor(desk, login, password)
    return produtos ? success(desk, { produtos }) : refusal('wrong-password', 'J', desk.charset)
  }
  if (operacao !== 'testar') return refusal('bad-operation', 'J', desk.charset)
  return accountOfPefin(desk.accounts, login, password)
    ? success(desk, {})
    : refusal('wrong-password', 'J', desk.charset)
}

/** `operacao=incluir|excluir|situacao`: the PEFIN pair alone. A fault that keeps it from answering is the caller's to play. */
export const answerDebtCall = (
  call: DebtCall,
  fields: Readonly<Record<string, string>>,
  desk: PefinDesk,
  fault: PefinFault | null,
): Answer => {
  const { login = '', password = '' } = fields
  if (!accountOfPefin(desk.accounts, login, password)) return refusal('wrong-password', 'J', desk.charset)
  if (fault?.kind === 'refuse') {
    const status = { mensagem: fault.text, ...(fault.code !== null && { codigo: fault.code }) }
    return encode(JSON.stringify({ status }), 'application/json', desk.charset)
  }
  const when = fault?.kind === 'late-commit' ? 'late' : 'now'
  const body = answerDebt({ call, fields, when }, desk.book, desk.nextProtocol)
  if (fault?.kind === 'page-after-commit') return encode(maintenancePage, 'text/html', desk.charset)
  return encode(JSON.stringify(fault ? spoilt(body, fault) : body), 'application/json', desk.charset)
}
