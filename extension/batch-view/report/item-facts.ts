import type { BatchItem } from '../../../shared/api.ts'
import { formatInstant } from '../../../shared/business-time.ts'
import { formatDate } from '../../../shared/calendar.ts'
import type { Texts } from '../../../shared/locales/texts.ts'
import { itemWords } from '../run/item-words.ts'
import { shownDocument } from '../../ui/shown-document.ts'

/** What a report says of a debt, in text. */
export interface ItemFacts {
  position: string
  person: string
  document: string
  /** The customer's code in the ERP. */
  customer: string
  invoices: string[]
  dues: string[]
  cents: number
  state: string
  code: string
  reason: string
  next: string
  /** They say something of this debt, and not only of every one in its state. */
  isOwn: boolean
  protocol: string
  time: string
}

export const itemFacts = (item: BatchItem, texts: Texts): ItemFacts => {
  const { code, why, isOwn, next } = itemWords(item, texts)
  return {
    position: String(item.position),
    person: item.name,
    document: shownDocument(item.document),
    customer: item.customer.code,
    invoices: item.invoices.map(({ id }) => id),
    dues: item.invoices.map(({ due }) => formatDate(due)),
    cents: item.cents,
    state: texts.batch.itemStates[item.state],
    code: code ?? '',
    reason: why,
    next,
    isOwn,
    protocol: item.protocol ?? '',
    time: item.endedAt === null ? '' : formatInstant(item.endedAt),
  }
}
