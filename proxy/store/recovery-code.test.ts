import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { groupsInCode, readRecoveryCode, recoveryCode } from './recovery-code.ts'

const sample = { key: Buffer.alloc(32, 7), installation: '00112233445566778899aabbccddeeff' }
const groups = recoveryCode(sample)
const failure = (text: string): [string, object] => {
  try {
    readRecoveryCode(text)
  } catch (thrown) {
    if (thrown instanceof AppError) return [thrown.code, thrown.params ?? {}]
  }
  return ['none', {}]
}
const typo = (...wrong: number[]) => ['recovery-code-typo', { groups: wrong.join(', ') }]
const changed = (group: number, text: string): string => groups.with(group - 1, text).join(' ')

const secrets = fc.record({
  key: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes)),
  installation: fc
    .uint8Array({ minLength: 16, maxLength: 16 })
    .map((bytes) => Buffer.from(bytes).toString('hex')),
})

test('twenty groups of five characters that nobody confuses', () => {
  expect(groups).toHaveLength(groupsInCode)
  for (const group of groups) expect(group).toMatch(/^[2-9A-HJ-NP-Z]{5}$/)
})

test('read back, however it was typed', () => {
  fc.assert(
    fc.property(
      secrets,
      fc.constantFrom(' ', '-', '\n', '', '  -  '),
      fc.boolean(),
      (secret, mark, small) => {
        const text = recoveryCode(secret).join(mark)
        expect(readRecoveryCode(small ? `  ${text.toLowerCase()}\n` : text)).toEqual(secret)
      },
    ),
    { numRuns: 50 },
  )
})

describe('a typo is named by its group', () => {
  test('every other character at every place of a group', () => {
    const own = groups[6]!
    for (let place = 0; place < 5; place += 1)
      for (const sign of '23456789ABCDEFGHJKLMNPQRSTUVWXYZ')
        if (sign !== own[place])
          expect(failure(changed(7, own.slice(0, place) + sign + own.slice(place + 1)))).toEqual(typo(7))
  })

  test('neighbours that changed places, groups that changed places', () => {
    fc.assert(
      fc.property(secrets, fc.nat(19), fc.nat(3), fc.nat(19), (secret, group, place, other) => {
        const code = recoveryCode(secret)
        const own = [...code[group]!]
        const [one, two] = [own[place]!, own[place + 1]!]
        if (one !== two) {
          const text = code
            .with(
              group,
              own
                .with(place, two)
                .with(place + 1, one)
                .join(''),
            )
            .join(' ')
          expect(failure(text)).toEqual(typo(group + 1))
        }
        if (group === other) return
        const text = code.with(group, code[other]!).with(other, code[group]!).join(' ')
        const wrong = [group + 1, other + 1].toSorted((a, b) => a - b)
        expect(failure(text)).toEqual(code[group] === code[other] ? ['none', {}] : typo(...wrong))
      }),
      { numRuns: 100 },
    )
  })

  test('a character that is none, a missing and a second one', () => {
    expect(failure(changed(3, `0${groups[2]!.slice(1)}`))).toEqual(typo(3))
    expect(failure(changed(3, groups[2]!.slice(1)))).toEqual(typo(3))
    expect(failure(changed(20, `${groups[19]!}A`))).toEqual(typo(20))
  })
})

test('a code with a group too few, and none at all', () => {
  expect(failure(groups.slice(1).join(' '))).toEqual(['recovery-code-incomplete', { count: 19, wanted: 20 }])
  expect(failure(' \n')).toEqual(['recovery-code-incomplete', { count: 0, wanted: 20 }])
})
