import { expect, test } from 'vitest'
import { asAppError } from '../../../shared/errors.ts'
import { bodyOf } from './transport.ts'

const now = Date.parse('2026-11-25T13:00:00Z')
const failureOf = (status: number, retryAfter: string | null = null) => {
  try {
    bodyOf({ kind: 'answer', status, text: '', retryAfter }, now)
  } catch (thrown) {
    return asAppError(thrown)
  }
  throw new Error('no failure')
}

test.each([
  ['0.3', 1],
  ['90', 90],
  ['Wed, 25 Nov 2026 13:02:00 GMT', 120],
  ['Wed, 25 Nov 2026 12:00:00 GMT', 1],
  ['soon', 30],
  [null, 30],
])('G86 · a 429 with Retry-After %s asks to wait %i seconds, and nothing was done', (retryAfter, seconds) => {
  expect(failureOf(429, retryAfter)).toMatchObject({ code: 'erp-rate', params: { seconds }, retry: 'safe' })
})

test('any other failing status is as it was', () => {
  expect(failureOf(503)).toMatchObject({ code: 'erp-down', params: { status: 503 }, retry: 'safe' })
  expect(failureOf(404)).toMatchObject({ code: 'erp-unreadable' })
  expect(failureOf(403)).toMatchObject({ code: 'erp-refused' })
})
