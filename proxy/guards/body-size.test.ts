import { expect, test } from 'vitest'
import { bodySizeGuard, maxBodyBytes } from './body-size.ts'
import type { Guard } from './guard.ts'
import { probeGuards } from './guard-probe.ts'

let read = -1
const note: Guard = (c, next) => {
  read = c.get('body').length
  return next()
}
const ask = probeGuards(bodySizeGuard(), note)

const chunks = (count: number, size: number): ReadableStream => {
  let left = count
  return new ReadableStream({
    pull: (controller) => {
      left -= 1
      if (left < 0) controller.close()
      else controller.enqueue(new Uint8Array(size))
    },
  })
}

test('up to 64 KiB is read and handed on', async () => {
  for (const length of [0, 1, maxBodyBytes]) {
    expect(await ask({ method: 'POST', body: 'x'.repeat(length) })).toBe('passed')
    expect(read).toBe(length)
  }
  expect(await ask({ method: 'POST', body: chunks(64, 1024) })).toBe('passed')
  expect(read).toBe(maxBodyBytes)
})

test('one byte more is refused, declared or not', async () => {
  const body = 'x'.repeat(maxBodyBytes + 1)
  expect(await ask({ method: 'POST', body })).toBe('body-too-large')
  expect(await ask({ method: 'POST', body, headers: { 'content-length': String(body.length) } })).toBe(
    'body-too-large',
  )
  expect(await ask({ method: 'POST', body, headers: { 'content-length': '10' } })).toBe('body-too-large')
  expect(await ask({ method: 'POST', body: chunks(65, 1024) })).toBe('body-too-large')
})

test('characters are counted as bytes', async () => {
  expect(await ask({ method: 'POST', body: 'é'.repeat(maxBodyBytes / 2) })).toBe('passed')
  expect(await ask({ method: 'POST', body: 'é'.repeat(maxBodyBytes / 2 + 1) })).toBe('body-too-large')
})

test('a GET has no body', async () => {
  expect(await ask()).toBe('passed')
  expect(read).toBe(0)
  expect(await ask({ headers: { 'content-length': '2' } })).toBe('body-too-large')
  expect(await ask({ headers: { 'transfer-encoding': 'chunked' } })).toBe('body-too-large')
})
