import { fill } from '../../shared/errors.ts'
import { formatCount } from '../../shared/format-count.ts'
import type { Texts } from '../../shared/locales/texts.ts'

/** `287 pessoas`, `301 inclusões`, `1 fatura`: a count with its word. */
export const countWords = (
  what: 'people' | 'debts' | 'invoices',
  count: number,
  { page }: Texts['batch'],
): string => {
  const one = { people: page.personOne, debts: page.debtOne, invoices: page.invoiceOne }
  return count === 1 ? one[what] : fill(page[what], { count: formatCount(count) })
}
