import { useMemo } from 'preact/hooks'
import type { EligibilityReason } from '../../../shared/api.ts'
import { fill } from '../../../shared/errors.ts'
import { formatMoney } from '../../../shared/money.ts'
import { reasonText } from '../../confirm-view/reason-line.tsx'
import { Icon } from '../../ui/icon.tsx'
import { StateLine } from '../../ui/state-line.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import type { Share } from '../selection/select.ts'
import { ChoiceBox } from './choice-box.tsx'
import { documentText } from './document-text.ts'
import type { LineProps } from './line.tsx'
import { Line } from './line.tsx'
import type { Entry } from './model.ts'

interface CandidateRowProps extends LineProps {
  entry: Entry
  share: Share
  isOpen: boolean
}

/** One candidate in one line: who, which service, how many invoices, how much, how late, and how it stands. */
export const CandidateRow = ({ entry, share, isOpen, ...line }: CandidateRowProps) => {
  const { at, isTabStop } = line
  const texts = useTexts()
  // A line that is as it was is not drawn again: scrolling and selecting leave all the others alone
  return useMemo(
    () => (
      <Line
        {...line}
        level={1}
        look={share === 'none' ? 'candidate' : 'candidate line-chosen'}
        isOpen={isOpen}
        isChosen={share === 'all'}
      >
        <td class="choice">
          <ChoiceBox
            label={fill(texts.candidates.table.select, {
              name: entry.candidate.customer.name,
              amount: formatMoney(entry.cents),
            })}
            share={share}
            disabled={entry.selectable.length === 0}
          />
        </td>
        <td class="person">
          <Icon name={isOpen ? 'down' : 'right'} />
          <span class="two-lines">
            <strong title={entry.candidate.customer.name}>{entry.candidate.customer.name}</strong>
            <span class="document">{documentText(entry.candidate.customer.document)}</span>
          </span>
        </td>
        <ServiceCell entry={entry} />
        <InvoicesCell entry={entry} />
        <td class="number">{formatMoney(entry.cents)}</td>
        <td class="number">{fill(texts.candidates.table.daysLate, { days: entry.daysLate })}</td>
        <td class="standing">
          <Standing reasons={entry.reasons} />
        </td>
      </Line>
    ),
    [entry, share, isOpen, at, isTabStop, texts],
  )
}

const ServiceCell = ({ entry: { candidate } }: { entry: Entry }) => {
  const { table } = useTexts().candidates
  const { service, city } = candidate
  const name = service?.name || table.noService
  const place = [service?.state, city].filter(Boolean).join(' · ')
  return (
    <td class="two-lines">
      <span title={name}>{name}</span>
      <span class="muted" title={place}>
        {place}
      </span>
    </td>
  )
}

/** How many may be selected; of how many, where some may not. */
const InvoicesCell = ({ entry: { candidate, invoices } }: { entry: Entry }) => {
  const { table } = useTexts().candidates
  const all = candidate.invoices.length
  return <td class="number">{invoices === all ? all : fill(table.share, { count: invoices, all })}</td>
}

/** The first reason in words, and how many more there are; all of them stand below the open line. */
export const Standing = ({ reasons }: { reasons: readonly EligibilityReason[] }) => {
  const texts = useTexts()
  const { table } = texts.candidates
  const [first, ...more] = reasons
  if (!first) return <StateLine tone="good">{table.fit}</StateLine>
  const isBlock = first.level === 'block'
  return (
    <span class="standing-reasons" title={reasons.map((reason) => reasonText(reason, texts)).join('\n')}>
      <StateLine tone={isBlock ? 'neutral' : 'attention'} icon={isBlock ? 'cross' : 'warning'}>
        {reasonText(first, texts)}
      </StateLine>
      {more.length > 0 ? (
        <span class="more">
          {fill(table.more, { count: more.length })}
          <span class="visually-hidden">{table.moreReasons}</span>
        </span>
      ) : null}
    </span>
  )
}
