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

/**
 * Reads records without ever giving one customer's document to another: the address changes before the page
 * does, so an element that showed another customer counts only when both its name and its document have changed.
 */
export const createCustomerReader = (erp: Erp): CustomerReader => {
  let shown: Shown | null = null

  const isLeftOver = (record: CustomerRecord, id: string): boolean =>
    shown !== null &&
    shown.id !== id &&
    shown.record.root === record.root &&
    (sameDocuments(record, shown.record) || sameName(record, shown.record))

  return {
    read: (page, id) => {
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
