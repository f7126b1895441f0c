import { assert, boolean, constantFrom, nat, pre, property, record, uint8Array } from 'fast-check'
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

const secrets = record({
  key: uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes)),
  installation: uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) =>
    Buffer.from(bytes).toString('hex'),
  ),
})

test('twenty groups of five characters that nobody confuses', () => {
  expect(groups).toHaveLength(groupsInCode)
  for (const group of groups) expect(group).toMatch(/^[2-9A-HJ-NP-Z]{5}$/)
})

test('read back, however it was typed', () => {
  assert(
    property(secrets, constantFrom(' ', '-', '\n', '', '  -  '), boolean(), (secret, mark, small) => {
      const text = recoveryCode(secret).join(mark)
      expect(readRecoveryCode(small ? `  ${text.toLowerCase()}\n` : text)).toEqual(secret)
    }),
    { numRuns: 50 },
  )
})

describe('a typo is named by its group', () => {
  test('every other character at every place of a group', () => {
    const own = groups[6]!
    const others = Array.from({ length: 5 }, (_, place) =>
      Array.from('23456789ABCDEFGHJKLMNPQRSTUVWXYZ')
        .filter((sign) => sign !== own[place])
        .map((sign) => own.slice(0, place) + sign + own.slice(place + 1)),
    ).flat()
    expect(others.map((other) => failure(changed(7, other)))).toEqual(others.map(() => typo(7)))
  })

  test('neighbours that changed places', () => {
    const swapped = groups.flatMap((own, group) =>
      [0, 1, 2, 3]
        .filter((place) => own[place] !== own[place + 1])
        .map((place) => ({
          group: group + 1,
          text: own.slice(0, place) + own[place + 1] + own[place] + own.slice(place + 2),
        })),
    )
    expect(swapped.length).toBeGreaterThan(20)
    expect(swapped.map(({ group, text }) => failure(changed(group, text)))).toEqual(
      swapped.map(({ group }) => typo(group)),
    )
  })

  test('groups that changed places', () => {
    expect.hasAssertions()
    assert(
      property(secrets, nat(18), nat(18), (secret, group, step) => {
        const code = recoveryCode(secret)
        const other = (group + 1 + (step % (19 - group))) % 20
        pre(code[group] !== code[other])
        const text = code.with(group, code[other]!).with(other, code[group]!).join(' ')
        const wrong = [group + 1, other + 1].toSorted((a, b) => a - b)
        expect(failure(text)).toEqual(typo(...wrong))
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
