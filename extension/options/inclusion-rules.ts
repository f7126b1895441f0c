import type { InclusionPolicy } from '../../shared/api.ts'
import { fill } from '../../shared/errors.ts'
import type { Texts } from '../../shared/locales/texts.ts'
import { formatMoney, parseMoney } from '../../shared/money.ts'

/** The rules of a debt that are typed; the others are chosen. */
export const debtRules = ['minDaysLate', 'minCents', 'maxMonths', 'letterDays', 'dailyLimit'] as const

/** The rules of a batch, all typed. */
export const batchRules = ['batchAtOnce', 'batchPerMinute', 'approvalPeople', 'approvalCents'] as const

const typedRules = [...debtRules, ...batchRules] as const
export type TypedRule = (typeof typedRules)[number]

const amounts: ReadonlySet<TypedRule> = new Set(['minCents', 'approvalCents'])

/** The floors and ceilings, as the service has them; the amounts in cents. */
const limits: Record<TypedRule, readonly [number, number]> = {
  minDaysLate: [1, 365],
  minCents: [10_00, 10_000_00],
  maxMonths: [1, 59],
  letterDays: [1, 60],
  dailyLimit: [0, 10_000],
  batchAtOnce: [1, 8],
  batchPerMinute: [1, 6_000],
  approvalPeople: [0, 10_000],
  approvalCents: [0, 1_000_000_000_00],
}

export type RuleEntries = Record<TypedRule, string>

const entryOf = (rule: TypedRule, value: number): string =>
  amounts.has(rule) ? formatMoney(value) : String(value)

export const entriesOf = (policy: InclusionPolicy): RuleEntries =>
  Object.fromEntries(typedRules.map((rule) => [rule, entryOf(rule, policy[rule])])) as RuleEntries

/** What was typed as the rule's number, or null where it is none or passes a limit. */
export const ruleValue = (rule: TypedRule, text: string): number | null => {
  const typed = text.trim()
  const value = amounts.has(rule) ? parseMoney(typed) : /^\d{1,5}$/.test(typed) ? Number(typed) : null
  const [least, most] = limits[rule]
  return value !== null && value >= least && value <= most ? value : null
}

/** All typed rules as numbers, or null while one of them is wrong. */
export const ruleValues = (entries: RuleEntries): Pick<InclusionPolicy, TypedRule> | null => {
  const values = typedRules.map((rule) => [rule, ruleValue(rule, entries[rule])] as const)
  return values.some(([, value]) => value === null)
    ? null
    : (Object.fromEntries(values) as Pick<InclusionPolicy, TypedRule>)
}

/** The rules in a line, or that inclusion is paused. */
export const inclusionSummary = (policy: InclusionPolicy, words: Texts['options']['inclusion']): string =>
  policy.isPaused
    ? words.summaryPaused
    : fill(words.summary, {
        days: policy.minDaysLate,
        amount: formatMoney(policy.minCents),
        limit: policy.dailyLimit,
      })
