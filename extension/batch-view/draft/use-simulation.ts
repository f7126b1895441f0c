import { useEffect, useState } from 'preact/hooks'
import type { EligibilityCode, Simulation } from '../../../shared/api.ts'
import type { AppError } from '../../../shared/errors.ts'
import { asAppError } from '../../../shared/errors.ts'
import { call } from '../../messaging/call.ts'
import { acceptedKey } from './review.ts'

export interface Simulated {
  /** The newest answer; it stays while another set of warnings is asked about. */
  simulation: Simulation | null
  /** The numbers are not those of the accepted set, or not yet. */
  isStale: boolean
  /** Why the last question failed. */
  error: AppError | null
  again: () => void
}

interface Held {
  simulation: Simulation | null
  error: AppError | null
  /** The question that was settled last. */
  settled: string | null
}

/** Asks what would happen with these warnings accepted; an answer to an earlier question never replaces a later one. */
export const useSimulation = (id: string, accepted: readonly EligibilityCode[]): Simulated => {
  const [held, setHeld] = useState<Held>({ simulation: null, error: null, settled: null })
  const [round, setRound] = useState(0)
  const question = `${id} ${acceptedKey(accepted)} ${round}`

  useEffect(() => {
    let isLeft = false
    const settle = (news: Partial<Held>) => {
      if (!isLeft) setHeld((known) => ({ ...known, error: null, ...news, settled: question }))
    }
    call('batchSimulation', { id, accepted: [...accepted] }).then(
      (simulation) => settle({ simulation }),
      (thrown: unknown) => settle({ error: asAppError(thrown) }),
    )
    return () => {
      isLeft = true
    }
    // The accepted set is new on each render; the question names it.
  }, [question])

  const isSettled = held.settled === question
  return {
    simulation: held.simulation,
    isStale: !isSettled || held.error !== null,
    error: isSettled ? held.error : null,
    again: () => setRound((known) => known + 1),
  }
}
