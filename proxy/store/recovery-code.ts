import { createHash } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'

/** What opens an installation's copies on another computer. */
export interface RecoveryKey {
  /** 32 bytes. */
  key: Buffer
  /** 16 bytes in hex, as each file of the installation names it. */
  installation: string
}

/** No character that is taken for another one on paper: neither 0 and O, nor 1 and I. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const keyBytes = 32
const idBytes = 16
const sumBytes = 2
const bits = 5
/** Characters of a group that carry the code; one more checks them. */
const dataInGroup = 4
const groupLength = dataInGroup + 1
export const groupsInCode = ((keyBytes + idBytes + sumBytes) * 8) / (bits * dataInGroup)

const sumOf = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest().subarray(0, sumBytes)

/** Twice the value in the field of 32 elements (x⁵ + x² + 1). */
const doubled = (value: number): number => ((value << 1) ^ (value & 16 ? 37 : 0)) & 31

/**
 * The value that brings a group's sum to zero. Each place weighs another power, and the group's own number is counted in: one wrong
 * character, two that changed places, and a group in another one's place are each found.
 */
const checkOf = (values: readonly number[], group: number): number =>
  doubled(values.reduce((sum, value) => doubled(sum) ^ value, group))

const valuesIn = (bytes: Buffer): number[] => {
  const binary = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return [...binary.matchAll(/.{5}/g)].map(([five]) => Number.parseInt(five, 2))
}

const bytesOf = (values: readonly number[]): Buffer => {
  const binary = values.map((value) => value.toString(2).padStart(bits, '0')).join('')
  return Buffer.from([...binary.matchAll(/.{8}/g)].map(([eight]) => Number.parseInt(eight, 2)))
}

/** The code as a person keeps it on paper: twenty groups of five characters. */
export const recoveryCode = ({ key, installation }: RecoveryKey): string[] => {
  const secret = Buffer.concat([key, Buffer.from(installation, 'hex')])
  const values = valuesIn(Buffer.concat([secret, sumOf(secret)]))
  return Array.from({ length: groupsInCode }, (_, group) => {
    const own = values.slice(group * dataInGroup, (group + 1) * dataInGroup)
    return [...own, checkOf(own, group)].map((value) => alphabet[value]).join('')
  })
}

const groupsIn = (text: string): string[] => {
  const words = text
    .toUpperCase()
    .split(/[\s-]+/)
    .filter(Boolean)
  // Typed without a break.
  return words.length === 1 ? (words[0]?.match(/.{1,5}/g) ?? []) : words
}

const isRight = (values: readonly number[], group: number): boolean =>
  values.length === groupLength &&
  !values.includes(-1) &&
  checkOf(values.slice(0, dataInGroup), group) === values[dataInGroup]

/**
 * Reads a code as it was typed: small letters, spaces, dashes and line breaks do not matter.
 * @throws `recovery-code-incomplete`, `recovery-code-typo` naming the groups that are wrong, `recovery-code-wrong`
 */
export const readRecoveryCode = (text: string): RecoveryKey => {
  const groups = groupsIn(text).map((group) => Array.from(group, (sign) => alphabet.indexOf(sign)))
  if (groups.length !== groupsInCode)
    throw new AppError('recovery-code-incomplete', { params: { count: groups.length, wanted: groupsInCode } })
  const wrong = groups.flatMap((values, group) => (isRight(values, group) ? [] : [group + 1]))
  if (wrong.length > 0) throw new AppError('recovery-code-typo', { params: { groups: wrong.join(', ') } })
  const bytes = bytesOf(groups.flatMap((values) => values.slice(0, dataInGroup)))
  const secret = bytes.subarray(0, keyBytes + idBytes)
  if (!sumOf(secret).equals(bytes.subarray(keyBytes + idBytes))) throw new AppError('recovery-code-wrong')
  return {
    key: Buffer.from(secret.subarray(0, keyBytes)),
    installation: secret.subarray(keyBytes).toString('hex'),
  }
}
