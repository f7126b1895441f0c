import { useEffect, useRef, useState } from 'preact/hooks'
import type { Batch } from '../../../shared/api.ts'
import type { Clock } from '../../../shared/clock.ts'
import type { AppError } from '../../../shared/errors.ts'
import { call } from '../../messaging/call.ts'
import { waitFor } from '../../messaging/wait-for.ts'
import { actOnBatch } from './act-on-batch.ts'

export type ActStage =
  | { at: 'idle' }
  | { at: 'acting'; since: number; isChecking: boolean }
  | { at: 'refused'; error: AppError }
  | { at: 'unconfirmed' }

export interface BatchAct {
  stage: ActStage
  /** A second press while one runs does nothing (case G43). `onRefused` is told why nothing was done. */
  press: (act: () => Promise<unknown>, onRefused?: (error: AppError) => void) => void
}

interface BatchActParts {
  batch: Batch
  clock: Clock
  /** An act was begun before a reload, and nobody knows whether it arrived. */
  isOpen: boolean
  onTaken: () => void
}

/** The one act of a screen about a batch. */
export const useBatchAct = ({ batch, clock, isOpen, onTaken }: BatchActParts): BatchAct => {
  const [stage, setStage] = useState<ActStage>(isOpen ? { at: 'unconfirmed' } : { at: 'idle' })
  const isActing = useRef(false)
  const work = useRef(new AbortController())
  useEffect(() => {
    const mine = new AbortController()
    work.current = mine
    return () => mine.abort()
  }, [])

  const perform = async (act: () => Promise<unknown>, onRefused?: (error: AppError) => void) => {
    if (isActing.current) return
    isActing.current = true
    const { signal } = work.current
    const since = clock()
    setStage({ at: 'acting', since, isChecking: false })
    const outcome = await actOnBatch(batch, act, {
      call,
      wait: (milliseconds) => waitFor(milliseconds, signal),
      onChecking: () => setStage({ at: 'acting', since, isChecking: true }),
    })
    isActing.current = false
    if (signal.aborted) return
    if (outcome.at === 'taken') return onTaken()
    if (outcome.at === 'refused') onRefused?.(outcome.error)
    setStage(outcome.at === 'refused' ? outcome : { at: 'unconfirmed' })
  }

  return { stage, press: (act, onRefused) => void perform(act, onRefused) }
}
