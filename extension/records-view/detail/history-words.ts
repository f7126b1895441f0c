import type { HistoryEntry } from '../../../shared/api.ts'
import { fill } from '../../../shared/errors.ts'
import type { Texts } from '../../../shared/locales/texts.ts'

/** Their text is what the bureau answered, word for word; of the others it is a person's note or what went wrong. */
const rawEvents: ReadonlySet<string> = new Set(['accepted', 'looked', 'removal-accepted', 'removal-absent'])

export const isRawAnswer = ({ event }: HistoryEntry): boolean => rawEvents.has(event)

/** An event in words; one that only a newer service knows stands as it came. */
export const eventWords = ({ event }: HistoryEntry, { negativation }: Texts): string =>
  (negativation.events as Readonly<Record<string, string>>)[event] ?? event

/** A code is the bureau's own, its state in a look-up, the Motivo Baixa of a wish, or an error's, which the text explains. */
const codeWords = ({ event, code }: HistoryEntry, { negativation, records, errors }: Texts): string[] => {
  if (code === null || Object.hasOwn(errors, code)) return []
  const { bureauStates } = negativation
  if (event === 'looked' && Object.hasOwn(bureauStates, code))
    return [bureauStates[code as keyof typeof bureauStates]]
  return [fill(event === 'latch' ? records.history.reason : records.history.code, { code })]
}

/** What proves an event: the bureau's code and its protocol. */
export const evidenceWords = (entry: HistoryEntry, texts: Texts): string[] => [
  ...(entry.protocol === null ? [] : [fill(texts.records.history.protocol, { protocol: entry.protocol })]),
  ...codeWords(entry, texts),
]
