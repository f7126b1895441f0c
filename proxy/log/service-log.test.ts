import { EventEmitter } from 'node:events'
import { describe, expect, test } from 'vitest'
import { endAtCrash, serviceLog } from './service-log.ts'
import type { LogDisk } from './log-file.ts'

const memoryDisk = (): LogDisk & { text: () => string } => {
  let text = ''
  return {
    append: (_, line) => void (text += line),
    size: () => 0,
    names: () => [],
    remove: () => {},
    makeFolder: () => {},
    text: () => text,
  }
}

const opened = (options: { isWatched: boolean; disk: LogDisk }) => {
  const shown: string[] = []
  const printed: string[] = []
  const log = serviceLog({
    folder: '/log',
    clock: () => Date.parse('2026-11-25T13:00:00Z'),
    printError: (line) => void printed.push(line),
    failureText: 'no log',
    watched: { write: (line) => void shown.push(line) },
    ...options,
  })
  return { log, shown, printed }
}

describe('the log of the service', () => {
  test('goes into the file, and onto the terminal only where somebody sits', () => {
    for (const isWatched of [true, false]) {
      const disk = memoryDisk()
      const { log, shown } = opened({ isWatched, disk })
      log('started', { port: 41417 })
      expect(JSON.parse(disk.text())).toMatchObject({ event: 'started', port: 41417 })
      expect(shown).toEqual(isWatched ? [disk.text()] : [])
    }
  })

  test('G84 · a full disk costs the log and one sentence, nothing else', () => {
    const full: LogDisk = {
      ...memoryDisk(),
      append: () => {
        throw new Error('ENOSPC')
      },
    }
    const { log, shown, printed } = opened({ isWatched: true, disk: full })
    log('started')
    log('stopped')
    expect(printed).toEqual(['no log'])
    expect(shown).toHaveLength(2)
  })
})

test('a crash ends the process and leaves its place, not its message', () => {
  const lines: unknown[] = []
  const codes: unknown[] = []
  let captured: ((thrown: unknown) => void) | null = null
  const program = Object.assign(new EventEmitter(), {
    exit: (code: unknown) => void codes.push(code),
    setUncaughtExceptionCaptureCallback: (capture: typeof captured) => {
      if (capture && captured) throw new Error('as Node does: one at a time')
      captured = capture
    },
  })
  const older: unknown[] = []
  endAtCrash(program as never, (event) => void older.push(event))
  endAtCrash(program as never, (event, fields) => void lines.push({ event, ...fields }))
  captured!(new Error('731.640.258-07'))
  program.emit('unhandledRejection', new Error('731.640.258-07'))
  expect(codes).toEqual([1, 1])
  expect(older).toEqual([])
  expect(JSON.stringify(lines)).toMatch(/crashed.*service-log\.test\.ts/)
  expect(JSON.stringify(lines)).not.toContain('731')
})
