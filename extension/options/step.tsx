import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import type { IconName } from '../ui/icon.tsx'
import { Icon } from '../ui/icon.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import type { StepState } from './setup-steps.ts'

const icons: Record<StepState, IconName> = {
  done: 'check',
  current: 'current',
  todo: 'todo',
  attention: 'warning',
}

interface StepProps {
  number?: number
  title: string
  /** Absent for a section that is no step. */
  state?: StepState
  summary: string
  open: boolean
  onToggle: () => void
  children: ComponentChildren
}

/** One row of the set-up: its state, its name, what stands there now; opened, its content. */
export const Step = ({ number, title, state, summary, open, onToggle, children }: StepProps) => {
  const { options } = useTexts()
  const body = useId()
  return (
    <section class={`step ${open ? 'step-open' : ''}`}>
      <h2>
        <button type="button" class="step-head" aria-expanded={open} aria-controls={body} onClick={onToggle}>
          <span class={`step-mark step-${state ?? 'plain'}`}>
            {state ? <Icon name={icons[state]} /> : null}
            {state ? <span class="visually-hidden">{options.stepState[state]}</span> : null}
          </span>
          <span class="step-number">{number}</span>
          <span class="step-title">{title}</span>
          <span class="step-summary">{summary}</span>
          <Icon name={open ? 'down' : 'right'} />
        </button>
      </h2>
      {open ? (
        <div id={body} class="step-body stack">
          {children}
        </div>
      ) : null}
    </section>
  )
}
