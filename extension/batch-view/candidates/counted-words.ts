import type { Totals } from '../../../shared/api.ts'
import { fill } from '../../../shared/errors.ts'
import { formatCount } from '../../../shared/format-count.ts'
import type { Texts } from '../../../shared/locales/texts.ts'

type Words = Texts['candidates']['counted']

/** A text for one and a text for several. */
export const counted = (count: number, one: string, many: string): string =>
  count === 1 ? one : fill(many, { count: formatCount(count) })

/** People, invoices, and debts where they are not as many as people. */
export const countedTotals = ({ people, debts, invoices }: Totals, words: Words): string[] => [
  counted(people, words.personOne, words.people),
  ...(debts === people ? [] : [fill(words.debts, { count: formatCount(debts) })]),
  counted(invoices, words.invoiceOne, words.invoices),
]
