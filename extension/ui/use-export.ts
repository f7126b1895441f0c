import { useEffect, useRef, useState } from 'preact/hooks'
import type { AppError } from '../../shared/errors.ts'
import { asAppError } from '../../shared/errors.ts'

type ExportStage<Step, Name> =
  | { at: 'idle' }
  | { at: 'working'; step: Step }
  | { at: 'saved'; name: Name }
  | { at: 'failed'; error: AppError }

interface Running<Step> {
  signal: AbortSignal
  onProgress: (step: Step) => void
}

interface Export<Step, Name> {
  stage: ExportStage<Step, Name>
  /** Writes a file; while one is written, nothing. `first` is the progress shown before any is told. */
  start: (first: Step, write: (running: Running<Step>) => Promise<Name>) => void
  cancel: () => void
}

/** One file at a time: its progress, its name or why there is none. Cancelling and leaving the screen abort it, and nothing of it shows. */
export const useExport = <Step, Name>(): Export<Step, Name> => {
  const [stage, setStage] = useState<ExportStage<Step, Name>>({ at: 'idle' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const perform = async (first: Step, write: (running: Running<Step>) => Promise<Name>) => {
    if (running.current) return
    const controller = new AbortController()
    const { signal } = controller
    running.current = controller
    const show = (next: ExportStage<Step, Name>) => {
      if (!signal.aborted) setStage(next)
    }
    show({ at: 'working', step: first })
    try {
      const name = await write({ signal, onProgress: (step) => show({ at: 'working', step }) })
      show({ at: 'saved', name })
    } catch (thrown) {
      show({ at: 'failed', error: asAppError(thrown) })
    } finally {
      if (running.current === controller) running.current = null
    }
  }

  return {
    stage,
    start: (first, write) => void perform(first, write),
    cancel: () => {
      running.current?.abort()
      running.current = null
      setStage({ at: 'idle' })
    },
  }
}
