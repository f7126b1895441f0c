/**
 * What Connect says when it says no. ASSUMED: the words, as Connect publishes none; each pattern is kept narrow, and what no pattern
 * knows is not taken for a refusal of that kind.
 */
import { documentKind } from '../../../shared/document.ts'
import type { Document } from '../../../shared/document.ts'
import { AppError } from '../../../shared/errors.ts'
import { folded } from './visible-text.ts'

export interface Asked {
  document: Document
  product: string
  /** How the screens name the pair, e.g. `login/senha_consulta`. */
  pair: string
}

const no = String.raw`(invalid|incorret|incompativ|inexistent|desconhecid|bloquead|nao (existe|encontrad|cadastrad|contratad|disponivel|habilitad|autorizad|permitid|confere|suportad|aceit))`
const within = (subject: string): RegExp => new RegExp(String.raw`\b(${subject})\b.{0,40}\b${no}`)

const credentials = [
  within('usuario|login|senha|credencia(l|is)'),
  /\b(acesso|login) negado\b|\bnao autenticad/,
]
const balance = [/\bsaldo (e )?insuficiente|\bsem saldo\b|\bcreditos? insuficientes?/]
const product = [within('produto|tipo de consulta|codigo da consulta')]
const digitsOnly = [/\b(apenas|somente|so) (numeros|digitos)\b|\balfanumeric/]
const document = [within('documento|cpf|cnpj')]

const documentError = (asked: Asked): AppError => {
  const hasLetters = documentKind(asked.document) === 'CNPJ' && /[A-Z]/.test(asked.document)
  // Our check digits were right, so a CNPJ with letters is refused for its letters (case G22).
  return new AppError(hasLetters ? 'document-unsupported' : 'document-invalid')
}

const rules: readonly [patterns: readonly RegExp[], error: (asked: Asked) => AppError][] = [
  [credentials, ({ pair }) => new AppError('connect-credentials-refused', { params: { pair } })],
  [balance, () => new AppError('connect-no-balance')],
  [product, (asked) => new AppError('product-unknown', { params: { product: asked.product } })],
  [[...digitsOnly, ...document], documentError],
]

/** What is longer is a report or a system's page, in which a word like "senha" means nothing. */
const longestMessage = 600

/** The refusal that a message of Connect means, or null when none of the known ones. A refused call did nothing and costs nothing. */
export const refusalIn = (message: string, asked: Asked): AppError | null => {
  if (message.length > longestMessage) return null
  const text = folded(message)
  const rule = rules.find(([patterns]) => patterns.some((pattern) => pattern.test(text)))
  return rule ? rule[1](asked) : null
}
