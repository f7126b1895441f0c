import { cnpj, cpf } from 'cpf-cnpj-validator'
import * as fc from 'fast-check'
import { parseDocument } from './document.ts'
import type { Document } from './document.ts'

/** Generators for property tests. The check digits come from the library's arithmetic, the verdict from our parser. */

const complete = (body: string, digit: (body: string) => number): string => {
  const first = `${body}${digit(body)}`
  return `${first}${digit(first)}`
}

/** The two check digits of the first twelve characters of a CNPJ. */
export const checkDigits = (body: string): string => complete(body, cnpj.verifierDigit).slice(-2)

const checked = (body: fc.Arbitrary<string>, digit: (body: string) => number): fc.Arbitrary<Document> =>
  body.map((text) => parseDocument(complete(text, digit))).filter((document) => document !== null)

const characters = (alphabet: string, length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...alphabet.split('')), minLength: length, maxLength: length })

export const digits = (length: number): fc.Arbitrary<string> => characters('0123456789', length)

export const anyCpf = checked(digits(9), cpf.verifierDigit)
export const anyNumericCnpj = checked(digits(12), cnpj.verifierDigit)
/** Without X, which stands for a hidden character when it fills a whole group. */
export const anyCnpj = checked(characters('0123456789ABCDEFGHIJKLMNOPQRSTUVWYZ', 12), cnpj.verifierDigit)
export const anyDocument = fc.oneof(anyCpf, anyNumericCnpj, anyCnpj)
