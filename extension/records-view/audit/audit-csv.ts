import type { AuditEntry } from '../../../shared/api.ts'
import type { Texts } from '../../../shared/locales/texts.ts'
import { actorWords, actWords, momentWords, problemWords, whyWords } from './audit-words.ts'
import { subjectWords } from './subject-words.ts'

/** Every act as a row, below the names of the columns: the words of the screen, and the names that the service gave. */
export const auditCsvRows = (entries: readonly AuditEntry[], texts: Texts): string[][] => {
  const { audit } = texts
  const { columns } = audit
  return [
    [
      columns.at,
      columns.actor,
      columns.kind,
      columns.act,
      columns.person,
      columns.subject,
      columns.why,
      columns.result,
      columns.code,
      columns.name,
      columns.id,
    ],
    ...entries.map((entry) => {
      const { name, mark } = actorWords(entry, texts)
      return [
        momentWords(entry.at),
        mark === null ? name : `${name} (${mark})`,
        audit.kinds[entry.kind],
        actWords(entry, texts),
        entry.person ?? '',
        subjectWords(entry, texts) ?? '',
        whyWords(entry, texts).join(' · '),
        problemWords(entry.problem, texts) ?? audit.done,
        entry.problem ?? '',
        entry.act,
        entry.queryId ?? entry.negativationId ?? entry.batchId ?? '',
      ]
    }),
  ]
}
