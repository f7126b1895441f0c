import { createHash } from 'node:crypto'
import type { Environment } from '../../shared/api.ts'
import type { Cnpj, Document } from '../../shared/document.ts'

/** What makes a debt one debt, so that it is registered once (case G43). */
export interface KeyParts {
  environment: Environment
  creditor: Cnpj
  document: Document
  /** The ERP's id in this service: two ERPs may have an invoice of the same number. */
  erpId: string
  invoiceIds: readonly string[]
}

/** PEFIN's older layout, which intermediaries are built on, holds 16 characters; the newer one 20. */
const contractLength = 16
const markLength = 6

/** No letter that is taken for a digit when a person reads it out (Crockford's alphabet). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Digits by their value, so that 999 comes before 1000; anything else by its characters. */
const byNumber = (one: string, other: string): number =>
  one.length !== other.length && /^\d+$/.test(one + other)
    ? one.length - other.length
    : one < other
      ? -1
      : one > other
        ? 1
        : 0

/** The key of a debt: the same for the same set of invoices in any order, different for everything else. */
export const businessKey = ({ environment, creditor, document, erpId, invoiceIds }: KeyParts): string => {
  const ids = [...new Set(invoiceIds)].toSorted(byNumber)
  return [environment, creditor, document, erpId, ids.join(',')].join('/')
}

const mark = (key: string): string =>
  [...createHash('sha256').update(key).digest().subarray(0, markLength)]
    .map((byte) => alphabet[byte % alphabet.length])
    .join('')

/**
 * The contract number under which the bureau knows a debt, at most 16 characters: the smallest invoice number, which people
 * recognise, and a mark of the whole key, e.g. `62636-7KQ2ZB`. The same key always gives the same one, so that the bureau itself can
 * refuse a double. Of a long invoice number the end is kept.
 */
export const contractOf = (key: string, invoiceIds: readonly string[]): string => {
  const [smallest = ''] = invoiceIds.toSorted(byNumber)
  return `${smallest.slice(-(contractLength - markLength - 1))}-${mark(key)}`
}
