import type { InvoiceFactKind, ShownChange } from '../../shared/api.ts'
import { formatDate, parseDate } from '../../shared/calendar.ts'
import { formatDocument, parseDocument } from '../../shared/document.ts'
import { fill } from '../../shared/errors.ts'
import type { Texts } from '../../shared/locales/texts.ts'
import { formatMoney } from '../../shared/money.ts'

type Words = Texts['confirm']['changes']

const money = (text: string): string => (/^\d{1,15}$/.test(text) ? formatMoney(Number(text)) : text)

const date = (text: string): string => {
  const day = parseDate(text)
  return day ? formatDate(day) : text
}

const document = (text: string): string => {
  const parsed = parseDocument(text)
  return parsed ? formatDocument(parsed) : text
}

const factSentence = (invoice: string, fact: string, words: Words): string => {
  const isKnown = fact !== 'open' && Object.hasOwn(words, fact)
  return fill(isKnown ? words[fact as Exclude<InvoiceFactKind, 'open'>] : words.gone, { invoice })
}

const invoiceSentence = (change: ShownChange, invoice: string, words: Words): string => {
  const { field, before, after } = change
  if (field === 'fact') return factSentence(invoice, after, words)
  if (field === 'cents') return fill(words.value, { invoice, before: money(before), after: money(after) })
  if (field === 'due') return fill(words.due, { invoice, before: date(before), after: date(after) })
  return fill(words.description, { invoice })
}

const wholeSentence = ({ field, before, after }: ShownChange, words: Words): string => {
  switch (field) {
    case 'name':
    case 'service':
    case 'reason':
      return fill(words[field], { before, after })
    case 'document':
      return fill(words.document, { before: document(before), after: document(after) })
    case 'birth':
      return words.birth
    case 'street':
    case 'number':
    case 'complement':
    case 'district':
    case 'city':
    case 'state':
    case 'zip':
      return words.address
    default:
      return words.integration
  }
}

/** What follows from the invoices and is seen in the total; it needs no sentence of its own. */
const derived: readonly string[] = ['total', 'contract', 'customer']

/** One sentence for each thing that is not as it had been shown, those of invoices first; the same sentence once. */
export const changeSentences = (changes: readonly ShownChange[], words: Words): string[] => [
  ...new Set(
    changes.flatMap((change) => {
      if (change.invoiceId !== null) return invoiceSentence(change, change.invoiceId, words)
      return derived.includes(change.field) ? [] : wholeSentence(change, words)
    }),
  ),
]
