import type { BatchLogEntry } from '../../../shared/api.ts'
import { formatInstant } from '../../../shared/business-time.ts'
import { useTexts } from '../../ui/texts-context.tsx'

/** Everything that happened to a batch, the newest first, folded away. */
export const BatchLog = ({ log }: { log: readonly BatchLogEntry[] }) => {
  const { run } = useTexts().batch
  return (
    <details class="run-log">
      <summary>{run.log}</summary>
      <ol>
        {log.toReversed().map(({ at, actor, event, text }, index) => (
          <li key={`${log.length - index} ${at}`}>
            <span class="muted">{formatInstant(at)}</span>
            <strong>{run.events[event]}</strong>
            <span>{actor}</span>
            {text ? <p>{text}</p> : null}
          </li>
        ))}
      </ol>
    </details>
  )
}
