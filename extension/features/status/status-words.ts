import { formatInstant } from '../../../shared/business-time.ts'
import { formatDate } from '../../../shared/calendar.ts'
import { fill } from '../../../shared/errors.ts'
import type { Texts } from '../../../shared/locales/texts.ts'
import { formatMoney } from '../../../shared/money.ts'
import type { PanelRecord, PanelRemoval } from './panel-status.ts'
import type { StatusView } from './status-keeper.ts'

type Words = Texts['erp']['panel']['status']

const ago = (days: number, words: Words): string => {
  if (days <= 0) return words.today
  return days === 1 ? words.yesterday : fill(words.days, { days })
}

const paidText = ({ date, days }: NonNullable<PanelRemoval['paid']>, words: Words): string => {
  if (days === 0) return words.paidToday
  return days === 1 ? words.paidYesterday : fill(words.paidOn, { date: formatDate(date) })
}

const leftText = (days: number, words: Words): string => {
  if (days < 0) return words.leftOver
  if (days === 0) return words.leftToday
  return days === 1 ? words.leftOne : fill(words.left, { days })
}

const deadlineText = ({ deadline, daysLeft }: PanelRemoval, words: Words): string[] =>
  deadline === null || daysLeft === null
    ? []
    : [fill(words.deadline, { date: formatDate(deadline).slice(0, 5), left: leftText(daysLeft, words) })]

const removalText = (record: PanelRecord, removal: PanelRemoval, words: Words): string[] => {
  if (removal.isHeld) return [words.held]
  return [
    ...(removal.paid ? [paidText(removal.paid, words)] : []),
    ...(record.state === 'verifying' ? [words.verifying] : []),
    ...deadlineText(removal, words),
  ]
}

const stateText = ({ state, days }: PanelRecord, words: Words): string[] => {
  if (state === 'unknown') return [words.unknown]
  if (state !== 'sent' && state !== 'active' && state !== 'removed') return []
  return [fill(words[state], { ago: ago(days, words) })]
}

/** The second line of a debt: since when, or how far the removal is and until when it has to be done. */
export const recordDetail = (record: PanelRecord, words: Words): string => {
  const { removal, state } = record
  const isClearing = removal !== null && state !== 'removed'
  return [
    ...(isClearing ? removalText(record, removal, words) : stateText(record, words)),
    ...(record.isTest ? [words.test] : []),
  ].join(' · ')
}

/** The first line: state, amount, first invoice and how many more. */
export const recordTitle = ({ state, cents, invoice, more }: PanelRecord, words: Words): string =>
  [words.states[state], formatMoney(cents), `F-${invoice}${more > 0 ? ` +${more}` : ''}`].join(' · ')

export const overdueText = ({ count, cents }: { count: number; cents: number }, words: Words): string =>
  fill(count === 1 ? words.overdueOne : words.overdue, { count, amount: formatMoney(cents) })

/** The line that always stands below the buttons, so that nothing moves under the pointer when an answer comes. */
export const statusLine = (view: StatusView, words: Words): string => {
  switch (view.at) {
    case 'none':
      return ''
    case 'reading':
      return words.reading
    case 'failed':
      return Object.hasOwn(words.failures, view.code)
        ? words.failures[view.code as keyof Words['failures']]
        : view.text || words.failures['answer-lost']
    case 'known':
      return (
        view.status.problem?.text ??
        fill(view.status.mayInclude ? words.readAt : words.readOnly, {
          time: formatInstant(view.status.readAt).slice(-5),
        })
      )
  }
}
