import type { Confirmation, Confirmed, Confirmer } from './confirm.ts'
import type { MachineEvent } from './event.ts'
import type { Include } from './include.ts'
import type { Outcomes } from './outcomes.ts'
import type { PersonAct } from './person-act.ts'
import { AppError } from '../../shared/errors.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { Ledger } from './ledger.ts'
import type { RecordIndex } from './record-index.ts'

export interface SenderDeps {
  ledger: Pick<Ledger, 'get'>
  index: Pick<RecordIndex, 'byConfirmKey'>
  confirmer: Pick<Confirmer, 'confirm'>
  include: Include
  outcomes: Outcomes
}

export interface Sender {
  /**
   * A person's press: resolves once the intent is on disk; the inclusion itself goes on in the service. The same key again is the same
   * press (cases G43, G58).
   * @throws what `Confirmer.confirm` throws, `confirm-key-reused`
   */
  press(act: PersonAct, input: Confirmation): Promise<NegativationRecord>
  /**
   * Sends what was confirmed; resolves with its end, once that is on disk or waits for a place there. Never rejects.
   * @param onAnswer called before the end is written: the platform has nothing more to do
   */
  send(act: PersonAct, confirmed: Confirmed, onAnswer?: () => void): Promise<MachineEvent>
  /** Resolves when nothing is being sent. */
  idle(): Promise<void>
  /** Breaks off what is being sent; its end is then unknown, and on disk when this resolves. */
  stop(): Promise<void>
}

export const createSender = ({ ledger, index, confirmer, include, outcomes }: SenderDeps): Sender => {
  const pressed = new Map<string, { id: string; record: Promise<NegativationRecord> }>()
  const underWay = new Set<Promise<unknown>>()
  const stopping = new AbortController()

  const send: Sender['send'] = (act, { record, credentials }, onAnswer) => {
    const task = include(act, record, credentials, stopping.signal)
      .then(async (event) => {
        onAnswer?.()
        await outcomes.keep(record.id, event, act.actor)
        return event
      })
      .finally(() => underWay.delete(task))
    underWay.add(task)
    return task
  }

  const begin = async (act: PersonAct, input: Confirmation): Promise<NegativationRecord> => {
    const known = await index.byConfirmKey(input.key)
    if (known !== null && known !== input.id) throw new AppError('confirm-key-reused')
    if (known !== null) return ledger.get(known)
    const confirmed = await confirmer.confirm(act, input)
    void send(act, confirmed)
    return confirmed.record
  }

  const idle = async (): Promise<void> => {
    while (underWay.size > 0) await Promise.all(underWay)
  }

  return {
    press: async (act, input) => {
      const same = pressed.get(input.key)
      if (same && same.id !== input.id) throw new AppError('confirm-key-reused')
      if (same) return same.record
      const record = begin(act, input)
      pressed.set(input.key, { id: input.id, record })
      return record.finally(() => pressed.delete(input.key))
    },
    send,
    idle,
    stop: () => {
      stopping.abort()
      return idle()
    },
  }
}
