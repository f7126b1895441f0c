import type { NegativationRecord } from '../../proxy/store/records.ts'
import type { World } from '../properties/clearing-world.ts'
import { settle } from '../properties/virtual-time.ts'

/** Maria's debt of one invoice, registered and seen at the bureau. */
export const registered = async (world: World): Promise<NegativationRecord> => {
  const [debt] = world.debts
  if (!debt) throw new Error('the world has no debts')
  await world.press(debt)
  await settle()
  return newest(world, 0)
}

/** The last record of a debt. */
export const newest = async (world: World, debt: number): Promise<NegativationRecord> => {
  const owed = world.debts[debt]
  const record = owed && (await world.recordsOf(owed)).at(-1)
  if (!record) throw new Error('nothing was registered')
  return record
}

export const historyOf = async (world: World, { id }: NegativationRecord) =>
  (await world.outside.store.query('history', { negativationId: id })).toSorted(
    (one, other) => Number(one.id.split(':')[1]) - Number(other.id.split(':')[1]),
  )

/** How often the platform was asked. */
export const callsOf = (world: World, call: 'include' | 'remove' | 'debtState'): number =>
  world.bureau.sent.filter((sent) => sent.call === call).length

/** Changes a record behind the service's back, as an earlier version or a loss would have left it. */
export const alter = async (
  world: World,
  record: NegativationRecord,
  fields: Partial<NegativationRecord>,
) => {
  const value = { ...record, ...fields }
  await world.outside.store.commit([{ collection: 'negativations', id: record.id, value }])
}
