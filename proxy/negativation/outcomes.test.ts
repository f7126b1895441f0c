import { expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { recordIn } from './machine.samples.ts'
import type { Act } from './ledger.ts'
import { outcomesIn } from './outcomes.ts'

const accepted = { kind: 'accepted', protocol: '1', reference: null } as const

test('G84 · an outcome that the disk refuses is told, and written when there is room', async () => {
  const written: (Act | null)[] = []
  const told: unknown[] = []
  let full = true
  const outcomes = outcomesIn(
    {
      apply: async (_, decide) => {
        if (full) throw new AppError('store-write-failed')
        written.push(decide(recordIn('active')))
        return null
      },
    },
    (thrown) => told.push(thrown),
  )
  await outcomes.keep('r', accepted, 'Ana')
  await outcomes.retry()
  expect(written).toEqual([])
  expect(told).toHaveLength(2)
  full = false
  await outcomes.retry()
  expect(written).toEqual([{ event: accepted, actor: 'Ana' }])
  await outcomes.retry()
  expect(written).toHaveLength(1)
})
