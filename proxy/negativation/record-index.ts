import { setImmediate as breath } from 'node:timers/promises'
import { negativationStates } from '../../shared/api.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import { dayCounter } from './day-counter.ts'
import type { Ledger } from './ledger.ts'
import type { IndexEntry, PageOrder } from './record-order.ts'
import { comparators, entryOf } from './record-order.ts'
import { sortedList } from './sorted-list.ts'
import type { SortedList } from './sorted-list.ts'

/** The few fields of every record that lists and limits look at, kept in memory: a page costs no walk over whole records. */
export interface RecordIndex {
  /** Reads the records, once; the first use does it as well. */
  load(): Promise<void>
  /** Every entry in the order of a screen; a live view, to be read before the next `await`. */
  ordered(order: PageOrder): Promise<readonly IndexEntry[]>
  /** The customer's records, in any order. */
  ofCustomer(erpId: string, customerId: string): Promise<readonly IndexEntry[]>
  /** The record that a press of the button has led to; null for a new key. */
  byConfirmKey(key: string): Promise<string | null>
  /** How many inclusions were sent on a day, over all creditors. */
  sentOn(day: CalendarDate): Promise<number>
}

const customerKey = (erpId: string, customerId: string): string => `${erpId}:${customerId}`

/** Reads the records at its first use, and follows the ledger from the moment it is made. */
export const recordIndex = ({
  store,
  ledger,
}: {
  store: Store
  ledger: Pick<Ledger, 'watch' | 'watchErased'>
}): RecordIndex => {
  const entries = new Map<string, IndexEntry>()
  const byCustomer = new Map<string, Set<string>>()
  const byKey = new Map<string, string>()
  const sorted = new Map<PageOrder, SortedList<IndexEntry>>()
  const sent = dayCounter(function* () {
    for (const { sentAt } of entries.values()) yield sentAt
  })
  let loading: Promise<void> | null = null

  const put = (record: NegativationRecord): void => {
    const fresh = entryOf(record)
    const known = entries.get(record.id)
    for (const list of sorted.values()) {
      if (known) list.remove(known)
      list.add(fresh)
    }
    entries.set(record.id, fresh)
    sent.moved(known?.sentAt ?? null, fresh.sentAt)
    if (record.confirmKey !== null) byKey.set(record.confirmKey, record.id)
    const owner = customerKey(record.erpId, record.customer.id)
    byCustomer.set(owner, (byCustomer.get(owner) ?? new Set()).add(record.id))
  }
  ledger.watch(put)
  // The day's count of sent ones stays: who is erased has used up his place of the daily limit.
  ledger.watchErased((id) => {
    const known = entries.get(id)
    if (!known) return
    entries.delete(id)
    for (const list of sorted.values()) list.remove(known)
    for (const [key, owner] of byKey) if (owner === id) byKey.delete(key)
    for (const ids of byCustomer.values()) ids.delete(id)
  })

  const read = async (): Promise<void> => {
    // State by state, with a breath between, so that the service goes on answering.
    for (const state of negativationStates) {
      // What the ledger told meanwhile is newer than what was read.
      for (const record of await store.query('negativations', { state }))
        if (!entries.has(record.id)) put(record)
      await breath()
    }
  }
  const load = (): Promise<void> => {
    loading ??= read().catch((thrown: unknown) => {
      loading = null
      throw thrown
    })
    return loading
  }

  return {
    load,
    ordered: async (order) => {
      await load()
      const list = sorted.get(order) ?? sortedList(entries.values(), comparators[order])
      sorted.set(order, list)
      return list.items
    },
    ofCustomer: async (erpId, customerId) => {
      await load()
      const ids = byCustomer.get(customerKey(erpId, customerId)) ?? []
      return [...ids].flatMap((id) => entries.get(id) ?? [])
    },
    byConfirmKey: async (key) => {
      await load()
      return byKey.get(key) ?? null
    },
    sentOn: async (day) => {
      await load()
      return sent.on(day)
    },
  }
}
