import { expect, test } from 'vitest'
import { probeGuards } from './guard-probe.ts'
import { mediaTypeGuard } from './media-type.ts'

const ask = probeGuards(mediaTypeGuard)
const post = (type: string, api = '1') =>
  ask({ method: 'POST', body: '{}', headers: { 'content-type': type, 'x-proxy-api': api } })

test.each(['application/json', 'application/json; charset=utf-8', 'application/json;charset=UTF-8'])(
  '%s',
  async (type) => {
    expect(await post(type)).toBe('passed')
  },
)

test.each([
  'text/plain',
  'Application/JSON',
  'application/json; boundary=x',
  'application/json, text/plain',
  '',
])('%j is refused', async (type) => {
  expect(await post(type)).toBe('media-type-refused')
})

test('a form sends no header of its own, and another version is not ours', async () => {
  expect(await ask({ method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })).toBe(
    'media-type-refused',
  )
  expect(await post('application/json', '2')).toBe('media-type-refused')
})

test('a GET has no body to describe', async () => {
  expect(await ask()).toBe('passed')
})
