import type { BatchItem, BatchItemState, Totals } from '../../../shared/api.ts'
import { fill } from '../../../shared/errors.ts'
import type { Texts } from '../../../shared/locales/texts.ts'
import { groupReason } from '../draft/reason-words.ts'
import { blocksOf, isChanged, isDuplicate, itemWords } from './item-words.ts'
import type { ItemWords } from './item-words.ts'

/** Debts of a batch that ended in the same way for the same reason. */
export interface ItemGroup {
  state: BatchItemState
  reason: string
  /** What happened, without what is true of one debt alone. */
  what: string
  next: string
  totals: Totals
}

/** What wants a person comes first; what went well last. */
export const stateOrder: readonly BatchItemState[] = [
  'unknown',
  'refused',
  'failed',
  'skipped',
  'cancelled',
  'waiting',
  'sending',
  'sent',
]

/** People, debts, invoices and cents of some debts. */
export const totalsOfItems = (items: readonly BatchItem[]): Totals => ({
  people: new Set(items.map(({ customer }) => customer.id)).size,
  debts: items.length,
  invoices: items.reduce((sum, { invoices }) => sum + invoices.length, 0),
  cents: items.reduce((sum, { cents }) => sum + cents, 0),
})

interface Told {
  item: BatchItem
  words: ItemWords
}

const sameOr = (texts: readonly string[], other: string): string =>
  texts.every((text) => text === texts[0]) ? (texts[0] ?? other) : other

/** What is true of one debt alone is left out: its invoice, its days, the bureau's words about it. */
const whatOf = (group: readonly Told[], { item, words }: Told, texts: Texts): string => {
  const { result } = texts.batch
  if (isDuplicate(item)) return result.duplicate
  if (isChanged(item)) return item.problem?.code === 'paid-in-queue' ? result.paid : result.changed
  const blocks = blocksOf(item)
  if (blocks.length > 0) return blocks.map((code) => groupReason(code, texts)).join(' ')
  if (item.state === 'waiting' && !item.problem) return result.why.waiting
  const several = words.code === null ? result.several : fill(result.refusedCode, { code: words.code })
  return sameOr(
    group.map((told) => told.words.why),
    several,
  )
}

/** The debts by state and reason, in the order in which a person wants to see them: the larger groups of a state first. */
export const itemGroups = (items: readonly BatchItem[], texts: Texts): ItemGroup[] => {
  const groups = new Map<string, Told[]>()
  for (const item of items) {
    const words = itemWords(item, texts)
    const key = `${item.state} ${words.reason}`
    const group = groups.get(key)
    if (group) group.push({ item, words })
    else groups.set(key, [{ item, words }])
  }
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group
      if (!first) return []
      return {
        state: first.item.state,
        reason: first.words.reason,
        what: whatOf(group, first, texts),
        next: sameOr(
          group.map(({ words }) => words.next),
          texts.batch.result.nextOf[first.item.state],
        ),
        totals: totalsOfItems(group.map(({ item }) => item)),
      }
    })
    .toSorted(
      (one, other) =>
        stateOrder.indexOf(one.state) - stateOrder.indexOf(other.state) ||
        other.totals.debts - one.totals.debts,
    )
}
