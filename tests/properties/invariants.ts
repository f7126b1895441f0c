import { liveStates } from '../../shared/api.ts'
import type { NegativationState } from '../../shared/api.ts'
import type { HistoryRecord, NegativationRecord } from '../../proxy/store/records.ts'
import type { World } from './clearing-world.ts'
import { paced } from './paced.ts'

const live: ReadonlySet<NegativationState> = new Set(liveStates)

/** The contracts that stand at the bureau more than once. */
const doubles = ({ bureau }: World): string[] => {
  const contracts = bureau.pefin.live().map(({ contract }) => contract)
  return contracts
    .filter((contract, place) => contracts.indexOf(contract) !== place)
    .map((contract) => `${contract} stands at the bureau twice`)
}

/** The lines of a record lead from its beginning to where it is, each from where the last one ended. */
const brokenHistory = (record: NegativationRecord, lines: readonly HistoryRecord[]): string[] => {
  const ordered = lines.toSorted(
    (one, other) => Number(one.id.split(':')[1]) - Number(other.id.split(':')[1]),
  )
  let state: NegativationState | null = null
  for (const [version, line] of ordered.entries()) {
    if (line.from !== state || line.id !== `${record.id}:${version}`)
      return [`the history of ${record.id} breaks at ${line.id}: ${line.from} instead of ${state}`]
    state = line.to
  }
  return state === record.state && record.version === ordered.length - 1
    ? []
    : [`the history of ${record.id} ends at ${state}, the record is ${record.state}`]
}

/** What must hold at every moment. */
export const breachesNow = async (world: World): Promise<string[]> => {
  const { store } = world.outside
  const records = await store.query('negativations', {})
  const broken: string[] = []
  const invoices = new Map<string, string>()
  for (const record of records) {
    broken.push(...brokenHistory(record, await store.query('history', { negativationId: record.id })))
    const confirmed = (await store.query('history', { negativationId: record.id })).filter(
      ({ event }) => event === 'confirm',
    ).length
    const sent = world.bureau.sent.filter(
      ({ call, contract }) => call === 'include' && contract === record.contract,
    ).length
    const sameContract = records.filter(({ contract }) => contract === record.contract).length
    if (sameContract === 1 && sent > confirmed)
      broken.push(`${record.contract} was sent ${sent} times, confirmed ${confirmed}`)
    if (record.state === 'removal-requested' && !record.removal) broken.push(`${record.id} lost its wish`)
    for (const { id } of live.has(record.state) ? record.invoices : []) {
      if (
        invoices.has(id) &&
        records.find((other) => other.id === invoices.get(id))?.contract === record.contract
      )
        broken.push(`invoice ${id} has two live records`)
      invoices.set(id, record.id)
    }
  }
  return [...world.breaches, ...doubles(world), ...broken]
}

const isAtBureau = (world: World, { contract }: NegativationRecord): boolean =>
  world.bureau.pefin.live().some((record) => record.contract === contract)

const factOf = (world: World, id: string): string => {
  try {
    return world.fake.invoice(id).fact
  } catch {
    return 'vanished'
  }
}

/** Of several records of one debt the live one speaks for it, else the one that was sent last. */
const speakerFor = (
  contract: string,
  records: readonly NegativationRecord[],
): NegativationRecord | undefined => {
  const same = records.filter((record) => record.contract === contract)
  return (
    same.find(({ state }) => live.has(state)) ??
    same.toSorted((one, other) => ((one.sentAt ?? '') < (other.sentAt ?? '') ? -1 : 1)).at(-1)
  )
}

/** No final state against the bureau's ledger. */
const againstLedger = (world: World, record: NegativationRecord): string[] => {
  const isListed = isAtBureau(world, record)
  const { state, contract } = record
  if (['removed', 'not-included', 'rejected', 'cancelled', 'draft'].includes(state) && isListed)
    return [`${contract} is ${state} and stands at the bureau`]
  if ((state === 'sent' || state === 'active') && !isListed)
    return [`${contract} is ${state} and does not stand at the bureau`]
  return []
}

const unclear = (record: NegativationRecord, open: ReadonlySet<string>): string[] => {
  const { state, contract, removal } = record
  const isUnderWay = ['sending', 'removing', 'verifying', 'removal-requested'].includes(state)
  if (isUnderWay && !removal?.isHeld) return [`${contract} came to no end: ${state}`]
  if (removal?.isHeld && state === 'removal-requested' && !open.has('payment-undone'))
    return [`${contract} is held and nobody is told`]
  return state === 'unknown' && !open.has('inclusion-unknown')
    ? [`${contract} is unknown and nobody is told`]
    : []
}

/** What nobody can read stands as an open task, with what was sent. */
export const unclearInSilence = async (world: World): Promise<string[]> => {
  const { store } = world.outside
  const wanted = { unknown: 'inclusion-unknown', verifying: 'removal-unproven' } as const
  const broken: string[] = []
  for (const state of ['unknown', 'verifying'] as const)
    for (const { id, contract, nextLookAt, changedAt } of await store.query('negativations', { state })) {
      const isAsked = Date.parse(nextLookAt ?? changedAt) + paced.lookActive < world.time.clock()
      if (!isAsked) continue
      const tasks = await store.query('tasks', { negativationId: id, isOpen: true })
      const task = tasks.find(({ kind }) => kind === wanted[state])
      if (!task?.sent.some(({ label, value }) => label === 'contract' && value === contract))
        broken.push(`${contract} is ${state}, cannot be read, and nobody is told`)
    }
  return broken
}

/** What must hold once everything worked again for long enough. */
export const breachesAtRest = async (world: World): Promise<string[]> => {
  const { store } = world.outside
  const records = await store.query('negativations', {})
  const broken: string[] = []
  for (const record of records) {
    if (speakerFor(record.contract, records) !== record) continue
    const tasks = await store.query('tasks', { negativationId: record.id })
    const open = new Set(tasks.filter(({ isOpen }) => isOpen).map(({ kind }) => kind))
    broken.push(...againstLedger(world, record), ...unclear(record, open))
  }
  for (const { invoiceIds } of world.debts) {
    const isPaid = invoiceIds.every((id) => factOf(world, id) === 'paid')
    const listed = records.filter(
      (record) => record.invoices.some(({ id }) => invoiceIds.includes(id)) && isAtBureau(world, record),
    )
    if (isPaid && listed.length > 0) broken.push(`${listed[0]?.contract} is paid and stands at the bureau`)
  }
  return broken
}
