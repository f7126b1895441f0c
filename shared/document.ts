import { cnpj, cpf } from 'cpf-cnpj-validator'
import { normaliseText, upperAscii } from './normalise-text.ts'

/** A CPF: 11 digits, checked, without mask. */
export type Cpf = string & { readonly brand: 'Cpf' }
/** A CNPJ: 14 characters, upper-case letters and digits, checked, without mask. */
export type Cnpj = string & { readonly brand: 'Cnpj' }
export type Document = Cpf | Cnpj

export type DocumentKind = 'CPF' | 'CNPJ'
/** Connect's and Serasa's letter for the kind of person: F for CPF, J for CNPJ. */
export type PersonType = 'F' | 'J'

// Separators are all there or none is; a page may show spaces in their place (case G26).
const cpfShapes = [/^\d{11}$/, /^\d{3}\.\d{3}\.\d{3}-\d{2}$/, /^\d{3} \d{3} \d{3} \d{2}$/]
const cnpjShapes = [
  /^[\dA-Z]{12}\d{2}$/,
  /^[\dA-Z]{2}\.[\dA-Z]{3}\.[\dA-Z]{3}\/[\dA-Z]{4}-\d{2}$/,
  /^\d{2} \d{3} \d{3} \d{4} \d{2}$/,
]

const compact = (text: string): string => text.replace(/[ ./-]/g, '')

/**
 * The CPF that the whole text is, bare or with its mask, or null. Nothing around it is skipped but outer space (case G23);
 * repeated digits are refused (case G20).
 */
export const parseCpf = (text: string): Cpf | null => {
  const token = normaliseText(text).trim()
  if (!cpfShapes.some((shape) => shape.test(token))) return null
  const digits = compact(token)
  return cpf.isValid(digits, true) ? (digits as Cpf) : null
}

/**
 * The CNPJ that the whole text is, numeric or alphanumeric (case G22), bare or with its mask, or null.
 * Lower case is accepted, the value is in upper case.
 */
export const parseCnpj = (text: string): Cnpj | null => {
  const token = upperAscii(normaliseText(text).trim())
  if (!cnpjShapes.some((shape) => shape.test(token))) return null
  const characters = compact(token)
  return cnpj.isValid(characters, true) ? (characters as Cnpj) : null
}

/** The CPF or CNPJ that the whole text is, or null; the kind follows from the check, never from the length alone (case G30). */
export const parseDocument = (text: string): Document | null => parseCpf(text) ?? parseCnpj(text)

const isCpf = (document: Document): document is Cpf => document.length === 11

export const documentKind = (document: Document): DocumentKind => (isCpf(document) ? 'CPF' : 'CNPJ')

export const personType = (document: Document): PersonType => (isCpf(document) ? 'F' : 'J')

/** A document with its mask: `731.640.258-07`, `12.ABC.345/01DE-35`. */
export const formatDocument = (document: Document): string =>
  isCpf(document)
    ? document.replace(/^(.{3})(.{3})(.{3})(.{2})$/, '$1.$2.$3-$4')
    : document.replace(/^(.{2})(.{3})(.{3})(.{4})(.{2})$/, '$1.$2.$3/$4-$5')
