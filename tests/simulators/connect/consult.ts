/**
 * `ws_consulta/`. Confirmed from client code: the fields, `estatica`, the JSON answer, errors with HTTP 200.
 * INFERRED: `tiporesposta=H` answers a whole HTML report. ASSUMED: `A` answers like `J`, documents may hold letters,
 * a query of an unknown product, without balance or by a wrong pair is refused and costs nothing.
 */
import type { Answer } from '../server/answer.ts'
import { nameOf } from '../people.ts'
import type { ConnectAccount } from './accounts.ts'
import { accountOfQuery } from './accounts.ts'
import type { Catalogue } from './catalogue.ts'
import type { Charset } from './charset.ts'
import { encode } from './charset.ts'
import { jsonAnswer } from './json-answer.ts'
import type { BilledQuery } from './ledger.ts'
import type { Refusal } from './refusal.ts'
import { refusal } from './refusal.ts'
import type { ReportShelf } from './report-shelf.ts'

interface ConsultDesk {
  accounts: readonly ConnectAccount[]
  products: Catalogue
  reports: ReportShelf
  charset: Charset
  now: number
  nextProtocol: () => string
  bill: (query: BilledQuery) => void
}

interface Question {
  login: string
  password: string
  product: string
  person: string
  document: string
  free: boolean
  type: string
}

const questionOf = (fields: Readonly<Record<string, string>>): Question => ({
  login: fields['login'] ?? '',
  password: fields['password'] ?? '',
  product: fields['consulta'] ?? '',
  person: (fields['tipodocumento'] ?? '').toUpperCase(),
  document: (fields['documento'] ?? '').toUpperCase(),
  free: fields['estatica']?.toUpperCase() === 'S',
  type: (fields['tiporesposta'] ?? 'J').toUpperCase(),
})

const documentFits = ({ person, document }: Question): boolean =>
  person === 'F' ? /^\d{11}$/.test(document) : person === 'J' && /^[0-9A-Z]{12}\d{2}$/.test(document)

const refuse = (question: Question, account: ConnectAccount, products: Catalogue): Refusal | null => {
  if (!documentFits(question)) return 'bad-document'
  const product = products.query.find((each) => each.codigo === question.product)
  if (!product?.pessoas.includes(question.person as 'F' | 'J')) return 'unknown-product'
  const short = account.balanceCents !== null && account.balanceCents < products.priceCents(product.codigo)
  return short && !question.free ? 'no-balance' : null
}

const charge = (question: Question, account: ConnectAccount, protocol: string, desk: ConsultDesk): void => {
  const priceCents = desk.products.priceCents(question.product)
  if (account.balanceCents !== null) account.balanceCents -= priceCents
  const { login, product, document } = question
  desk.bill({ at: desk.now, login, product, document, protocol, priceCents })
}

/** Answers one query; bills it unless `estatica=S`. */
export const answerConsult = (fields: Readonly<Record<string, string>>, desk: ConsultDesk): Answer => {
  const question = questionOf(fields)
  const account = accountOfQuery(desk.accounts, question.login, question.password)
  if (!account) return refusal('wrong-password', question.type, desk.charset)
  const reason = refuse(question, account, desk.products)
  if (reason) return refusal(reason, question.type, desk.charset)

  const protocol = desk.nextProtocol()
  if (!question.free) charge(question, account, protocol, desk)
  const { document } = question
  const product =
    desk.products.query.find((each) => each.codigo === question.product)?.nome ?? question.product
  const subject = { document, name: nameOf(document), product, protocol, at: desk.now }
  return question.type === 'H'
    ? encode(desk.reports.html(subject), 'text/html', desk.charset)
    : encode(
        JSON.stringify(jsonAnswer(subject, desk.reports.outcome(document))),
        'application/json',
        desk.charset,
      )
}
