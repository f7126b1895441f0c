import type { CustomerRecord, Erp } from '../../../erps/erp.ts'

interface Shown {
  id: string
  record: CustomerRecord
}

export interface CustomerReader {
  /** The visible record of the customer in the address, or null while the page shows none, two, or still the one before. */
  read(page: ParentNode, id: string): CustomerRecord | null
}

const sameDocuments = (one: CustomerRecord, other: CustomerRecord): boolean =>
  one.documents.length > 0 && one.documents.join() === other.documents.join()

const sameName = (one: CustomerRecord, other: CustomerRecord): boolean =>
  one.name !== null && one.name === other.name

/** So long a new view may still be filled with what the ERP remembers of the customer before; milliseconds. */
const staleMs = 6000

/**
 * Reads records without ever giving one customer's document to another: the address changes before the page does, so what repeats
 * the last customer's name or document is not believed. In the same element it never is; in a new one it is after a while,
 * because an ERP may hold a person twice.
 */
export const createCustomerReader = (
  erp: Pick<Erp, 'readRecord'>,
  now: () => number = () => performance.now(),
): CustomerReader => {
  let shown: Shown | null = null
  let asked = { id: '', since: 0 }

  const isLeftOver = (record: CustomerRecord, id: string): boolean =>
    shown !== null &&
    shown.id !== id &&
    (sameDocuments(record, shown.record) || sameName(record, shown.record)) &&
    (shown.record.root === record.root || now() - asked.since < staleMs)

  return {
    read: (page, id) => {
      if (asked.id !== id) asked = { id, since: now() }
      const record = erp.readRecord(page)
      if (!record || isLeftOver(record, id)) return null
      shown = { id, record }
      return record
    },
  }
}

/** Whether two readings offer the same to query. */
export const isSameCustomer = (one: CustomerRecord | null, other: CustomerRecord | null): boolean =>
  one?.name === other?.name &&
  one?.documents.join() === other?.documents.join() &&
  one?.masked === other?.masked
