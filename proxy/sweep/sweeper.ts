import type { InclusionPolicy, ReasonView, RemovalCause } from '../../shared/api.ts'
import type { Clock, Random } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import type { ErrorBody } from '../../shared/errors.ts'
import type { Erp } from '../erps/erp.ts'
import type { Ledger } from '../negativation/ledger.ts'
import type { Pace } from '../negativation/pace.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import type { Tasks } from '../tasks/tasks.ts'
import { recordLook } from './audit.ts'
import { gapBefore } from './gap.ts'
import { judgeOver } from './judge.ts'
import { laneOf } from './lane.ts'
import type { Lane } from './lane.ts'
import { marksIn } from './marks.ts'
import { orphans } from './orphans.ts'
import { paymentsSweep } from './payments-sweep.ts'
import { stoppable } from './until-stopped.ts'
import { agreementsOnce } from './whole-reading.ts'

export interface SweeperDeps {
  store: Store
  ledger: Ledger
  tasks: Pick<Tasks, 'open' | 'close'>
  erps: () => Promise<{ id: string; erp: Erp }[]>
  /** The Motivo Baixa that the record's integration offers for a cause. */
  removalReason: (record: NegativationRecord, cause: RemovalCause) => Promise<ReasonView>
  policy: () => Promise<InclusionPolicy>
  clock: Clock
  /** Monotonic milliseconds. */
  elapsed: () => number
  random: Random
  pace: Pace
  /** Starts the removals' lane at once. */
  onLatched: () => void
  /** Told what is a mistake of the program, or what the store did not take. */
  onFailure?: (thrown: unknown) => void
}

export interface SweepStatus {
  /** When the payments were read completely for the last time, by the ERP that is furthest behind. */
  lastSweepAt: string | null
  nextSweepAt: string | null
  problem: ErrorBody | null
  /** The service was stopped for so many minutes before this start. */
  gapMinutes: number
}

/** Learns from the ERPs what was paid and what became of every registered debt. Reads only; it wishes removals and can include nothing. */
export interface Sweeper {
  /** Does what is due, to its end; a tick during a running one joins it. */
  tick(): Promise<void>
  /** Reads the payments of every ERP now; one that begins after this call. A failure stands in the status. */
  sweepNow(): Promise<void>
  status(): Promise<SweepStatus>
  /**
   * Reads a record's invoices now and draws the conclusions; what is read of an ERP as a whole is read once for each examiner.
   * @throws `erp-unknown` when the record's ERP is not set up any more, the `erp-…` family
   */
  examiner(): (record: NegativationRecord) => Promise<void>
  /** Gives up reads under way and waits for what is being kept. */
  stop(): Promise<void>
}

const earliest = (times: readonly (string | null)[]): string | null =>
  times.reduce((first, time) => (time !== null && (first === null || time < first) ? time : first), null)

export const createSweeper = (deps: SweeperDeps): Sweeper => {
  const { store, clock, elapsed, random, onFailure = () => {} } = deps
  const { until, stop, isStopped } = stoppable()
  const judge = judgeOver(deps)
  const marks = marksIn(store)
  const shared = { ...deps, judge, until }
  const lookAt = recordLook(shared)
  const sweep = paymentsSweep({
    ...shared,
    lookAt: (_erpId, erp, record) => lookAt(erp, record, agreementsOnce(erp)),
  })
  const tellOrphans = orphans(shared)
  const lanes = new Map<string, Lane>()
  let running: Promise<void> | null = null
  let wanted: Promise<void> | null = null
  let gap: Promise<number> | null = null

  const gapMinutes = (): Promise<number> => (gap ??= gapBefore(store, clock))
  const laneFor = (erpId: string): Lane => {
    const lane = lanes.get(erpId) ?? laneOf(erpId, { ...shared, marks, elapsed, random, sweep, onFailure })
    lanes.set(erpId, lane)
    return lane
  }
  const inAll = async (act: (lane: Lane, erp: Erp) => Promise<void>): Promise<string[]> => {
    const erps = await deps.erps()
    await Promise.all(erps.map(({ id, erp }) => act(laneFor(id), erp)))
    return erps.map(({ id }) => id)
  }
  /** One at a time (case G75). */
  const single = (work: () => Promise<void>): Promise<void> => {
    running = work().finally(() => {
      running = null
    })
    return running
  }
  const due = async (): Promise<void> => {
    await gapMinutes()
    const known = await inAll((lane, erp) => lane.run(erp))
    await tellOrphans(known)
  }
  const now = async (): Promise<void> => {
    await running?.catch(() => {})
    wanted = null
    if (isStopped()) return
    await single(async () => void (await inAll((lane, erp) => lane.sweepNow(erp))))
  }

  return {
    tick: async () => {
      if (!isStopped()) await (running ?? single(due))
    },
    sweepNow: () => (wanted ??= now()),
    status: async () => {
      const erps = await deps.erps()
      const payments = await Promise.all(erps.map(({ id }) => marks.get('payments', id)))
      const audits = await Promise.all(erps.map(({ id }) => marks.get('audit', id)))
      const completed = payments.map(({ completedAt }) => completedAt)
      const waits = erps.map(({ id }) => laneFor(id).untilSweep())
      return {
        lastSweepAt: completed.includes(null) ? null : earliest(completed),
        nextSweepAt: waits.length > 0 ? new Date(clock() + Math.min(...waits)).toISOString() : null,
        problem: [...payments, ...audits].find(({ problem }) => problem)?.problem ?? null,
        gapMinutes: await gapMinutes(),
      }
    },
    examiner: () => {
      const agreements = new Map<string, ReturnType<typeof agreementsOnce>>()
      return async (record) => {
        const erp = (await deps.erps()).find(({ id }) => id === record.erpId)?.erp
        if (!erp) throw new AppError('erp-unknown')
        const agreed = agreements.get(record.erpId) ?? agreementsOnce(erp)
        agreements.set(record.erpId, agreed)
        await lookAt(erp, record, agreed)
      }
    },
    stop: async () => {
      stop()
      await running?.catch(() => {})
    },
  }
}
