import { prepareRestored } from '../../proxy/restored/prepare-restored.ts'
import { memoryStore } from '../../proxy/store/memory-store.ts'
import type { NegativationRecord } from '../../proxy/store/records.ts'
import type { CopyHead } from '../../proxy/store/snapshot.ts'
import type { Change, Store } from '../../proxy/store/store.ts'
import type { Tables } from '../../proxy/store/tables.ts'
import { applyChanges, collections, emptyTables } from '../../proxy/store/tables.ts'
import { restoreStatusOf } from '../../proxy/restored/restore-status.ts'
import { clearingWorld } from '../properties/clearing-world.ts'
import type { World } from '../properties/clearing-world.ts'
import { erpId, integrationId } from '../properties/integration-setup.ts'
import { minute } from '../properties/paced.ts'
import { settle } from '../properties/virtual-time.ts'

/** Everything that a store keeps, as changes that put it. */
const contentOf = async (store: Pick<Store, 'query'>): Promise<Change[]> => {
  const content: Change[] = []
  for (const collection of collections)
    for (const value of await store.query(collection))
      content.push({ collection, id: value.id, value } as Change)
  return content
}

/** The copy of a day, taken from a store that goes on. */
export const copyOfDay = async (world: World) => ({
  at: new Date(world.time.clock()).toISOString(),
  content: await contentOf(world.outside.store),
})
export type DayCopy = Awaited<ReturnType<typeof copyOfDay>>

const read = (tables: Tables): Pick<Store, 'query'> => ({
  query: async (collection, match = {}) => tables[collection].select(match) as never,
})

/** The computer is gone, secrets excepted: the copy stands in a new store, marked as the command marks it. The service does not run yet. */
export const putBack = async (world: World, { at, content }: DayCopy): Promise<void> => {
  world.core().kill()
  await settle()
  const tables = emptyTables()
  applyChanges(tables, structuredClone(content))
  const prepare = prepareRestored({ vault: world.outside.vault, clock: world.time.clock })
  await prepare(tables, { at } as CopyHead)
  const store = memoryStore()
  await store.commit(await contentOf(read(tables)))
  world.outside.store = store
}

const owed = (world: World, index: number) => {
  const debt = world.debts[index]
  if (!debt) throw new Error(`the world has no debt ${index}`)
  return debt
}

export const recordOf = async (world: World, index: number): Promise<NegativationRecord> => {
  const record = (await world.recordsOf(owed(world, index))).at(-1)
  if (!record) throw new Error(`nobody knows debt ${index}`)
  return record
}

/**
 * Two debts stand in the copy, a third as a draft. After it the first is paid, the draft is confirmed, the fourth is registered and the
 * computer is lost, before a regular look is due. `alter` changes the copy before it is put back; the service starts with `restart`.
 */
export const restoredWorld = async (
  alter: (copy: DayCopy, world: World) => DayCopy | Promise<DayCopy> = (copy) => copy,
) => {
  const world = await clearingWorld()
  const press = async (index: number): Promise<void> => {
    await world.press(owed(world, index))
    await settle()
  }
  await press(0)
  await press(1)
  const draft = owed(world, 2)
  await world.core().handlers.negativationDraft(
    {
      erpId,
      customerId: draft.customerId,
      integrationId,
      serviceId: `s${draft.customerId}`,
      invoiceIds: draft.invoiceIds,
      reasonCode: 'TI',
    },
    world.caller,
  )
  const copy = await copyOfDay(world)
  world.time.advance(10 * minute)
  await press(2)
  await press(3)
  const contracts = await Promise.all(
    [0, 1, 2, 3].map(async (index) => (await recordOf(world, index)).contract),
  )
  world.payToday(owed(world, 0).invoiceIds[0] ?? '')
  world.time.advance(10 * minute)
  await putBack(world, await alter(copy, world))
  const from = world.bureau.sent.length
  return {
    world,
    contracts,
    /** The calls that left since the copy was put back. */
    sent: () => world.bureau.sent.slice(from),
    status: async () => {
      const status = await restoreStatusOf(world.outside.store)
      if (!status) throw new Error('nothing is told of the restore')
      return status
    },
    adopted: async () => (await world.tasks()).filter(({ kind }) => kind === 'adopted'),
  }
}
export type RestoredWorld = Awaited<ReturnType<typeof restoredWorld>>
