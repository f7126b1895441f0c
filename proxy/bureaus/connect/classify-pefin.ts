/**
 * What an answer of PEFIN proves. HTTP 200 proves nothing (case G87), and a word that we do not know is neither yes nor no (case G54):
 * what stands here is either a positive proof or a refusal in so many words; all the rest is unknown.
 * ASSUMED: the words and that a refusal carries a code of three digits, as the PEFIN file layout has them.
 */
import type { Document } from '../../../shared/document.ts'
import { documentKind } from '../../../shared/document.ts'
import { AppError, asAppError } from '../../../shared/errors.ts'
import type { Reply } from '../../net/request.ts'
import { covered } from './covered.ts'
import { pairName } from './pair-name.ts'
import type { PefinAnswer } from './pefin.ts'
import { decodePefin } from './pefin.ts'
import { refusalIn } from './refusals.ts'
import { textOf } from './transport.ts'
import { folded, visibleText } from './visible-text.ts'

/** What the platform said, for the history: raw but for documents. */
export interface Evidence extends Record<string, unknown> {
  protocol: string | null
  code: string | null
  text: string
}

const longestEvidence = 300

export const evidenceOf = ({ protocol, code, message }: PefinAnswer): Evidence => ({
  protocol,
  code,
  text: covered(message, longestEvidence),
})

/** Of any answer; one that is none of PEFIN's (an error page, a gateway's words) is known by its status. */
const evidenceIn = ({ status, text }: Extract<Reply, { kind: 'answer' }>): Evidence => {
  const answer = decodePefin(text)
  if (answer) return evidenceOf(answer)
  return { protocol: null, code: `HTTP ${status}`, text: covered(visibleText(text), longestEvidence) }
}

/** Codes that stand beside a record which was taken; seen in readers of the PEFIN return file. */
const remarks: ReadonlySet<string> = new Set(['000', '022', '306'])
const negative =
  /\b(nao|invalid\w*|incorret\w*|incompat\w*|inexistent\w*|desconhecid\w*|recusad\w*|rejeitad\w*|obrigatori\w*|exced\w*|ultrapass\w*|inferior|superior|ausente|faltando|bloquead\w*|negad[oa])\b/
const positive =
  /(?<!\bnao (?:foi |esta |pode ser )?)\b(sucesso|exito|aceit[oa]|incluid[oa]|recebid[oa]|processad[oa]|registrad[oa]|confirmad[oa]|concluid[oa])\b/
/** The platform speaks of itself and not of what it was asked: it may have been done. */
const passing =
  /\b(erro|falha) (intern|inesperad|de sistema|no sistema)|\btente (novamente|mais tarde|de novo)|\bindisponive|\btempo (limite|esgotado)|\btimeout|\bprocessando|\bem processamento|\bpendente/

/** A refusal with its code. */
export type Refusal = PefinAnswer & { code: string }

/** Whether the answer says in so many words that it did not do what it was asked (a listed code, no protocol, no word of success). */
export const isRefusal = (answer: PefinAnswer): answer is Refusal => {
  const { isSuccess, protocol, code, message } = answer
  if (isSuccess || protocol !== null || code === null || !/^\d{3}$/.test(code) || remarks.has(code))
    return false
  const text = folded(message)
  return negative.test(text) && !positive.test(text) && !passing.test(text)
}

const thing = 'contrato|registro|divida|debito|negativacao|titulo'
const existing = new RegExp(
  String.raw`\b(${thing})\b.{0,40}\bja (existe|consta|cadastrad|incluid|negativad|registrad|ativ)|\bja (existe|consta)\b.{0,40}\b(${thing})\b|\b(${thing}) (duplicad[oa]|em duplicidade)\b`,
)
const gone = new RegExp(
  String.raw`\b(${thing})\b.{0,40}\b(inexistent|nao (existe|encontrad|localizad|consta|cadastrad))|\b(${thing})\b.{0,40}\bja (foi |esta )?(excluid|baixad|removid)`,
)
const noSuchOperation =
  /\boperacao\b.{0,40}\b(invalid|inexistent|desconhecid|nao (reconhecid|disponivel|habilitad|contratad|permitid|suportad|existe))/

const says =
  (pattern: RegExp) =>
  ({ isSuccess, protocol, message }: PefinAnswer): boolean =>
    !isSuccess && protocol === null && pattern.test(folded(message)) && !passing.test(folded(message))

/** The contract stands at the bureau already: by us, by somebody else, or by the echo of this very call (cases G43, G53). */
export const saysExisting = says(existing)
/** There is no such record, or no longer (case G48). */
export const saysGone = says(gone)
export const saysNoSuchOperation = says(noSuchOperation)

/** A wrong pair or an empty account is told before anything is worked on, with or without a code, in JSON or as a bare line of HTML. */
const refusedAccount = (message: string): AppError | null => {
  const refusal = refusalIn(message, { document: '' as Document, product: '', pair: pairName.pefin })
  const isAccount = refusal?.code === 'connect-credentials-refused' || refusal?.code === 'connect-no-balance'
  return isAccount ? refusal : null
}

/** A CNPJ with letters that the platform refuses for its letters (case G22). */
export const isAboutLetters = (document: Document, { message }: PefinAnswer): boolean =>
  documentKind(document) === 'CNPJ' &&
  /[A-Z]/.test(document) &&
  /\b(documento|cnpj)\b|\balfanumeric|\b(somente|apenas|so) (numeros|digitos)/.test(folded(message))

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** The platform's code and words in an error's text. */
export const refusalParams = ({ code, message }: Refusal): { code: string; message: string } => ({
  code,
  message: covered(message),
})

interface Reading {
  now: number
  /** The one code of every end that may be a success; null where such an end is nothing but a failure. */
  doubt: 'inclusion-uncertain' | 'removal-uncertain' | null
  /** Repeating harms nobody: then nothing that time may heal is `never`, and an unknown end needs no look. */
  isRepeatable: boolean
}

const answerOf = (text: string): PefinAnswer => {
  const answer = decodePefin(text)
  const isTaken = answer !== null && (answer.isSuccess || answer.protocol !== null)
  const account = isTaken ? null : refusedAccount(answer?.message ?? visibleText(text))
  if (account) throw account
  if (answer) return answer
  const isCut = text.trim() === '' || (/^\s*[{[]/.test(text) && !isJson(text))
  throw new AppError(isCut ? 'connect-cut' : 'connect-error-page', { retry: 'reconcile' })
}

/**
 * The answer in our words; whatever comes here, the account was not refused.
 * @throws AppError for every other end of the call, with what was said in `details`
 */
export const pefinAnswerIn = (reply: Reply, { now, doubt, isRepeatable }: Reading): PefinAnswer => {
  try {
    return answerOf(textOf(reply, { now, silence: 'connect-no-reply', pair: pairName.pefin }))
  } catch (thrown) {
    const error = asAppError(thrown)
    const isDoubt = doubt !== null && error.retry === 'reconcile'
    const retry = isRepeatable ? 'safe' : error.retry
    const details = reply.kind === 'answer' ? evidenceIn(reply) : {}
    throw new AppError(isDoubt ? doubt : error.code, { params: error.params, retry, cause: thrown, details })
  }
}
