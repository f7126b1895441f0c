import { createSecretKey, randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commitLine, headerLine, readSegment, readyLine } from './journal-line.ts'
import type { Link, Sealing } from './journal-line.ts'

const sealing: Sealing = {
  key: createSecretKey(randomBytes(32)),
  installation: 'installation',
  random: randomBytes,
}
const from: Link = { seq: 7, tag: 'before' }
const at = '2026-11-25T12:00:00.000Z'

/** A segment with one line for each of the texts. */
const linesOf = (...htmls: string[]): Buffer[] => {
  let last = from
  const lines = htmls.map((html, index) => {
    const commits = [JSON.stringify([{ collection: 'answers', id: String(index), value: { id: '', html } }])]
    const { bytes, link } = commitLine(readyLine(sealing, last), last, at, commits)
    last = link
    return bytes
  })
  return [headerLine(sealing, { from, at, inDoubt: false, layout: 1, program: '1.0.0' }), ...lines]
}

const read = (bytes: Buffer, by: Sealing = sealing) => {
  const segment = readSegment(by, from.seq, bytes)
  const ids = Array.from(segment.entries(), ({ changes }) => changes[0]!.id)
  return { ids, fault: segment.fault, length: segment.length, last: segment.last }
}

const whole = linesOf('SITUAÇÃO', 'b', 'c')
const bytes = Buffer.concat(whole)

test('what was written is read, in order; nothing of it is in clear', () => {
  expect(read(bytes)).toMatchObject({
    ids: ['0', '1', '2'],
    fault: null,
    length: bytes.length,
    last: { seq: 10 },
  })
  expect(bytes.toString('latin1')).not.toMatch(/answers|SITUA/)
})

test('one line holds all that shared an fsync', () => {
  const commits = ['a', 'b'].map((id) => JSON.stringify([{ collection: 'answers', id, value: null }]))
  const { bytes } = commitLine(readyLine(sealing, from), from, at, commits)
  const segment = readSegment(sealing, 7, Buffer.concat([whole[0]!, bytes]))
  expect(Array.from(segment.entries(), ({ changes }) => changes.map(({ id }) => id))).toEqual([['a', 'b']])
})

test('cut at any byte: the lines before the cut, whole, and never damage', () => {
  fc.assert(
    fc.property(fc.integer({ min: whole[0]!.length, max: bytes.length }), (length) => {
      const { ids, fault, ...end } = read(bytes.subarray(0, length))
      const ends = whole.map((_, index) => Buffer.concat(whole.slice(0, index + 1)).length)
      const good = ends.filter((end) => end <= length).length - 1
      expect(ids).toEqual(['0', '1', '2'].slice(0, good))
      expect(end.length).toBe(ends[good])
      expect(fault).toBe(length === ends[good] ? null : 'torn')
    }),
    { numRuns: 300 },
  )
})

/** The bytes with one of them altered, at a place between two. */
const altered = (from: number, to: number) =>
  fc.tuple(fc.integer({ min: from, max: to - 1 }), fc.integer({ min: 1, max: 255 })).map(([place, by]) => {
    const copy = Buffer.from(bytes)
    copy[place]! ^= by
    return copy
  })
const lastFrom = bytes.length - whole[3]!.length

test('one byte of the first line altered: not opened', () => {
  fc.assert(
    fc.property(altered(0, whole[0]!.length), (copy) => {
      expect(() => read(copy)).toThrow(/./)
    }),
    { numRuns: 300 },
  )
})

test('one byte of a line in the middle altered: the lines before it, and damage', () => {
  fc.assert(
    fc.property(altered(whole[0]!.length, lastFrom), (copy) => {
      const { ids, fault } = read(copy)
      expect(['0', '1']).toEqual(expect.arrayContaining(ids))
      expect(ids.length).toBeLessThan(2)
      expect(fault).toBe('damaged')
    }),
    { numRuns: 500 },
  )
})

test('one byte of the last line altered: the lines before it', () => {
  fc.assert(
    fc.property(altered(lastFrom, bytes.length), (copy) => {
      const { ids, fault } = read(copy)
      expect(ids).toEqual(['0', '1'])
      expect(fault).not.toBeNull()
    }),
    { numRuns: 300 },
  )
})

describe('lines that are right each on their own', () => {
  const [header, a, b, c] = whole as [Buffer, Buffer, Buffer, Buffer]
  test.each([
    ['one missing', [header, a, c], ['0']],
    ['two changed over', [header, b, a, c], []],
    ['one twice', [header, a, a, b, c], ['0']],
    ['of another segment', [header, a, ...linesOf('x', 'y').slice(2)], ['0']],
  ])('%s', (_what, lines, ids) => {
    expect(read(Buffer.concat(lines))).toMatchObject({ ids, fault: 'damaged' })
  })
})

test('a block of NULs behind the good lines is a torn end; between them it is damage', () => {
  expect(read(Buffer.concat([bytes, Buffer.alloc(4096)]))).toMatchObject({
    ids: ['0', '1', '2'],
    fault: 'torn',
  })
  const [header, a, , c] = whole as [Buffer, Buffer, Buffer, Buffer]
  expect(read(Buffer.concat([header, a, Buffer.alloc(300), Buffer.from('\n'), c])).fault).toBe('damaged')
})

test('of another installation, under another key, as another segment: not opened', () => {
  const others = [
    { ...sealing, installation: 'other' },
    { ...sealing, key: createSecretKey(randomBytes(32)) },
  ]
  for (const by of others) expect(() => read(bytes, by)).toThrow(/./)
  expect(() => readSegment(sealing, 8, bytes)).toThrow('not a segment')
})
