import type { Random } from '../../shared/clock.ts'

/** Twenty consonants: no vowel, so no word; nothing that is read as a digit. Eight of them are some 34 bits (RFC 8628, 5.1 and 6.1). */
const alphabet = 'BCDFGHJKLMNPQRSTVWXZ'
const length = 8
const fair = 256 - (256 % alphabet.length)

/** A fresh code, every letter equally likely. */
export const pairingCode = (random: Random): string => {
  let code = ''
  while (code.length < length) {
    for (const byte of random(length)) {
      if (byte < fair && code.length < length) code += alphabet.charAt(byte % alphabet.length)
    }
  }
  return code
}

/** As it is shown: `BCDF-GHJK`. */
export const showCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`

/** As a person typed it: case, hyphen and spaces do not matter. */
export const typedCode = (text: string): string => text.replace(/[\s-]/g, '').toUpperCase()
