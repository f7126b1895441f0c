import { useEffect, useState } from 'preact/hooks'
import { call } from '../../messaging/call.ts'
import type { Action } from '../../ui/use-action.ts'
import { useAction } from '../../ui/use-action.ts'
import type { Day } from './use-day.ts'

/** After so long the line below tells more than a progress that nothing ends. */
const longest = 120_000

/** A person's wish that the payments be read now: it runs in the service, the ticks tell when it is done. */
export const useSweep = (day: Day, onAsked: () => void): { isRunning: boolean; action: Action<[]> } => {
  const [before, setBefore] = useState<string | null>()
  const action = useAction(async () => {
    const { lastSweepAt } = await call('sweepNow', {})
    setBefore(day.status?.lastSweepAt === lastSweepAt ? lastSweepAt : undefined)
    onAsked()
  })
  const isRunning =
    before !== undefined && day.status?.lastSweepAt === before && !day.status.sweepProblem && !day.error

  useEffect(() => {
    if (before === undefined) return undefined
    const timer = setTimeout(() => setBefore(undefined), longest)
    return () => clearTimeout(timer)
  }, [before])

  return { isRunning, action }
}
