import { expect, test, vi } from 'vitest'
import type { OperationInput } from '../../../shared/api.ts'
import { batchOf } from '../testing/batch-samples.ts'
import { draftAgain } from './draft-again.ts'

const selection = (count: number) => ({
  erpId: 'e1',
  debts: Array.from({ length: count }, (_none, at) => ({
    customerId: String(at),
    serviceId: null,
    invoiceIds: [`f${at}`],
  })),
})
type Input = OperationInput<'batchDraft'>
const service = () => {
  const asked: Input[] = []
  const call = vi.fn<(name: string, input: Input) => Promise<unknown>>(async (_name, input) => {
    asked.push(input)
    const missing = input.parts - asked.length
    return { batch: missing === 0 ? batchOf({ id: 'b2' }) : null, missing }
  })
  return { asked, parts: { call: call as never, key: 'k1' } }
}

test('G53 · what was not sent becomes a new draft, in parts under one key', async () => {
  const { asked, parts } = service()
  expect(await draftAgain(selection(150), batchOf(), parts)).toBe('b2')
  expect(asked.map(({ part, parts: of, debts }) => [part, of, debts.length])).toEqual([
    [0, 2, 100],
    [1, 2, 50],
  ])
  expect(asked[0]).toMatchObject({ key: 'k1', erpId: 'e1', integrationId: 'i1', reasonCode: '01' })
})

test('nothing to draft is no draft', async () => {
  const { parts } = service()
  await expect(draftAgain(selection(0), batchOf(), parts)).rejects.toMatchObject({
    code: 'batch-parts-differ',
  })
})
