import type { EligibilityCode, EligibilityReason } from '../../shared/api.ts'

/** One warning to be aware of: its code, with every reason of that code (several invoices may share one). */
export interface Warning {
  code: EligibilityCode
  reasons: EligibilityReason[]
  isWritten: boolean
}

/** The warnings of a draft, those that want a written reason last, beside the field for it. */
export const warningsOf = (reasons: readonly EligibilityReason[]): Warning[] => {
  const byCode = new Map<EligibilityCode, EligibilityReason[]>()
  for (const reason of reasons)
    if (reason.level === 'warn') byCode.set(reason.code, [...(byCode.get(reason.code) ?? []), reason])
  return [...byCode]
    .map(([code, same]) => ({ code, reasons: same, isWritten: same.some(({ written }) => written) }))
    .toSorted((one, other) => Number(one.isWritten) - Number(other.isWritten))
}

export interface Awareness {
  accepted: readonly EligibilityCode[]
  written: string
}

/** What keeps the act from being done: a key of `confirm.needs` with its count, or null. */
export const reviewNeed = (
  reasons: readonly EligibilityReason[],
  { accepted, written }: Awareness,
): { need: 'blocked' | 'aware' | 'awareOne' | 'written'; count: number } | null => {
  const warnings = warningsOf(reasons)
  const blocks = reasons.filter(({ level }) => level === 'block').length
  if (blocks > 0) return { need: 'blocked', count: blocks }
  const open = warnings.filter(({ code }) => !accepted.includes(code)).length
  if (open > 0) return { need: open === 1 ? 'awareOne' : 'aware', count: open }
  const isWritingMissing = warnings.some(({ isWritten }) => isWritten) && written.trim() === ''
  return isWritingMissing ? { need: 'written', count: 1 } : null
}
