import type { HistoryEntry } from '../../../shared/api.ts'
import { formatInstant } from '../../../shared/business-time.ts'
import { fill } from '../../../shared/errors.ts'
import { Icon } from '../../ui/icon.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { lookOf } from '../state-look.ts'
import { eventWords, evidenceWords, isRawAnswer } from './history-words.ts'

/** Everything that happened to a record, the newest first. */
export const HistoryPart = ({ history }: { history: readonly HistoryEntry[] }) => {
  const { history: words } = useTexts().records
  return (
    <section class="stack-tight">
      <h3>{words.title}</h3>
      {history.length === 0 ? <p class="muted">{words.empty}</p> : null}
      <ol class="timeline">
        {history.toReversed().map((entry, at) => (
          <HistoryLine key={`${history.length - at} ${entry.at}`} entry={entry} />
        ))}
      </ol>
    </section>
  )
}

const HistoryLine = ({ entry }: { entry: HistoryEntry }) => {
  const texts = useTexts()
  const { negativation, records } = texts
  const { tone, icon } = lookOf({ state: entry.to, alarm: 'none' })
  const { from, to } = entry
  return (
    <li>
      <span class={`timeline-mark state-${tone}`}>
        <Icon name={icon} />
      </span>
      <div class="timeline-body">
        <div class="row">
          <strong>{eventWords(entry, texts)}</strong>
          <span class="muted spread">{formatInstant(entry.at)}</span>
        </div>
        <div class="muted">{[entry.actor, ...evidenceWords(entry, texts)].join(' · ')}</div>
        {from !== null && from !== to ? (
          <div class="small">
            {fill(records.history.change, {
              from: negativation.states[from],
              to: negativation.states[to],
            })}
          </div>
        ) : null}
        <HistoryText entry={entry} />
      </div>
    </li>
  )
}

/** What a person wrote, or why something failed, stands open; the bureau's raw answer is folded away. */
const HistoryText = ({ entry }: { entry: HistoryEntry }) => {
  const { history: words } = useTexts().records
  if (!entry.text) return null
  if (!isRawAnswer(entry)) return <p class="raw">{entry.text}</p>
  return (
    <details class="fold">
      <summary>{words.raw}</summary>
      <p class="raw">{entry.text}</p>
    </details>
  )
}
