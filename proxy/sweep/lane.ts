import type { Random } from '../../shared/clock.ts'
import { errorBody } from '../../shared/error-body.ts'
import { asAppError } from '../../shared/errors.ts'
import type { ErrorBody } from '../../shared/errors.ts'
import type { Erp } from '../erps/erp.ts'
import type { Pace } from '../negativation/pace.ts'
import { startAudit } from './audit.ts'
import type { Audit, AuditDeps } from './audit.ts'
import type { Marks } from './marks.ts'
import { backOff, untilDue } from './turn.ts'
import type { Moment, Turn } from './turn.ts'
import { Stopped } from './until-stopped.ts'

export interface LaneDeps extends Omit<AuditDeps, 'pace'> {
  marks: Marks
  random: Random
  pace: Pace
  /** Reads the payments of one ERP to the end. */
  sweep: (erpId: string, erp: Erp, completedAt: string | null) => Promise<void>
  onFailure: (thrown: unknown) => void
}

/** The regular looks at one ERP: its payments every few minutes, all its records once a day. */
export interface Lane {
  /** What is due; a slice of the audit after the payments, so that they never wait for it. */
  run(erp: Erp): Promise<void>
  /** The payments now. */
  sweepNow(erp: Erp): Promise<void>
  /** Milliseconds until the next read of the payments. */
  untilSweep(): number
}

interface Schedule {
  turn: Turn | null
  failures: number
}

const share = (random: Random): number => {
  const [high = 0, low = 0] = random(2)
  return (high * 256 + low) / 65_535
}

export const laneOf = (erpId: string, deps: LaneDeps): Lane => {
  const { marks, clock, elapsed, random, pace, onFailure } = deps
  const payments: Schedule = { turn: null, failures: 0 }
  const audits: Schedule = { turn: null, failures: 0 }
  let audit: Audit | null = null

  const now = (): Moment => ({ wall: clock(), elapsed: elapsed() })
  const iso = (): string => new Date(clock()).toISOString()
  const until = ({ turn }: Schedule): number => (turn ? untilDue(turn, now()) : 0)
  // Never longer than the interval: a payment is seen within it.
  const interval = (): number => pace.sweep - Math.round(share(random) * pace.sweepJitter)

  /** What went wrong stays on the screen until a look succeeds; a store that keeps nothing is told by `onFailure`. */
  const failed = async (schedule: Schedule, look: 'payments' | 'audit', thrown: unknown): Promise<void> => {
    if (thrown instanceof Stopped) return
    schedule.failures += 1
    schedule.turn = { at: now(), wait: backOff(schedule.failures, pace.sweep / 10, pace.sweep) }
    const problem: ErrorBody = errorBody(asAppError(thrown))
    if (problem.code === 'internal') onFailure(thrown)
    await marks.failed(look, erpId, problem).catch(onFailure)
  }

  const sweep = async (erp: Erp): Promise<void> => {
    const startedAt = iso()
    payments.turn = { at: now(), wait: interval() }
    try {
      const { completedAt } = await marks.get('payments', erpId)
      await deps.sweep(erpId, erp, completedAt)
      await marks.completed('payments', erpId, startedAt)
      // The ERP is there again: an audit that waits because of it need not.
      if (payments.failures > 0 && audits.failures > 0) audits.turn = null
      payments.failures = 0
    } catch (thrown) {
      await failed(payments, 'payments', thrown)
    }
  }

  /** The next audit of a process that starts is due when the last one lies a day back. */
  const auditIsDue = async (): Promise<boolean> => {
    if (audits.turn === null) {
      const { completedAt } = await marks.get('audit', erpId)
      const age = completedAt === null ? pace.audit : clock() - Date.parse(completedAt)
      // A mark that lies ahead comes from a clock that was set back.
      const since = age < 0 ? pace.audit : age
      audits.turn = { at: { wall: clock() - since, elapsed: elapsed() - since }, wait: pace.audit }
    }
    return until(audits) === 0
  }

  const finish = async ({ startedAt, problem }: Audit): Promise<void> => {
    audit = null
    audits.turn = { at: now(), wait: pace.audit }
    audits.failures = 0
    await marks.completed('audit', erpId, startedAt)
    if (problem) await marks.failed('audit', erpId, errorBody(asAppError(problem)))
  }

  const auditSlice = async (erp: Erp): Promise<void> => {
    try {
      if (!(await auditIsDue())) return
      audit ??= await startAudit(deps, erpId)
      if (await audit.slice(erp)) await finish(audit)
    } catch (thrown) {
      await failed(audits, 'audit', thrown)
    }
  }

  return {
    run: async (erp) => {
      if (until(payments) === 0) await sweep(erp)
      await auditSlice(erp)
    },
    sweepNow: sweep,
    untilSweep: () => until(payments),
  }
}
