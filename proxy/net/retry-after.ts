/**
 * How long a 429 or 503 asks to wait, in milliseconds from `now`; null when the header is missing or says nothing readable
 * (case G86: seconds, decimals, an HTTP date, garbage). Never negative.
 */
export const retryAfterMs = (header: string | null, now: number): number | null => {
  const text = header?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000)
  // HTTP dates begin with the day's name; Date.parse alone would read "2026" or "1/2" as a date.
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /i.test(text)) return null
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : Math.max(0, at - now)
}
