import { expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import type { call } from '../messaging/call.ts'
import { query } from '../ui/testing/samples.ts'
import type { StartInput } from './pending-start.ts'
import { startQuery } from './start-query.ts'

const input: StartInput = {
  key: '3f0d3c1e-8d2b-4a44-9a57-6b1c2d3e4f50',
  integrationId: 'i1',
  product: 'CREDNET_LIGHT',
  document: '73164025807',
  purpose: 'sale',
  repeat: false,
}

/** Plays the given outcomes in turn; the last one stays. */
const start = async (...outcomes: (AppError | ReturnType<typeof query>)[]) => {
  const inputs: unknown[] = []
  const attempts: number[] = []
  const fake = (_name: string, given: unknown) => {
    const outcome = outcomes[Math.min(inputs.length, outcomes.length - 1)]
    inputs.push(given)
    return outcome instanceof AppError ? Promise.reject(outcome) : Promise.resolve(outcome)
  }
  const outcome = await startQuery(input, {
    call: fake as typeof call,
    wait: () => Promise.resolve(),
    onAttempt: (attempt) => {
      attempts.push(attempt)
    },
  })
  return { outcome, inputs, attempts }
}

const lost = new AppError('answer-lost')

test('a start that is answered is asked once', async () => {
  const { outcome, inputs } = await start(query({ state: 'running' }))
  expect(outcome.at).toBe('started')
  expect(inputs).toEqual([input])
})

test('G58 · a lost answer is asked again by the same key, never reported as failed', async () => {
  const { outcome, inputs, attempts } = await start(lost, lost, query({ state: 'running' }))
  expect(outcome).toMatchObject({ at: 'started', query: { id: 'q1' } })
  expect(inputs).toEqual([input, input, input])
  expect(attempts).toEqual([1, 2, 3])
})

test.each(['answer-lost', 'service-off', 'internal'] as const)(
  'G58 · %s to the end is unknown, not failed',
  async (code) => {
    const { outcome, inputs } = await start(new AppError(code))
    expect(outcome).toMatchObject({ at: 'unknown', error: { code } })
    expect(inputs).toHaveLength(4)
  },
)

test('a refusal is an answer: it is not asked again', async () => {
  const { outcome, inputs } = await start(new AppError('product-unknown'))
  expect(outcome).toMatchObject({ at: 'refused', error: { code: 'product-unknown' } })
  expect(inputs).toHaveLength(1)
})

test('G49 · a repeated query brings the earlier one', async () => {
  const earlier = query()
  const { outcome, inputs } = await start(new AppError('query-repeated', { details: { earlier } }))
  expect(outcome).toEqual({ at: 'repeated', earlier })
  expect(inputs).toHaveLength(1)
})
