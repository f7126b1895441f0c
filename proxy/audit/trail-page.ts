import type { AuditKind } from '../../shared/api.ts'
import { dateAt } from '../../shared/business-time.ts'
import { AppError } from '../../shared/errors.ts'
import { program } from '../negativation/ledger.ts'
import { isProgram, sources } from './marks.ts'
import type { Mark, Place } from './marks.ts'
import type { TrailDay } from './trail-index.ts'

export interface TrailFilter {
  /** Empty for all. */
  kinds: readonly AuditKind[]
  actor: string | null
  /** Leaves out what the program did by itself. */
  people: boolean
  /** What an entry may be about; null for everything. */
  about: ReadonlySet<string> | null
}

/** Names the last entry of a page; entries that come later stand before it, so that none is shown twice and none is left out. */
export const cursorOf = ({ at, source, id }: Place): string => `${at}~${source}~${id}`

/** @throws `input-invalid` for a text that no page has named */
export const placeOf = (cursor: string): Place => {
  const [, at = '', name, id = ''] = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z)~(\w+)~([\w:-]+)$/.exec(cursor) ?? []
  const source = sources.find((each) => each === name)
  if (!source || Number.isNaN(Date.parse(at)))
    throw new AppError('input-invalid', { params: { field: 'after' } })
  return { at, source, id }
}

const maySuit = (day: TrailDay, { kinds, actor, people }: TrailFilter): boolean =>
  (actor === null || day.actors.has(actor)) &&
  (kinds.length === 0 || kinds.some((kind) => day.kinds.has(kind))) &&
  !(people && day.actors.size === 1 && day.actors.has(program))

const suits = (mark: Mark, { kinds, actor, people, about }: TrailFilter): boolean =>
  (actor === null || mark.actor === actor) &&
  !(people && isProgram(mark)) &&
  (kinds.length === 0 || kinds.includes(mark.kind)) &&
  (about === null || (mark.about !== null && about.has(mark.about)))

/**
 * The newest entries before `after`, at most so many, of days that come newest first. `next` is null on the last page. Days without the
 * actor or the kind are passed over; the walk ends with the page.
 */
export const trailPage = (
  days: readonly TrailDay[],
  filter: TrailFilter,
  { after, limit }: { after: Place | null; limit: number },
): { marks: Mark[]; next: string | null } => {
  const lastDate = after && dateAt(after.at)
  const marks: Mark[] = []
  for (const day of days) {
    if ((lastDate !== null && day.date > lastDate) || !maySuit(day, filter)) continue
    const { items } = day.marks
    const isCut = after !== null && day.date === lastDate
    for (let place = isCut ? day.marks.placeOf(after as Mark) : items.length; place > 0; place -= 1) {
      const mark = items[place - 1]!
      if (!suits(mark, filter)) continue
      if (marks.length === limit) return { marks, next: cursorOf(marks.at(-1)!) }
      marks.push(mark)
    }
  }
  return { marks, next: null }
}

/** Everybody who has an entry in these days. */
export const actorsOf = (days: readonly TrailDay[], { people }: Pick<TrailFilter, 'people'>): string[] => {
  const actors = new Set(days.flatMap((day) => [...day.actors.keys()]))
  if (people) actors.delete(program)
  return [...actors].toSorted((one, other) => one.localeCompare(other, 'pt-BR'))
}
