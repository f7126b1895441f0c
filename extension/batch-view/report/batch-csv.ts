import type { BatchItem } from '../../../shared/api.ts'
import type { Texts } from '../../../shared/locales/texts.ts'
import { cents, wireMoney } from '../../../shared/money.ts'
import { itemFacts } from './item-facts.ts'

/** `1234,56`: what a spreadsheet in Portuguese takes for a number. */
const amount = (value: number): string => wireMoney(cents(value), 'reais').replace('.', ',')

/** Between values in one cell; a comma would make a number of two invoices. */
const and = ' · '

/** Every debt of a batch as a row, below the names of the columns. */
export const batchCsvRows = (items: readonly BatchItem[], texts: Texts): string[][] => {
  const { columns } = texts.batch.report
  return [
    [
      columns.position,
      columns.person,
      columns.document,
      columns.customer,
      columns.invoices,
      columns.dues,
      columns.valueReais,
      columns.state,
      columns.code,
      columns.reason,
      columns.next,
      columns.protocol,
      columns.time,
    ],
    ...items.map((item) => {
      const facts = itemFacts(item, texts)
      return [
        facts.position,
        facts.person,
        facts.document,
        facts.customer,
        facts.invoices.join(and),
        facts.dues.join(and),
        amount(facts.cents),
        facts.state,
        facts.code,
        facts.reason,
        facts.next,
        facts.protocol,
        facts.time,
      ]
    }),
  ]
}
