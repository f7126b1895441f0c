import type { HeldCounts, StayingProof } from '../../shared/api.ts'
import { formatDate } from '../../shared/calendar.ts'
import { fill } from '../../shared/errors.ts'
import { useTexts } from '../ui/texts-context.tsx'

const kinds = ['queries', 'reports', 'records', 'history', 'batchItems', 'tasks'] as const

/** How much of each kind there is. */
export const HeldList = ({ title, counts }: { title: string; counts: HeldCounts }) => {
  const words = useTexts().privacy
  return (
    <table class="table">
      <caption>{title}</caption>
      <tbody>
        {kinds.map((kind) => (
          <tr key={kind}>
            <th scope="row">{words.counts[kind]}</th>
            <td class="number">{counts[kind]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What stays after an erasure and until when. */
export const StayingList = ({ staying }: { staying: readonly StayingProof[] }) => {
  const words = useTexts().privacy
  return (
    <section class="stack" aria-label={words.stayingTitle}>
      <h3>{words.stayingTitle}</h3>
      {staying.length === 0 ? <p>{words.stayingNone}</p> : <p class="muted">{words.stayingText}</p>}
      {staying.length > 0 ? (
        <ul>
          {staying.map(({ kind, protocol, until }, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- the list never changes; a proof without protocol has no other name
            <li key={at}>
              {fill(words.staying[kind], {
                protocol: protocol ?? words.noProtocol,
                until: formatDate(until),
              })}
            </li>
          ))}
        </ul>
      ) : null}
      <p class="muted">{words.copies}</p>
    </section>
  )
}
