import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { pairingCode, showCode, typedCode } from './pairing-code.ts'

test('eight of twenty consonants', () => {
  for (let index = 0; index < 200; index += 1)
    expect(pairingCode(randomBytes)).toMatch(/^[BCDFGHJKLMNPQRSTVWXZ]{8}$/)
})

test('every letter comes as often as the others', () => {
  const counts = new Map<string, number>()
  for (let index = 0; index < 5000; index += 1)
    for (const letter of pairingCode(randomBytes)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  expect(counts.size).toBe(20)
  // 2000 expected of each; seven standard deviations.
  for (const count of counts.values()) expect(Math.abs(count - 2000)).toBeLessThan(310)
})

test('bytes above the last full round of the alphabet are thrown away, so that no letter is favoured', () => {
  const given = [Uint8Array.of(255, 240, 241, 0, 1, 2, 3, 4), Uint8Array.of(5, 6, 7, 250, 250, 250, 250, 250)]
  expect(pairingCode(() => given.shift()!)).toBe('BCDFGHJK')
})

test('as a person types it', () => {
  const ways = [
    (code: string) => code,
    (code: string) => code.toLowerCase(),
    (code: string) => ` ${showCode(code)}\n`,
    (code: string) => code.split('').join(' '),
  ]
  fc.assert(
    fc.property(fc.constantFrom(...ways), (way) => {
      const code = pairingCode(randomBytes)
      expect(typedCode(way(code))).toBe(code)
    }),
  )
})
