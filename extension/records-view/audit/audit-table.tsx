import type { AuditEntry } from '../../../shared/api.ts'
import { StateLine } from '../../ui/state-line.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { ActorIcon } from './actor-icon.tsx'
import { actorWords, actWords, momentWords, problemWords, whyWords } from './audit-words.ts'
import { openQuery } from './open-query.ts'
import { subjectWords } from './subject-words.ts'

/** Who did what, the newest first. */
export const AuditTable = ({ entries }: { entries: readonly AuditEntry[] }) => {
  const { audit } = useTexts()
  const { columns } = audit
  return (
    <div class="audit-table">
      <table class="table" aria-label={audit.title}>
        <thead>
          <tr>
            <th scope="col">{columns.at}</th>
            <th scope="col">{columns.actor}</th>
            <th scope="col">{columns.act}</th>
            <th scope="col">{columns.person}</th>
            <th scope="col">{columns.why}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <AuditRow key={entry.id} entry={entry} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const AuditRow = ({ entry }: { entry: AuditEntry }) => {
  const texts = useTexts()
  const actor = actorWords(entry, texts)
  const problem = problemWords(entry.problem, texts)
  return (
    <tr>
      <td class="audit-at">{momentWords(entry.at)}</td>
      <td>
        <span class={entry.isProgram ? 'audit-actor state-neutral' : 'audit-actor'}>
          <ActorIcon kind={actor.kind} />
          <span>
            {actor.name}
            {actor.mark === null ? null : <span class="muted"> · {actor.mark}</span>}
          </span>
        </span>
      </td>
      <td>
        {actWords(entry, texts)}
        {problem === null ? null : (
          <div class="small">
            <StateLine tone="attention">{problem}</StateLine>
          </div>
        )}
      </td>
      <td>
        <PersonCell entry={entry} />
      </td>
      <td>
        {whyWords(entry, texts).map((line) => (
          <div key={line}>{line}</div>
        ))}
      </td>
    </tr>
  )
}

/** The covered document opens what the act was about, where there is one; each in a tab of its own, so that the list stays. */
const PersonCell = ({ entry }: { entry: AuditEntry }) => {
  const subject = subjectWords(entry, useTexts())
  return (
    <>
      <PersonLink entry={entry} />
      {subject === null ? null : <div class="muted small">{subject}</div>}
    </>
  )
}

const PersonLink = ({ entry: { person, queryId, negativationId, batchId } }: { entry: AuditEntry }) => {
  const { audit } = useTexts()
  const textOf = (word: string) => ({
    'aria-label': person === null ? word : `${word} · ${person}`,
    title: word,
  })
  if (queryId !== null)
    return (
      <button
        type="button"
        class="audit-link"
        {...textOf(audit.openQuery)}
        onClick={() => void openQuery(queryId).catch(() => undefined)}
      >
        {person ?? audit.openQuery}
      </button>
    )
  const [address, word] =
    negativationId !== null
      ? [`/records.html#${negativationId}`, audit.openRecord]
      : batchId !== null
        ? [`/batch.html#batch/${batchId}`, audit.openBatch]
        : []
  if (address === undefined || word === undefined) return person === null ? null : <span>{person}</span>
  return (
    <a class="audit-link" href={address} target="_blank" rel="noopener" {...textOf(word)}>
      {person ?? word}
    </a>
  )
}
