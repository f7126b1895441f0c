import { fill } from '../../shared/errors.ts'
import type { Texts } from '../../shared/locales/texts.ts'
import type { CheckName, Finding } from './check.ts'
import { allChecks } from './checks/all-checks.ts'
import type { Facts } from './facts.ts'

export interface Result extends Finding {
  check: CheckName
}

/** What a person reads of a result. */
export interface Described {
  check: CheckName
  state: Finding['state']
  title: string
  text: string
  /** Null where there is nothing to do. */
  remedy: string | null
}

/** Every check over the same facts, in the order in which they are shown. */
export const diagnose = (facts: Facts): Result[] =>
  (Object.keys(allChecks) as CheckName[]).map((check) => ({ check, ...allChecks[check](facts) }))

export const describe = ({ doctor }: Texts, { check, state, finding, params }: Result): Described => {
  const words: { text: string; remedy?: string } = doctor.findings[finding]
  const remedy = words.remedy === undefined ? null : fill(words.remedy, params)
  return { check, state, title: doctor.checks[check], text: fill(words.text, params), remedy }
}

const signs = { ok: '✓', warn: '⚠', fail: '✗', unknown: '?' } as const

/** The lines for a terminal: one for each check, its remedy below. */
export const linesOf = (described: readonly Described[]): string[] => {
  const width = Math.max(...described.map(({ title }) => title.length))
  return described.flatMap(({ state, title, text, remedy }) => [
    `${signs[state]} ${title.padEnd(width)}  ${text}`,
    ...(remedy === null || state === 'ok' ? [] : [`  ${' '.repeat(width)}  → ${remedy}`]),
  ])
}
