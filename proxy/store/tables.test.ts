import { expect, test } from 'vitest'
import { emptyTables } from './tables.ts'

test.each([
  ['negativations', 'contract', { contract: 'c7' }],
  ['negativations', 'state', { state: 'sending' }],
  ['tasks', 'isStanding', { isStanding: true }],
  ['tasks', 'isOpen', { isOpen: true }],
  ['history', 'negativationId', { negativationId: 'n7' }],
] as const)('%s are found by %s without a look at the others', (collection, field, match) => {
  const table = emptyTables()[collection]
  let looks = 0
  for (let index = 0; index < 1000; index += 1) {
    const id = String(index)
    const isIt = index === 7
    const own = { id, [field]: isIt ? Object.values(match)[0] : index % 2 === 0 ? false : `other ${id}` }
    table.put(id, new Proxy(own, { get: (target, name) => ((looks += 1), Reflect.get(target, name)) }))
  }
  looks = 0
  expect(table.select(match)).toHaveLength(1)
  expect(looks).toBeLessThan(20)
})
