import type { Clock, Random } from '../../shared/clock.ts'
import type { AppError } from '../../shared/errors.ts'
import { asAppError } from '../../shared/errors.ts'
import type { Erp } from '../erps/erp.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import type { Tasks } from '../tasks/tasks.ts'
import type { RunEnd } from './lanes.ts'
import { lanesOf } from './lanes.ts'
import type { Ledger } from './ledger.ts'
import { program } from './ledger.ts'
import type { Pace } from './pace.ts'
import type { OpenRemovals } from './removal-access.ts'
import { removalProof } from './removal-proof.ts'
import { removalSender } from './removal-sender.ts'
import { longestWait, retryWait } from './retry.ts'

/** The removals' own lane: nothing of inclusion is asked here, so nothing of inclusion can hold it up. It never gives up. */
export interface Runner {
  /** Reads what waits; once, after `recoverRemovals`. */
  start(): Promise<void>
  /** Starts at once what is due. */
  kick(): void
  /** The same, as the regular tick; writes what the disk had not taken. */
  tick(): Promise<void>
  /** Resolves when no removal is under way. */
  idle(): Promise<void>
  /** Starts nothing more and waits for what is under way. */
  stop(): Promise<void>
}

export interface RunnerDeps {
  ledger: Ledger
  store: Store
  /** Opens the platform for a record: `removalAccess`. */
  removals: OpenRemovals
  erpOf: (erpId: string) => Promise<Erp>
  tasks: Pick<Tasks, 'open' | 'close' | 'act' | 'onLookAgain'>
  /** Whether a record waits for the audit after a restore. */
  isHeldBack: (id: string) => Promise<boolean>
  clock: Clock
  random: Random
  pace: Pace
  /** Told when the store took nothing; what was to be written is written with a later tick. */
  onFailure?: (thrown: unknown) => void
}

/** A removal without a legal deadline goes after those that have one. */
const rankOf = ({ removal }: NegativationRecord): string =>
  `${removal?.deadline ?? '9999-12-31'} ${removal?.requestedAt ?? ''}`

export const createRunner = (deps: RunnerDeps): Runner => {
  const { ledger, store, tasks, clock, random, pace, onFailure = () => {} } = deps
  const rule = { first: pace.retryFirst, longest: pace.retryLongest }
  const proofs = removalProof(deps)
  const sender = removalSender(deps)
  /** Times in a row that a record could not even be sent. Lost with the process, and then it is simply tried at once. */
  const doubts = new Map<string, number>()

  const place = (record: NegativationRecord, at: number): void =>
    lanes.put(record.id, { lane: record.integrationId, at, rank: rankOf(record) })

  const putOff = (record: NegativationRecord, error?: AppError): void => {
    const failures = (doubts.get(record.id) ?? 0) + 1
    doubts.set(record.id, failures)
    place(record, clock() + retryWait(rule, failures, random, error))
  }

  const listen = (record: NegativationRecord): void => {
    if (record.state !== 'removal-requested' || !record.removal) {
      doubts.delete(record.id)
      // Between two tries of one removal the proof stays.
      if (record.state !== 'removing') proofs.forget(record.id)
      lanes.drop(record.id)
      return
    }
    const { nextAt } = record.removal
    place(record, nextAt === null ? clock() : Date.parse(nextAt))
    // From the wish to the platform without waiting for a tick.
    if (nextAt === null) lanes.tick()
  }

  const hold = async (record: NegativationRecord, isHeld: boolean): Promise<void> => {
    if (record.removal?.isHeld === isHeld) {
      // A person had it looked at again, which ended the task: the ERP says the same, and it is told again.
      if (isHeld) await tasks.open('payment-undone', record)
      return
    }
    await tasks.act(
      record.id,
      () => ({ event: { kind: 'hold', isHeld }, actor: program }),
      () => (isHeld ? { open: [{ kind: 'payment-undone' }] } : { close: ['payment-undone'] }),
    )
  }

  const clear = async (record: NegativationRecord): Promise<RunEnd> => {
    if (await deps.isHeldBack(record.id)) {
      place(record, clock() + rule.first)
      return 'not-asked'
    }
    const proof = await proofs.prove(record)
    if (proof.kind === 'proven') {
      await hold(record, false)
      const end = await sender.send(record, proof.text)
      if (end === 'refused-here') putOff(record)
      return end === 'refused-here' ? 'not-asked' : end
    }
    if (proof.kind === 'undone') {
      // The facts first, so that the task shows them.
      const { invoices } = proof
      await ledger.apply(record.id, () => ({ event: { kind: 'read', invoices }, actor: program }))
      await hold(record, true)
    }
    putOff(record, proof.kind === 'unread' ? proof.error : undefined)
    return 'not-asked'
  }

  const run = async (id: string): Promise<RunEnd> => {
    let record: NegativationRecord | null = null
    try {
      record = await ledger.get(id)
      return record.state === 'removal-requested' ? await clear(record) : 'not-asked'
    } catch (thrown) {
      onFailure(thrown)
      if (record && asAppError(thrown).code !== 'negativation-unknown') putOff(record)
      return 'not-asked'
    }
  }

  const lanes = lanesOf({
    clock,
    run,
    concurrency: 4,
    horizon: longestWait(rule),
    probeEvery: pace.probe,
  })
  ledger.watch(listen)
  tasks.onLookAgain((id) => {
    const look = async (): Promise<void> => {
      const record = await ledger.get(id)
      if (record.state !== 'removal-requested') return
      place(record, clock())
      lanes.tick()
    }
    look().catch(onFailure)
  })

  return {
    start: async () => {
      for (const record of await store.query('negativations', { state: 'removal-requested' })) listen(record)
      lanes.tick()
    },
    kick: () => lanes.tick(),
    tick: async () => {
      await sender.writeLeftOver()
      lanes.tick()
    },
    idle: () => lanes.idle(),
    stop: async () => {
      lanes.stop()
      await lanes.idle()
      await sender.writeLeftOver()
    },
  }
}
