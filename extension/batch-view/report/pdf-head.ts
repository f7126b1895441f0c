import type { Batch } from '../../../shared/api.ts'
import { formatInstant } from '../../../shared/business-time.ts'
import { fill } from '../../../shared/errors.ts'
import type { Texts } from '../../../shared/locales/texts.ts'
import { countWords } from '../count-words.ts'
import { formatMoney } from '../../../shared/money.ts'
import { shownDocument } from '../../ui/shown-document.ts'

/** What stands above the tables of a report, and in short above each of its pages. */
export interface PdfHead {
  title: string
  /** Said before anything else: that it is a test, that the batch is not at its end. */
  notes: string[]
  /** A name and its value. */
  facts: [string, string][]
  /** One line. */
  short: string
}

const by = (actor: string, at: string | null, { report }: Texts['batch']): string =>
  at === null ? actor : fill(report.byAt, { by: actor, at: formatInstant(at) })

/** Who approved says the log, with the time. */
const approvedAt = ({ log }: Batch): string | null =>
  log.findLast(({ event }) => event === 'approved')?.at ?? null

/** The facts of a batch for its report. `now` in Unix milliseconds. */
export const pdfHead = (batch: Batch, texts: Texts, now: number): PdfHead => {
  const words = texts.batch
  const { report } = words
  const { confirmedAt, confirmedBy, approvedBy, createdAt, createdBy, endedAt, log } = batch
  const made = formatInstant(confirmedAt ?? createdAt)
  const written = log.find(({ event, text }) => event === 'confirmed' && text)?.text
  const isEnded = batch.state === 'done' || batch.state === 'cancelled'
  const confirmed = confirmedBy ? by(confirmedBy, confirmedAt, words) : null
  const approved = approvedBy ? by(approvedBy, approvedAt(batch), words) : null
  const facts: [string, string | null | undefined][] = [
    [report.batch, made],
    [report.state, words.states[batch.state]],
    [report.integration, batch.integration],
    [report.creditor, shownDocument(batch.creditor)],
    [report.reason, `${batch.reason.code} · ${batch.reason.text}`],
    [
      report.going,
      [
        countWords('people', batch.going.people, words),
        countWords('debts', batch.going.debts, words),
        formatMoney(batch.going.cents),
      ].join(' · '),
    ],
    [report.made, by(createdBy, createdAt, words)],
    [report.confirmed, confirmed],
    [report.approved, approved],
    [report.written, written],
    [report.ended, endedAt && formatInstant(endedAt)],
  ]
  return {
    title: report.title,
    notes: [
      ...(batch.environment === 'test' ? [report.test] : []),
      ...(isEnded ? [] : [fill(report.partial, { state: words.states[batch.state] })]),
    ],
    facts: facts.filter((fact): fact is [string, string] => Boolean(fact[1])),
    short: [
      `${report.batch} ${made}`,
      fill(report.subject, { creditor: shownDocument(batch.creditor), integration: batch.integration }),
      confirmed && `${report.confirmed} ${confirmed}`,
      approved && `${report.approved} ${approved}`,
      fill(report.printed, { at: formatInstant(now) }),
    ]
      .filter(Boolean)
      .join('  ·  '),
  }
}
