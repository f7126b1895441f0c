import { normaliseText } from './normalise-text.ts'

/** An amount in integer cents of real. Never a fraction, never a float in reais (case G92). */
export type Cents = number & { readonly brand: 'Cents' }

/** What a connector expects on its wire (case G94): `reais` is `79.90`, `centavos` is `7990`. */
export type MoneyUnit = 'reais' | 'centavos'

/** A number as cents; throws on a fraction or on more than a number holds exactly, which is a mistake in the program. */
export const cents = (value: number): Cents => {
  if (!Number.isSafeInteger(value)) throw new RangeError('cents must be a safe integer')
  return (value === 0 ? 0 : value) as Cents
}

const fromParts = (negative: boolean, whole: string, fraction: string): Cents | null => {
  const value = Number(whole + fraction.padEnd(2, '0'))
  return Number.isSafeInteger(value) ? cents(negative ? -value : value) : null
}

/** `1.234,56`, `1234,56`, `1.234`, `7`: points only between groups of three, the comma only before two digits (cases G91, G93). */
const pageAmount = /^(0|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d*)(?:,(\d{2}))?$/

/** The one sign and the one currency prefix that a page puts around an amount (cases G95, G96), in the orders seen. */
const pageSpellings = [
  { pattern: /^(?:(?:R\$|BRL) ?)?([\d.,]+)$/, negative: false },
  { pattern: /^- ?(?:(?:R\$|BRL) ?)?([\d.,]+)$/, negative: true },
  { pattern: /^(?:R\$|BRL) ?- ?([\d.,]+)$/, negative: true },
  { pattern: /^(?:(?:R\$|BRL) ?)?([\d.,]+) ?-$/, negative: true },
  { pattern: /^\((?:(?:R\$|BRL) ?)?([\d.,]+)\)$/, negative: true },
]

/**
 * An amount as a Brazilian page writes it, in cents, or null where the text is no amount or could mean two.
 * Null means "ask the person", never zero.
 */
export const parseMoney = (text: string): Cents | null => {
  const amount = normaliseText(text).trim()
  for (const { pattern, negative } of pageSpellings) {
    const [, whole = '', fraction = ''] = pageAmount.exec(pattern.exec(amount)?.[1] ?? '') ?? []
    if (whole) return fromParts(negative, whole.replaceAll('.', ''), fraction)
  }
  return null
}

const apiAmount = /^(-?)(0|[1-9]\d*)(?:\.(\d{1,2}))?$/

/**
 * An amount as an API writes it, in cents, or null: a JSON number or a text with a decimal point and at most two decimals.
 * HubSoft sends both (`119.9`, `"119.9"`, `"20"`). A third decimal is refused, not rounded.
 */
export const parseApiMoney = (value: string | number): Cents | null => {
  const [matched, sign, whole = '', fraction = ''] = apiAmount.exec(String(value)) ?? []
  return matched === undefined ? null : fromParts(sign === '-', whole, fraction)
}

const parts = (amount: Cents): { sign: string; whole: string; fraction: string } => {
  const text = String(Math.abs(amount)).padStart(3, '0')
  return { sign: amount < 0 ? '-' : '', whole: text.slice(0, -2), fraction: text.slice(-2) }
}

/**
 * An amount in whole cents for a screen: `R$ 1.234,56`, `-R$ 10,00`. With a plain space, so that it is found again by searching.
 * Takes the API's plain numbers too; a fraction, which would be reais, throws.
 */
export const formatMoney = (amount: number): string => {
  const { sign, whole, fraction } = parts(cents(amount))
  return `${sign}R$ ${whole.replace(/\B(?=(?:\d{3})+$)/g, '.')},${fraction}`
}

/** An amount for a connector's wire, in the unit that the connector fixes (case G94). */
export const wireMoney = (amount: Cents, unit: MoneyUnit): string => {
  if (unit === 'centavos') return String(amount)
  const { sign, whole, fraction } = parts(amount)
  return `${sign}${whole}.${fraction}`
}

export const sumMoney = (amounts: readonly Cents[]): Cents =>
  cents(amounts.reduce<number>((total, amount) => total + amount, 0))

/**
 * A share of an amount, rounded half up to the cent, once per item (case G97).
 * `basisPoints` is hundredths of a percent, an integer: 2% is 200, 0,05% is 5.
 */
export const shareOf = (amount: Cents, basisPoints: number): Cents => {
  const product = cents(amount) * cents(basisPoints)
  return cents(Math.floor((cents(product) + 5_000) / 10_000))
}
