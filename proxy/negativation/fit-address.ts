import type { PostalAddress } from '../../shared/api.ts'
import { noAddress } from '../erps/no-address.ts'
import { shortWords } from './address-words.ts'
import { foldText } from './fold-text.ts'

/** A part of an address that had to be made shorter, and what it was. */
export interface Shortened {
  field: 'street' | 'number' | 'complement' | 'district' | 'city'
  whole: string
}

export interface FittedAddress {
  address: PostalAddress
  shortened: Shortened[]
}

/** The smaller limits of PEFIN's two layouts: what stands between us and Serasa is not known. */
const limits = { street: 45, complement: 20, district: 20, city: 20, name: 70 }
/** A number with its block, e.g. `1200 BL B`; the street has the rest. */
const numberLimit = 15
const comma = ', '.length

const tidy = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

const abbreviated = (word: string): string => shortWords.get(foldText(word).replace(/\.$/, '')) ?? word

/** Word after word in the post's abbreviation, only as many as are needed; what is too long even then is cut. */
const fitText = (text: string, limit: number): string => {
  const words = text.split(' ')
  for (let index = 0; index < words.length && words.join(' ').length > limit; index += 1)
    words[index] = abbreviated(words[index] ?? '')
  return words.join(' ').slice(0, limit).trim()
}

/**
 * An address within PEFIN's limits: street and number together 45 characters, complement, district and city 20 each. Tells which
 * parts were shortened, because a letter that does not arrive makes the registration void (case G51).
 */
export const fitAddress = (address: PostalAddress | null): FittedAddress => {
  const whole = address ?? noAddress
  const number = fitText(tidy(whole.number), numberLimit)
  const fitted: PostalAddress = {
    street: fitText(tidy(whole.street), limits.street - comma - number.length),
    number,
    complement: fitText(tidy(whole.complement), limits.complement),
    district: fitText(tidy(whole.district), limits.district),
    city: fitText(tidy(whole.city), limits.city),
    state: tidy(whole.state).toUpperCase(),
    zip: tidy(whole.zip).replace(/[ .-]/g, ''),
  }
  const shortened = (['street', 'number', 'complement', 'district', 'city'] as const)
    .filter((field) => fitted[field] !== tidy(whole[field]))
    .map((field) => ({ field, whole: tidy(whole[field]) }))
  return { address: fitted, shortened }
}

/** A name within PEFIN's 70 characters. */
export const fitName = (name: string): string => fitText(tidy(name), limits.name)

/** Whether a letter could arrive: street, number (`S/N` is one), city, state and a CEP that is not all zeros (case G51). */
export const isDeliverable = (address: PostalAddress | null): boolean => {
  const { street, number, city, state, zip } = fitAddress(address).address
  return (
    [street, number, city].every((part) => /[\p{L}\p{N}]/u.test(part)) &&
    /^[A-Z]{2}$/.test(state) &&
    /^\d{8}$/.test(zip) &&
    !/^0+$/.test(zip)
  )
}
