/** Synthetic documents: computed from a number and its check digits, never copied from anybody. */

const checkDigit = (values: readonly number[], weights: readonly number[]): number => {
  const sum = values.reduce((total, value, place) => total + value * (weights[place] ?? 0), 0)
  const rest = sum % 11
  return rest < 2 ? 0 : 11 - rest
}

const cpfWeights = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]
const cnpjWeights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]

const checked = (base: string, weights: readonly number[]): string => {
  const values = Array.from(base, (character) => character.charCodeAt(0) - 48)
  const first = checkDigit(values, weights.slice(1))
  const second = checkDigit([...values, first], weights)
  return `${base}${first}${second}`
}

/** The CPF of a number below 400 000 000; another number gives another one. */
export const cpfOf = (number: number): string => checked(String(500_000_000 + number), cpfWeights)

/** The CNPJ of a number below ten million, with letters in it when wished; another number gives another one. */
export const cnpjOf = (number: number, hasLetters: boolean): string => {
  const root = String(number).padStart(7, '0')
  return checked(hasLetters ? `K${root.slice(0, 3)}Z${root.slice(3)}001` : `9${root}0001`, cnpjWeights)
}
