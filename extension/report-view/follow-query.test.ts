import { expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import type { call } from '../messaging/call.ts'
import { query } from '../ui/testing/samples.ts'
import { followQuery } from './follow-query.ts'

type Outcome = AppError | ReturnType<typeof query>
const running = query({ state: 'running', endedAt: null })

const follow = async (outcomes: Outcome[], signal = new AbortController().signal) => {
  const told: string[] = []
  let looks = 0
  const fake = () => {
    const outcome = outcomes[Math.min(looks, outcomes.length - 1)]
    looks += 1
    return outcome instanceof AppError ? Promise.reject(outcome) : Promise.resolve(outcome)
  }
  const ended = await followQuery('q1', {
    call: fake as unknown as typeof call,
    wait: () => Promise.resolve(),
    signal,
    onQuery: ({ state }) => {
      told.push(state)
    },
    onLost: () => {
      told.push('lost')
    },
  })
  return { ended, told, looks }
}

test('looks until the query has ended', async () => {
  const { ended, told } = await follow([running, running, query()])
  expect(ended?.state).toBe('done')
  expect(told).toEqual(['running', 'running', 'done'])
})

test('G57 · a worker or service that dies in the middle loses nothing', async () => {
  const { ended, told } = await follow([
    running,
    new AppError('answer-lost'),
    new AppError('service-off'),
    running,
    query(),
  ])
  expect(ended?.id).toBe('q1')
  expect(told).toEqual(['running', 'lost', 'lost', 'running', 'done'])
})

test('stops where looking again cannot help', async () => {
  await expect(follow([running, new AppError('query-unknown')])).rejects.toMatchObject({
    code: 'query-unknown',
  })
})

test('a stopped signal ends it without an answer', async () => {
  const controller = new AbortController()
  controller.abort()
  expect(await follow([running], controller.signal)).toMatchObject({ ended: null, looks: 0 })
})
