import { Writable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { createLog, whereThrown } from './log.ts'

const written = (write: (log: ReturnType<typeof createLog>) => void): string => {
  let text = ''
  const sink = new Writable({
    write: (chunk, _, done) => {
      text += String(chunk)
      done()
    },
  })
  write(createLog(sink))
  return text
}

describe('a log line', () => {
  test('event, allowed fields, time', () => {
    const line: unknown = JSON.parse(
      written((log) => log('done', { operation: 'status', client: 'abc', ms: 3 })),
    )
    expect(line).toMatchObject({ event: 'done', operation: 'status', client: 'abc', ms: 3 })
    expect(line).toHaveProperty('time')
    expect(line).not.toHaveProperty('hostname')
  })

  test('a field that is not allowed stays out, though an object carries it', () => {
    const wide = {
      code: 'internal',
      document: '731.640.258-07',
      url: '/v1/x?a=1',
      error: new Error('731.640.258-07'),
    }
    const line = written((log) => log('failed', wide))
    expect(line).toContain('internal')
    expect(line).not.toMatch(/731|url|v1/)
  })
})

test('where an error was thrown, without its message', () => {
  const where = whereThrown(new Error('731.640.258-07\n    at the customer 731.640.258-07'))
  expect(where).toContain('log.test.ts')
  expect(where).not.toContain('731')
  expect(whereThrown('731.640.258-07')).toBe('')
})
