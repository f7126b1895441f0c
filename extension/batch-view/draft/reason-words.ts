import type { EligibilityCode } from '../../../shared/api.ts'
import type { Texts } from '../../../shared/locales/texts.ts'

/** The sentence of a reason that many debts share: no values of a single one. */
export const groupReason = (code: EligibilityCode, texts: Texts): string => {
  const grouped: Partial<Record<EligibilityCode, string>> = texts.batch.simulation.reasons
  return grouped[code] ?? texts.negativation.eligibility[code]
}
