import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { logFile, realLogDisk } from './log-file.ts'
import type { LogDisk } from './log-file.ts'

const NOW = Date.parse('2026-11-25T13:00:00Z')
const day = 86_400_000
let room: string
let folder: string
beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'log-'))
  folder = join(room, 'log')
})
afterEach(() => rmSync(room, { recursive: true }))

/** A log of files of 20 bytes, three of them, on a clock that the test moves. */
const opened = (disk: LogDisk = realLogDisk) => {
  const time = { now: NOW }
  const told = { times: 0 }
  const stream = logFile({
    folder,
    clock: () => time.now,
    onFailure: () => void (told.times += 1),
    disk,
    policy: { maxBytes: 20, maxFiles: 3 },
  })
  return { time, told, write: (text: string) => stream.write(`${text}\n`) }
}
const names = () => readdirSync(folder).toSorted()
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8')
/** A disk that refuses while it is told to. */
const weakDisk = (code: string) => {
  const state = { isBroken: true, tries: 0 }
  const append: LogDisk['append'] = (file, text) => {
    state.tries += 1
    if (state.isBroken) throw Object.assign(new Error(code), { code })
    realLogDisk.append(file, text)
  }
  return { state, disk: { ...realLogDisk, append } }
}

describe('rotation', () => {
  test('by size, and the oldest goes', () => {
    const { write } = opened()
    // Two of them do not fit into one file.
    for (const line of ['first', 'second', 'third', 'fourth', 'fifth']) write(line.padEnd(12, '.'))
    expect(names()).toEqual(['2026-11-25.03.log', '2026-11-25.04.log', '2026-11-25.05.log'])
    expect(names().map(textOf)).toEqual(['third.......\n', 'fourth......\n', 'fifth.......\n'])
  })

  test('by day', () => {
    const { write, time } = opened()
    write('one')
    time.now += day
    write('two')
    expect(names().map((name) => [name, textOf(name)])).toEqual([
      ['2026-11-25.01.log', 'one\n'],
      ['2026-11-26.01.log', 'two\n'],
    ])
  })

  test('a line longer than a file is kept whole', () => {
    const { write } = opened()
    write('x'.repeat(50))
    write('y')
    expect(names().map((name) => textOf(name).trim().length)).toEqual([50, 1])
  })

  test('a start goes on in the newest file of the day, also after a crash between two files', () => {
    opened().write('before')
    opened().write('after')
    expect(names().map(textOf)).toEqual(['before\nafter\n'])
    // The next file was made, and the process died before its first line.
    writeFileSync(join(folder, '2026-11-25.02.log'), '')
    opened().write('again')
    expect(textOf('2026-11-25.02.log')).toBe('again\n')
  })

  test('two processes lose no line of each other', () => {
    const [one, other] = [opened(), opened()]
    for (const turn of [1, 2, 3]) {
      one.write(`a${turn}`)
      other.write(`b${turn}`)
    }
    const text = names().map(textOf).join('')
    for (const line of ['a1', 'a2', 'a3', 'b1', 'b2', 'b3']) expect(text).toContain(`${line}\n`)
  })

  test('a clock that jumps back and forth never removes the file in use; what it left in the future goes first', () => {
    const { write, time } = opened()
    write('today')
    time.now = Date.parse('2099-01-01T00:00:00Z')
    write('future')
    time.now = Date.parse('2001-01-01T00:00:00Z')
    write('past')
    time.now = NOW + day
    write('tomorrow')
    expect(names()).toEqual(['2001-01-01.01.log', '2026-11-25.01.log', '2026-11-26.01.log'])
  })

  test('what is not ours stays', () => {
    const { write, time } = opened()
    write('1')
    writeFileSync(join(folder, 'note.txt'), 'mine')
    for (let turn = 0; turn < 5; turn += 1) {
      time.now += day
      write('next')
    }
    expect(names()).toHaveLength(4)
    expect(names()).toContain('note.txt')
  })

  test.skipIf(process.platform === 'win32')('for this user alone', () => {
    opened().write('one')
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, names()[0]!)).mode & 0o777).toBe(0o600)
  })
})

describe('a disk that takes nothing', () => {
  test.each(['ENOSPC', 'EACCES'])(
    '%s: told once, asked again a minute later, written on when it recovers',
    (code) => {
      const { state, disk } = weakDisk(code)
      const { write, time, told } = opened(disk)
      write('one')
      write('two')
      expect(state.tries).toBe(1)
      time.now += 61_000
      write('three')
      expect(told.times).toBe(1)
      state.isBroken = false
      time.now += 61_000
      write('four')
      write('five')
      expect(textOf(names()[0]!)).toBe('\nfour\nfive\n')
      expect(told.times).toBe(1)
    },
  )

  test('a clock set back does not silence it for longer', () => {
    const { state, disk } = weakDisk('ENOSPC')
    const { write, time } = opened(disk)
    write('one')
    state.isBroken = false
    time.now -= 30 * day
    write('two')
    expect(names().map(textOf)).toEqual(['\ntwo\n'])
  })

  test('a file where the folder should be', () => {
    writeFileSync(folder, '')
    const { write, told } = opened()
    expect(() => write('one')).not.toThrow()
    expect(told.times).toBe(1)
  })
})
