import type { Negativation } from '../../shared/api.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import { formatDate } from '../../shared/calendar.ts'
import { fill } from '../../shared/errors.ts'
import type { Texts } from '../../shared/locales/texts.ts'
import type { Tone } from '../ui/state-line.tsx'
import { isLive } from './state-groups.ts'

type Words = Texts['records']['deadline']

const leftWords = (days: number, words: Words): string => {
  if (days === 0) return words.today
  if (days === 1) return words.leftOne
  if (days === -1) return words.overOne
  return days > 0 ? fill(words.left, { days }) : fill(words.over, { days: -days })
}

/** The last day to clear a name and how many business days are left, or why there is none; empty while no removal is due. */
export const deadlineWords = ({ state, removal }: Negativation, words: Words): string[] => {
  if (!removal || !isLive(state)) return []
  if (removal.isHeld) return [words.held]
  if (removal.deadline === null || removal.daysLeft === null) return [words.none]
  return [formatDate(removal.deadline), leftWords(removal.daysLeft, words)]
}

/** The deadline of a task by the day alone, as a task tells it. */
export const taskDeadline = (
  deadline: CalendarDate | null,
  today: CalendarDate,
  words: Words,
): { text: string; tone: Tone } | null => {
  if (deadline === null) return null
  if (deadline === today) return { text: words.ofToday, tone: 'harm' }
  const date = formatDate(deadline)
  if (deadline < today) return { text: fill(words.ofOver, { date }), tone: 'harm' }
  return { text: fill(words.of, { date }), tone: 'attention' }
}
