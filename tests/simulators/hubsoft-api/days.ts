// Made once: a formatter is dear, and every request asks for the day.
const inBrazil = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Sao_Paulo', dateStyle: 'short' })

let known = { quarter: -1, day: '' }

/** Days as `YYYY-MM-DD` text, as the provider's clocks in Brazil count them. */
export const todayOf = (instant: number): string => {
  const quarter = Math.floor(instant / 900_000)
  // No zone changes within a quarter of an hour.
  if (known.quarter !== quarter) known = { quarter, day: inBrazil.format(instant) }
  return known.day
}

/** @param days may be negative. */
export const addDays = (date: string, days: number): string => {
  const moved = new Date(`${date}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}

/** The given day of the month that lies `months` away; the day must exist in every month (1 to 28). */
export const dayOfMonth = (date: string, months: number, day: number): string => {
  const moved = new Date(`${date.slice(0, 7)}-01T00:00:00Z`)
  moved.setUTCMonth(moved.getUTCMonth() + months)
  return `${moved.toISOString().slice(0, 7)}-${String(day).padStart(2, '0')}`
}

/** `2026-04-05` → `05/04/2026` */
export const brazilian = (date: string): string => date.split('-').toReversed().join('/')
