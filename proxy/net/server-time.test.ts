import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { requestWith } from './request.ts'
import { serverTime } from './server-time.ts'

test('how far the clock is ahead, by the last answer that had a date', () => {
  let now = Date.parse('2026-11-25T15:00:00.000Z')
  const time = serverTime(() => now)
  expect(time.ahead()).toBeNull()
  time.note('yesterday, perhaps')
  expect(time.ahead()).toBeNull()
  time.note('Wed, 25 Nov 2026 12:00:00 GMT')
  expect(time.ahead()).toBe(3 * 3_600_000)
  now -= 4 * 3_600_000
  time.note('Wed, 25 Nov 2026 12:00:00 GMT')
  expect(time.ahead()).toBe(-3_600_000)
})

test('an answer of any kind brings the date along', async () => {
  const server = createServer((_, response) => {
    response.writeHead(503, { date: 'Wed, 25 Nov 2026 12:00:00 GMT' }).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const time = serverTime(() => Date.parse('2026-11-25T12:00:07.000Z'))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  await requestWith(time.note)({ method: 'GET', url, timeoutMs: 5_000 })
  expect(time.ahead()).toBe(7_000)
  server.close()
  await once(server, 'close')
})
