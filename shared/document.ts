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
const cpfShape = /^(?:\d{11}|\d{3}\.\d{3}\.\d{3}-\d{2}|\d{3} \d{3} \d{3} \d{2})$/
const cnpjShape =
  /^(?:[\dA-Z]{12}\d{2}|[\dA-Z]{2}\.[\dA-Z]{3}\.[\dA-Z]{3}\/[\dA-Z]{4}-\d{2}|\d{2} \d{3} \d{3} \d{4} \d{2})$/

const compact = (text: string): string => text.replace(/[ ./-]/g, '')

/** The digit that checks the characters before it: weights 2, 3, 4… from the right, again from 2 after `cycle` of them; a letter counts by its code. */
const digitAfter = (before: string, cycle: number): string => {
  let sum = 0
  for (let place = 0; place < before.length; place += 1)
    sum += (before.charCodeAt(before.length - 1 - place) - 48) * (2 + (place % cycle))
  return String(sum % 11 < 2 ? 0 : 11 - (sum % 11))
}

const cpfCycle = 10
const cnpjCycle = 8

const hasCheckDigits = (characters: string, cycle: number): boolean =>
  digitAfter(characters.slice(0, -2), cycle) === characters.at(-2) &&
  digitAfter(characters.slice(0, -1), cycle) === characters.at(-1)

/** Numbers whose check digits are right and that nobody has: one digit throughout, and the row that people type to try. */
const nobodys = /^(?:(.)\1+|12345678909)$/

const cpfOf = (token: string): Cpf | null => {
  if (!cpfShape.test(token)) return null
  const digits = compact(token)
  return hasCheckDigits(digits, cpfCycle) && !nobodys.test(digits) ? (digits as Cpf) : null
}

const cnpjOf = (token: string): Cnpj | null => {
  const upper = upperAscii(token)
  if (!cnpjShape.test(upper)) return null
  const characters = compact(upper)
  return hasCheckDigits(characters, cnpjCycle) && !nobodys.test(characters) ? (characters as Cnpj) : null
}

/** The CPF or CNPJ that a normalised text is, or null. */
export const documentOf = (token: string): Document | null => cpfOf(token) ?? cnpjOf(token)

/**
 * The CPF that the whole text is, bare or with its mask, or null. Nothing around it is skipped but outer space (case G23);
 * repeated digits are refused (case G20).
 */
export const parseCpf = (text: string): Cpf | null => cpfOf(normaliseText(text).trim())

/**
 * The CNPJ that the whole text is, numeric or alphanumeric (case G22), bare or with its mask, or null.
 * Lower case is accepted, the value is in upper case.
 */
export const parseCnpj = (text: string): Cnpj | null => cnpjOf(normaliseText(text).trim())

/** The CPF or CNPJ that the whole text is, or null; the kind follows from the check, never from the length alone (case G30). */
export const parseDocument = (text: string): Document | null => documentOf(normaliseText(text).trim())

const isCpf = (document: Document): document is Cpf => document.length === 11

export const documentKind = (document: Document): DocumentKind => (isCpf(document) ? 'CPF' : 'CNPJ')

export const personType = (document: Document): PersonType => (isCpf(document) ? 'F' : 'J')

/** A document with its mask: `731.640.258-07`, `12.ABC.345/01DE-35`. */
export const formatDocument = (document: Document): string =>
  isCpf(document)
    ? document.replace(/^(.{3})(.{3})(.{3})(.{2})$/, '$1.$2.$3-$4')
    : document.replace(/^(.{2})(.{3})(.{3})(.{4})(.{2})$/, '$1.$2.$3/$4-$5')
