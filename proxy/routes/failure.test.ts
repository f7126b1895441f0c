import { describe, expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { texts } from '../../shared/locales/texts.ts'
import type { ErrorCode } from '../../shared/locales/texts.ts'
import { failureBody, statusOf } from './failure.ts'

const codes = Object.keys(texts('pt-BR').errors) as ErrorCode[]

test.each(codes)('%s has a status that says failure', (code) => {
  expect(statusOf(code)).toBeGreaterThanOrEqual(400)
  expect(statusOf(code)).toBeLessThan(600)
})

describe('the body', () => {
  test('text and hint of the table, filled', () => {
    expect(failureBody(new AppError('rate-refused', { params: { seconds: 3 } }))).toEqual({
      error: {
        code: 'rate-refused',
        text: 'Muitos pedidos em pouco tempo.',
        hint: 'Aguarde 3 s e tente de novo.',
        params: { seconds: 3 },
      },
    })
  })

  test('nothing of the cause, of other details or of the stack', () => {
    const error = new AppError('internal', { cause: new Error('731.640.258-07'), details: { secret: 'abc' } })
    expect(JSON.stringify(failureBody(error))).not.toMatch(/731|abc|stack|\.ts/)
  })

  test('the earlier query, where one is the reason', () => {
    const error = new AppError('query-repeated', { params: { days: 3 }, details: { earlier: { id: 'one' } } })
    expect(failureBody(error).earlier).toEqual({ id: 'one' })
  })
})
