import type { Simulation } from '../../../shared/api.ts'
import { fill } from '../../../shared/errors.ts'
import { formatCount } from '../../../shared/format-count.ts'
import type { Texts } from '../../../shared/locales/texts.ts'
import { useTexts } from '../../ui/texts-context.tsx'
import { shortenedWords } from './shortened-words.ts'

type Words = Texts['batch']['simulation']

/** As many as the service tells. */
const most = 1_000

const titleOf = (count: number, words: Words): string => {
  if (count === 1) return words.shortenedOne
  return fill(count < most ? words.shortened : words.shortenedMost, { count: formatCount(count) })
}

const fieldName = (field: string, { fields }: Words): string => {
  const names: Record<string, string> = fields
  return names[field] ?? field
}

/** The parts of addresses that do not fit the bureau, folded: whole with the struck parts marked, and as it is sent. */
export const ShortenedList = ({ shortened }: Pick<Simulation, 'shortened'>) => {
  const words = useTexts().batch.simulation
  if (shortened.length === 0) return null
  const title = titleOf(shortened.length, words)
  return (
    <details class="batch-box batch-fold">
      <summary>{title}</summary>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by the keyboard */}
      <section class="batch-fold-scroll" aria-label={title} tabIndex={0}>
        <table class="table">
          <thead>
            <tr>
              <th>{words.shortenedPerson}</th>
              <th>{words.shortenedWhole}</th>
              <th>{words.shortenedSent}</th>
            </tr>
          </thead>
          <tbody>
            {shortened.map(({ position, name, field, whole, sent }) => (
              <tr key={`${position} ${field}`}>
                <td>
                  {name} <span class="muted">· {fieldName(field, words)}</span>
                </td>
                <td>
                  {shortenedWords(whole, sent).map(({ text, isStruck }, at) =>
                    isStruck ? <del key={at}>{text}</del> : <span key={at}>{text}</span>,
                  )}
                </td>
                <td>{sent}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
