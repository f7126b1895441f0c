import { useState } from 'preact/hooks'
import type { StepId } from './setup-steps.ts'

/** These two end by themselves; the others stay open under the hands of the person who works in them. */
const closing: ReadonlySet<StepId> = new Set(['service', 'browser'])

export interface OpenSteps {
  isOpen: (id: StepId) => boolean
  toggle: (id: StepId) => void
}

/** Which steps are open: the first unfinished one, those met before it was left, and what the person toggled. */
export const useOpenSteps = (unfinished: StepId | null): OpenSteps => {
  const [met, setMet] = useState<readonly StepId[]>([])
  const [chosen, setChosen] = useState<Partial<Record<StepId, boolean>>>({})
  if (unfinished && !met.includes(unfinished)) setMet([...met, unfinished])

  const isOpen = (id: StepId): boolean =>
    chosen[id] ?? (id === unfinished || (met.includes(id) && !closing.has(id)))
  return {
    isOpen,
    toggle: (id) => {
      setChosen((known) => ({ ...known, [id]: !isOpen(id) }))
    },
  }
}
