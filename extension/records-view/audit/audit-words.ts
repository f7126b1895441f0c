import type { AuditEntry } from '../../../shared/api.ts'
import { formatDate } from '../../../shared/calendar.ts'
import { dateAt, formatTime } from '../../../shared/business-time.ts'
import { fill } from '../../../shared/errors.ts'
import type { Texts } from '../../../shared/locales/texts.ts'
import type { ActorKind } from './actor-icon.tsx'

const wordIn = (table: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined

/** What was done, in words; an act that only a newer service knows bears its kind and its own name. */
export const actWords = ({ act, kind }: Pick<AuditEntry, 'act' | 'kind'>, texts: Texts): string => {
  const { audit, batch, negativation } = texts
  // Batches and records call some of their events by the same name
  const events = kind === 'batch' ? batch.run.events : negativation.events
  return (
    wordIn(audit.acts, act) ?? wordIn(events, act) ?? fill(audit.unknownAct, { kind: audit.oneOf[kind], act })
  )
}

export interface ActorWords {
  kind: ActorKind
  name: string
  /** What tells the program from a browser that bears its name. */
  mark: string | null
}

/** Who did it: a person's browser, the command line, or the program by itself. */
export const actorWords = (
  { actor, isProgram }: Pick<AuditEntry, 'actor' | 'isProgram'>,
  { audit }: Texts,
): ActorWords => {
  if (isProgram) return { kind: 'program', name: actor, mark: audit.program }
  if (actor === 'console') return { kind: 'terminal', name: audit.console, mark: null }
  return { kind: 'person', name: actor, mark: null }
}

/** What stopped it, by its code; null where it came to its end. A text that wants values which are not known is left out. */
export const problemWords = (problem: string | null, { audit, errors }: Texts): string | null => {
  if (problem === null) return null
  const text = Object.hasOwn(errors, problem) ? errors[problem as keyof Texts['errors']].text : undefined
  return text === undefined || /\{\w+\}/.test(text)
    ? fill(audit.failedCode, { code: problem })
    : fill(audit.failed, { text })
}

/** Why: the purpose of a query, and what else was given as a reason. */
export const whyWords = (
  { purpose, reason }: Pick<AuditEntry, 'purpose' | 'reason'>,
  { report }: Texts,
): string[] => [...(purpose === null ? [] : [report.purposes[purpose]]), ...(reason ? [reason] : [])]

/** dd/mm/aaaa hh:mm:ss in the business zone. */
export const momentWords = (at: string): string => `${formatDate(dateAt(at))} ${formatTime(at)}`
