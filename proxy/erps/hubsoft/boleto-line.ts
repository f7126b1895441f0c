/**
 * The typeable line of a slip (FEBRABAN): 47 digits of a bank's boleto or 48 of a utility's collection slip, with their check digits.
 */

const digits = (text: string): number[] => Array.from(text, Number)

/** Weights 2 and 1 from the right, the digits of each product added. */
const mod10 = (text: string): number => {
  const sum = digits(text)
    .toReversed()
    .map((digit, place) => digit * (place % 2 === 0 ? 2 : 1))
    .reduce((total, product) => total + Math.floor(product / 10) + (product % 10), 0)
  return (10 - (sum % 10)) % 10
}

/** Weights 2 to 9 from the right, again and again. */
const mod11Rest = (text: string): number =>
  digits(text)
    .toReversed()
    .reduce((total, digit, place) => total + digit * (2 + (place % 8)), 0) % 11

const bankCheck = (text: string): number => {
  const check = 11 - mod11Rest(text)
  return check > 9 ? 1 : check
}

const utilityMod11 = (text: string): number => {
  const rest = mod11Rest(text)
  return rest < 2 ? 0 : 11 - rest
}

const isBankLine = (line: string): boolean => {
  const fields = [line.slice(0, 10), line.slice(10, 21), line.slice(21, 32)]
  const value = line.slice(33)
  const barcode = `${line.slice(0, 4)}${value}${fields
    .map((field) => field.slice(0, -1))
    .join('')
    .slice(4)}`
  return (
    fields.every((field) => mod10(field.slice(0, -1)) === Number(field.at(-1))) &&
    bankCheck(barcode) === Number(line[32])
  )
}

const isUtilityLine = (line: string): boolean => {
  const check = /[67]/.test(line[2] ?? '') ? mod10 : utilityMod11
  const blocks = [0, 12, 24, 36].map((start) => line.slice(start, start + 12))
  return line.startsWith('8') && blocks.every((block) => check(block.slice(0, -1)) === Number(block.at(-1)))
}

/** The line without points and spaces, or null when it is none or a check digit is wrong (case G55). */
export const parseBoletoLine = (text: string): string | null => {
  const line = text.replace(/[.\s-]/g, '')
  if (/^\d{47}$/.test(line)) return isBankLine(line) ? line : null
  return /^\d{48}$/.test(line) && isUtilityLine(line) ? line : null
}
