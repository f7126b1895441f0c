import { expect, test } from 'vitest'
import { memoryStore } from '../store/memory-store.ts'
import { ledgerOf, program } from './ledger.ts'
import { recordIn } from './machine.samples.ts'

const clock = () => Date.parse('2026-11-25T13:00:00Z')

test('a draft that is shown anew keeps what has happened to it meanwhile: no line of its history is written over', async () => {
  const store = memoryStore()
  const ledger = ledgerOf({ store, clock })
  const read = recordIn('draft')
  await ledger.draft(read.id, () => read, null)
  const problem = { code: 'connect-unreachable', text: '', hint: '' } as const
  for (const event of [
    { kind: 'confirm', key: 'k', text: null },
    { kind: 'not-sent', problem },
  ] as const)
    await ledger.apply(read.id, () => ({ event, actor: 'Ana' }))

  await ledger.draft(read.id, (before) => ({ ...(before ?? read), seal: 'anew' }), null)
  expect(await ledger.get(read.id)).toMatchObject({ state: 'draft', seal: 'anew', version: read.version + 2 })
  await ledger.apply(read.id, () => ({ event: { kind: 'cancel' }, actor: program }))
  const lines = await store.query('history', { negativationId: read.id })
  expect(lines.map(({ event }) => event)).toEqual(['confirm', 'not-sent', 'cancel'])
})

test('what has left the draft is not shown anew', async () => {
  const ledger = ledgerOf({ store: memoryStore(), clock })
  const read = recordIn('draft')
  await ledger.draft(read.id, () => read, null)
  await ledger.apply(read.id, () => ({ event: { kind: 'cancel' }, actor: 'Ana' }))
  expect(await ledger.draft(read.id, () => read, null)).toBeNull()
  expect(await ledger.get(read.id)).toMatchObject({ state: 'cancelled' })
})
