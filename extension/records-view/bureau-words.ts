import type { Negativation } from '../../shared/api.ts'
import type { Texts } from '../../shared/locales/texts.ts'

/** The bureau's last word about a record; a state that only a newer service knows stands as it came. */
export const bureauWords = ({ bureauState }: Negativation, { negativation }: Texts): string | null => {
  const words: Readonly<Record<string, string>> = negativation.bureauStates
  return bureauState === null ? null : (words[bureauState] ?? bureauState)
}
