import type { BatchItem, EligibilityCode } from '../../../shared/api.ts'
import { formatDate } from '../../../shared/calendar.ts'
import { fill } from '../../../shared/errors.ts'
import type { Texts } from '../../../shared/locales/texts.ts'
import { formatMoney } from '../../../shared/money.ts'
import { shownDocument } from '../../ui/shown-document.ts'
import { situationOf } from './left-out.ts'

/** An amount that a spreadsheet takes for a number: `1204,56`. */
const plainAmount = (cents: number): string => formatMoney(cents).replace('R$ ', '').replaceAll('.', '')

const reasonsOf = ({ reasons, problem }: BatchItem, { negativation }: Texts): string[] => [
  ...new Set([
    ...reasons.map(({ code, params }) => fill(negativation.eligibility[code], params)),
    ...(problem ? [problem.text] : []),
  ]),
]

/** The simulation as a table, one line for each debt under a line of titles. */
export const simulationRows = (
  items: readonly BatchItem[],
  accepted: readonly EligibilityCode[],
  texts: Texts,
): string[][] => {
  const { columns, situations } = texts.batch.simulation
  return [
    Object.values(columns),
    ...items.map((item) => [
      item.name,
      shownDocument(item.document),
      item.customer.code,
      item.service ? `${item.service.name} · ${item.service.state}` : '',
      item.invoices.map(({ id }) => id).join(', '),
      item.invoices.map(({ due }) => formatDate(due)).join(', '),
      plainAmount(item.cents),
      situations[situationOf(item, accepted)],
      reasonsOf(item, texts).join(' '),
    ]),
  ]
}
