import { describe, expect, test, vi } from 'vitest'
import type { Batch } from '../../../shared/api.ts'
import { AppError } from '../../../shared/errors.ts'
import { batchOf } from '../testing/batch-samples.ts'
import { actOnBatch } from './act-on-batch.ts'

/** The states that the batch is found in, look after look; null where nobody answers. */
const parts = (looks: readonly (Batch['state'] | null)[]) => {
  const left = [...looks]
  return {
    call: vi.fn<(name: string, input: unknown) => Promise<Batch>>(async () => {
      const state = left.shift()
      if (!state) throw new AppError('service-off')
      return batchOf({ state })
    }) as never,
    wait: vi.fn<(milliseconds: number) => Promise<void>>(async () => {}),
    onChecking: vi.fn<() => void>(),
  }
}
const lost = () => Promise.reject(new AppError('answer-lost'))

test('an answer is the end of it', async () => {
  const asked = parts([])
  expect(await actOnBatch(batchOf(), async () => batchOf({ state: 'running' }), asked)).toEqual({
    at: 'taken',
  })
  expect(asked.onChecking).not.toHaveBeenCalled()
})

test('a refusal is told', async () => {
  const error = new AppError('batch-changed')
  expect(await actOnBatch(batchOf(), () => Promise.reject(error), parts([]))).toEqual({
    at: 'refused',
    error,
  })
})

describe('G58 · no answer: the batch is asked, the act is not repeated', () => {
  test('it has gone on', async () => {
    const act = vi.fn<() => Promise<never>>(lost)
    const asked = parts(['draft', null, 'running'])
    expect(await actOnBatch(batchOf(), act, asked)).toEqual({ at: 'taken' })
    expect(act).toHaveBeenCalledOnce()
    expect(asked.onChecking).toHaveBeenCalledOnce()
  })

  test.each<[string, readonly (Batch['state'] | null)[]]>([
    ['it stands where it was', ['draft', 'draft', 'draft', 'draft', 'running']],
    ['it cannot be asked', []],
  ])('%s', async (_what, looks) => {
    const asked = parts(looks)
    expect(await actOnBatch(batchOf(), lost, asked)).toMatchObject({
      at: 'unconfirmed',
      error: { code: 'answer-lost' },
    })
    expect(asked.wait).toHaveBeenCalledTimes(4)
  })
})
