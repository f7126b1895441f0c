import { expect, test } from 'vitest'
import type { LogFields } from '../log/log.ts'
import { refusalCounter } from './refusals.ts'

test('refusals are counted, a mistyped document is none; the log says each at most once a minute', () => {
  let now = 0
  const lines: [string, LogFields | undefined][] = []
  const refusals = refusalCounter(
    (event, fields) => lines.push([event, fields]),
    () => now,
  )
  for (let index = 0; index < 1000; index += 1) refusals.count('host-refused')
  refusals.count('document-invalid')
  refusals.count('signature-refused')
  expect(refusals.total()).toBe(1001)
  now = 59_999
  refusals.count('host-refused')
  now = 60_000
  refusals.count('host-refused')
  expect(lines).toEqual([
    ['refused', { code: 'host-refused', count: 1 }],
    ['refused', { code: 'signature-refused', count: 1001 }],
    ['refused', { code: 'host-refused', count: 1003 }],
  ])
})
