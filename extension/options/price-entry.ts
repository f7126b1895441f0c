import { parseMoney } from '../../shared/money.ts'

/** Whole cents, null for "not told", or not a price. */
export type PriceEntry = { ok: true; cents: number | null } | { ok: false }

/** The most that the service takes for one query, in cents. */
const most = 100_000_00

/** A typed price such as `R$ 4,90`, `4,90` or nothing. */
export const priceEntry = (text: string): PriceEntry => {
  if (!text.trim()) return { ok: true, cents: null }
  const cents = parseMoney(text)
  return cents !== null && cents >= 0 && cents <= most ? { ok: true, cents } : { ok: false }
}
