import type { Clock } from '../../shared/clock.ts'
import { errorBody } from '../../shared/error-body.ts'
import { asAppError } from '../../shared/errors.ts'
import type { PersonAct } from '../negativation/person-act.ts'
import type { BatchConfirmation, BatchRecord } from '../store/records.ts'
import type { Attempts, GoingItem, ReadyItem } from './attempt.ts'
import type { BatchBook } from './book.ts'
import type { LaneLimits, Lanes } from './lane.ts'
import { insist } from './run-insist.ts'
import { newRunState, runProgress } from './run-state.ts'
import { runVerdicts } from './run-verdicts.ts'
import type { RunVerdictsDeps } from './run-verdicts.ts'
import type { RunProgress } from './runner.ts'
import type { Verdict } from './stop-rules.ts'
import { mostUnderWay } from './stop-rules.ts'

export interface RunDeps extends RunVerdictsDeps {
  book: Pick<BatchBook, 'get' | 'change' | 'keepItems'>
  attempts: Attempts
  lanes: Lanes
  limits: () => Promise<LaneLimits>
  /** Called when nothing of the batch waits any more. */
  finish: (batchId: string) => Promise<unknown>
  clock: Clock
}

/** One run of a batch: from a person's act to its pause, its stop or its end. */
export interface Run {
  /** Takes no further item. */
  readonly isOver: boolean
  /** Resolves when nothing of it is under way and what became of it is on disk; never rejects. */
  readonly done: Promise<void>
  halt(): void
  progress(): RunProgress
}

interface RunOrder {
  act: PersonAct
  batchId: string
  /** What the run before has under way. */
  after: Promise<void>
}

/** An item that was made ready longer ago is made ready again: the ERP's word has to be fresh (case G38). Milliseconds. */
const freshFor = 30_000

/** So many items are made ready ahead: enough for the lane never to wait, and no more than leave while they are fresh. */
const aheadOf = ({ atOnce, perMinute }: LaneLimits): number =>
  Math.max(1, Math.min(4 * atOnce, Math.floor(perMinute / 3)))

/**
 * Begins at once: some items are made ready ahead, and leave in the order of the selection as the lane lets them. Each that could not
 * be made ready is judged in its place, so that a stop leaves behind it nothing that stood before.
 */
export const startRun = (deps: RunDeps, { act, batchId, after }: RunOrder): Run => {
  const { book, items, attempts, lanes, limits, elapsed, wait, onFailure } = deps
  const state = newRunState()
  const { halting, queue, underWay } = state
  const { signal } = halting
  const { judge, stop } = runVerdicts(deps, state, batchId)
  const halted = new Promise<null>((resolve) => {
    signal.addEventListener('abort', () => resolve(null))
  })

  /** Null when the run was halted before anything left. */
  const send = async (
    { item, ready, at }: ReadyItem & { item: GoingItem },
    agreed: BatchConfirmation,
    leave: () => void,
  ): Promise<Verdict | null> => {
    if (elapsed() - at <= freshFor) return attempts.send(act, item, ready, leave)
    const fresh = await attempts.prepare(item, agreed)
    if (signal.aborted) return null
    return fresh.kind === 'ready' ? attempts.send(act, item, fresh.ready, leave) : fresh
  }

  const mayBegin = (): boolean =>
    !signal.aborted && elapsed() >= state.waitUntil && underWay.size < mostUnderWay(state.streaks)

  /** Resolves with what gives the place back; null when nothing may begin after all. */
  const enter = async (integrationId: string): Promise<(() => void) | null> => {
    while (underWay.size >= mostUnderWay(state.streaks)) await Promise.race(underWay)
    const leave = await lanes.enter(integrationId, signal)
    if (leave && mayBegin()) return leave
    leave?.()
    return null
  }

  /** The place is free again once the platform has answered, or when nothing was sent. */
  const launch = (
    ready: ReadyItem & { item: GoingItem },
    agreed: BatchConfirmation,
    leave: () => void,
  ): void => {
    const task: Promise<void> = send(ready, agreed, leave)
      .finally(leave)
      .then((verdict) => (verdict ? judge(ready.item, verdict) : undefined))
      .finally(() => underWay.delete(task))
    underWay.add(task)
  }

  const fill = async (agreed: BatchConfirmation): Promise<void> => {
    const most = aheadOf(await limits())
    while (state.line.length < most) {
      const item = queue.take(elapsed())
      if (!item) return
      state.line.push({ item, prepared: attempts.prepare(item, agreed) })
    }
  }

  /** Until something that is under way ends, or the next try is due. */
  const rest = async (): Promise<void> => {
    const due = queue.dueIn(elapsed())
    // The last one came to its end a moment ago.
    if (due === null && underWay.size === 0) return
    const woken = new AbortController()
    const waits = due === null ? [] : [wait(due, AbortSignal.any([signal, woken.signal]))]
    await Promise.race([...underWay, ...waits])
    woken.abort()
  }

  const step = async ({ integrationId }: BatchRecord, agreed: BatchConfirmation): Promise<void> => {
    if (elapsed() < state.waitUntil) return wait(state.waitUntil - elapsed(), signal)
    await fill(agreed)
    const next = state.line.shift()
    if (!next) return rest()
    const prepared = await Promise.race([next.prepared, halted])
    if (prepared === null) return
    if (prepared.kind !== 'ready') return judge(next.item, prepared)
    const leave = await enter(integrationId)
    if (leave) launch({ ...prepared, item: next.item }, agreed, leave)
    else queue.put(next.item)
  }

  const isGoingOn = (): boolean => !signal.aborted && queue.size + state.line.length + underWay.size > 0

  /** Round by round, because what was left behind by an earlier process may wait again. */
  const sendAll = async (): Promise<void> => {
    const batch = await book.get(batchId)
    if (batch.state !== 'running' || !batch.confirmation) return
    while (!signal.aborted) {
      for (const item of await items.waiting(batchId)) queue.put(item)
      if (queue.size === 0) return insist(() => deps.finish(batchId), deps)
      while (isGoingOn()) await step(batch, batch.confirmation)
    }
  }

  const go = async (): Promise<void> => {
    await after
    state.startedAt = elapsed()
    try {
      await sendAll()
    } catch (thrown) {
      onFailure(thrown)
      await stop({ cause: 'failure-streak', problem: errorBody(asAppError(thrown)), until: null })
    }
    await Promise.all(underWay)
  }

  return {
    get isOver() {
      return signal.aborted
    },
    done: go(),
    halt: () => halting.abort(),
    progress: () => runProgress(state, deps),
  }
}
