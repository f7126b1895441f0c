import type { AuditEntry } from '../../../shared/api.ts'
import type { Texts } from '../../../shared/locales/texts.ts'
import { formatMoney } from '../../../shared/money.ts'

interface FieldWords {
  label: string
  /** Of the values that are words; numbers and switches need none. */
  values?: Readonly<Record<string, string>>
  isMoney?: true
}

/** The fields whose changes are noted, by the names that the service notes: each with the words of the form in which it stands. */
const fieldWords = ({ options, audit }: Texts): ReadonlyMap<string, FieldWords> => {
  const { connect, products, policy, inclusion } = options
  const onOff = { true: audit.yes, false: audit.no }
  return new Map<string, FieldWords>([
    ['repeatDays', { label: policy.repeatDays }],
    ['retentionDays', { label: policy.retentionDays }],
    ['recordMonths', { label: policy.recordMonths }],
    ['draftDays', { label: policy.draftDays }],
    ['minDaysLate', { label: inclusion.minDaysLate }],
    ['minCents', { label: inclusion.minCents, isMoney: true }],
    ['maxMonths', { label: inclusion.maxMonths }],
    ['letterDays', { label: inclusion.letterDays }],
    ['dailyLimit', { label: inclusion.dailyLimit }],
    ['activeService', { label: inclusion.activeService, values: inclusion.activeServices }],
    ['cancelledInvoices', { label: inclusion.cancelledInvoices, values: inclusion.cancelledChoices }],
    ['leaveOutFees', { label: inclusion.leaveOutFees, values: onOff }],
    ['isPaused', { label: inclusion.pause, values: onOff }],
    ['batchAtOnce', { label: inclusion.batchAtOnce }],
    ['batchPerMinute', { label: inclusion.batchPerMinute }],
    ['approvalPeople', { label: inclusion.approvalPeople }],
    ['approvalCents', { label: inclusion.approvalCents, isMoney: true }],
    ['description', { label: connect.description }],
    ['creditor', { label: connect.creditor }],
    ['environment', { label: connect.environment, values: connect.environments }],
    ['answerFormat', { label: connect.format, values: connect.formats }],
    ['priceCents', { label: products.table.price, isMoney: true }],
  ])
}

/** The acts whose subject tells which fields changed. */
const changing: ReadonlySet<string> = new Set([
  'policySave',
  'inclusionPolicySave',
  'integrationUpdate',
  'productSave',
])

const valueWords = (value: string, { values, isMoney }: FieldWords): string => {
  if (isMoney && /^\d{1,15}$/.test(value)) return formatMoney(Number(value))
  return values && Object.hasOwn(values, value) ? (values[value] ?? value) : value
}

const change = /^(\w+)(?:: (\S+) → (\S+))?$/

/** `letterDays: 10 → 12; creditor` in words; null when it is nothing of this kind. */
const changesWords = (text: string, fields: ReadonlyMap<string, FieldWords>): string | null => {
  const said = text.split('; ').map((part) => {
    const [, name = '', old, next] = change.exec(part) ?? []
    const field = fields.get(name)
    if (!field) return null
    if (old === undefined || next === undefined) return field.label
    return `${field.label}: ${valueWords(old, field)} → ${valueWords(next, field)}`
  })
  return said.includes(null) ? null : said.join('; ')
}

/** Every way to take the text apart at a colon: what stands before may hold one itself. */
const tails = (text: string): number[] => [
  0,
  ...[...text.matchAll(/: /g)].map(({ index }) => index + ': '.length),
]

/**
 * What else an act was about. The service notes which fields an administrator changed by their names, so that the trail means the same
 * for ever; here they get the words of their forms. What is not known stays as it was noted.
 */
export const subjectWords = (
  { act, subject }: Pick<AuditEntry, 'act' | 'subject'>,
  texts: Texts,
): string | null => {
  if (subject === null || !changing.has(act)) return subject
  const fields = fieldWords(texts)
  for (const start of tails(subject)) {
    const words = changesWords(subject.slice(start), fields)
    if (words !== null) return subject.slice(0, start) + words
  }
  return subject
}
