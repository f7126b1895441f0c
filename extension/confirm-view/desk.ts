import type { Clock } from '../../shared/clock.ts'
import type { Act, Proposal } from '../features/negativation/proposal.ts'
import type { Proposals } from '../features/negativation/proposals.ts'
import type { call } from '../messaging/call.ts'
import type { Confirmation } from './confirmation.ts'

/** One piece of work of the window. */
export interface Turn {
  /** Shows a stage, unless a later piece of work has begun. */
  show: (next: Confirmation) => void
  signal: AbortSignal
  wait: (milliseconds: number) => Promise<void>
}

/** What the steps of a confirmation share: the stage on the screen, what the window was opened for, and the ways out. */
export interface Desk {
  call: typeof call
  clock: Clock
  stage: () => Confirmation
  /** Begins a piece of work; what an earlier one still brings is dropped. */
  begin: () => Turn
  proposal: () => Proposal | null
  /** Reads what the window was opened for. Throws `draft-unknown`. */
  load: () => Promise<Proposal>
  /** Notes the act in the browser's memory, so that a reload attaches to it. False when the memory is gone. */
  note: (act: Act) => Promise<boolean>
  /** The act has had its end. */
  forget: () => Promise<boolean>
  /** Leaves the window: nothing that comes later is shown. */
  close: () => void
}

interface DeskParts {
  proposalId: string
  proposals: Pick<Proposals, 'read' | 'note'>
  call: typeof call
  clock: Clock
  waitFor: (milliseconds: number, signal: AbortSignal) => Promise<void>
  onStage: (stage: Confirmation) => void
}

export const createDesk = ({ proposalId, proposals, call, clock, waitFor, onStage }: DeskParts): Desk => {
  let stage: Confirmation = { at: 'opening' }
  let proposal: Proposal | null = null
  let current = new AbortController()

  const keep = async (act: Act | null): Promise<boolean> => {
    if (proposal) proposal = { ...proposal, act }
    return proposals.note(proposalId, act).then(
      () => true,
      () => false,
    )
  }

  return {
    call,
    clock,
    stage: () => stage,
    begin: () => {
      current.abort()
      current = new AbortController()
      const { signal } = current
      return {
        signal,
        wait: (milliseconds) => waitFor(milliseconds, signal),
        show: (next) => {
          if (signal.aborted) return
          stage = next
          onStage(next)
        },
      }
    },
    proposal: () => proposal,
    load: async () => {
      proposal = await proposals.read(proposalId)
      return proposal
    },
    note: keep,
    forget: () => keep(null),
    close: () => current.abort(),
  }
}
