import { z } from 'zod'
import type { PostalAddress } from '../../../shared/api.ts'
import { text } from './wire.ts'
import { noAddress } from '../no-address.ts'

const wireAddress = z.object({
  endereco: text,
  numero: z
    .union([z.string(), z.number().transform(String)])
    .nullish()
    .transform((value) => value?.trim() ?? ''),
  complemento: text,
  bairro: text,
  cep: z
    .union([z.string(), z.number().transform(String)])
    .nullish()
    .transform((value) => value ?? ''),
  cidade: text,
  estado: text,
  uf: text,
})

/** An address of HubSoft may be `{}`, null or an empty text. */
export const optionalAddress = wireAddress.nullish().catch(null)
export type WireAddress = z.output<typeof optionalAddress>

const twoLetters = (...candidates: string[]): string =>
  candidates.find((candidate) => /^[A-Za-z]{2}$/.test(candidate))?.toUpperCase() ?? ''

const zipOf = (cep: string): string => {
  const zip = cep.replace(/[.\s-]/g, '')
  return /^\d{8}$/.test(zip) && zip !== '00000000' ? zip : ''
}

/** `estado` holds the two letters and `uf` the full name, swapped (domain 1.4); whichever has two letters counts. */
const addressOf = (wire: NonNullable<WireAddress>): PostalAddress => ({
  street: wire.endereco,
  number: wire.numero,
  complement: wire.complemento,
  district: wire.bairro,
  city: wire.cidade,
  state: twoLetters(wire.estado, wire.uf),
  zip: zipOf(wire.cep),
})

const needed = ['street', 'number', 'district', 'city', 'state', 'zip'] as const
const filled = (address: PostalAddress): number => needed.filter((part) => address[part] !== '').length

/** The first complete one, in the order given; without one, the one with the most parts (case G51). */
export const bestAddress = (candidates: readonly (WireAddress | undefined)[]): PostalAddress =>
  candidates
    .flatMap((candidate) => (candidate ? [addressOf(candidate)] : []))
    .reduce((best, address) => (filled(address) > filled(best) ? address : best), noAddress)
