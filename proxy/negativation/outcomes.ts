import type { Ledger } from './ledger.ts'
import type { MachineEvent } from './event.ts'

/** The ends of inclusions on their way to the disk. One that the disk did not take stays in memory and is written later (case G84). */
export interface Outcomes {
  /** Writes it, now or later; never rejects. */
  keep(id: string, event: MachineEvent, actor: string): Promise<void>
  /** Tries again what could not be written. Call it with every tick. */
  retry(): Promise<void>
}

export const outcomesIn = (ledger: Pick<Ledger, 'apply'>, onFailure: (thrown: unknown) => void): Outcomes => {
  const unwritten = new Map<string, { event: MachineEvent; actor: string }>()
  const write = async (id: string): Promise<void> => {
    const outcome = unwritten.get(id)
    if (!outcome) return
    try {
      await ledger.apply(id, () => outcome)
      unwritten.delete(id)
    } catch (thrown) {
      onFailure(thrown)
    }
  }
  return {
    keep: (id, event, actor) => {
      unwritten.set(id, { event, actor })
      return write(id)
    },
    retry: async () => {
      for (const id of unwritten.keys()) await write(id)
    },
  }
}
