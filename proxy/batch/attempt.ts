import type { Confirmed, Confirmer, Ready } from '../negativation/confirm.ts'
import type { Drafts } from '../negativation/draft.ts'
import type { Act, Ledger } from '../negativation/ledger.ts'
import { program } from '../negativation/ledger.ts'
import type { PersonAct } from '../negativation/person-act.ts'
import type { Sender } from '../negativation/sender.ts'
import type { BatchConfirmation, BatchItemRecord, NegativationRecord, ShownDebt } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import type { Verdict } from './stop-rules.ts'
import { verdictOfEnd, verdictOfRefusal } from './stop-rules.ts'

/** An item that is part of what was confirmed: everything of it was read. */
export type GoingItem = BatchItemRecord & { shown: ShownDebt; seal: string }

/** An item that may be sent now. */
export interface ReadyItem {
  kind: 'ready'
  ready: Ready
  /** When the ERP's word came; monotonic milliseconds. */
  at: number
}

/** A draft alone is given up. */
const giveUpDraft = ({ state }: NegativationRecord): Act | null =>
  state === 'draft' ? { event: { kind: 'cancel' }, actor: program } : null

/** One item on its way, in two steps. Both say what became of it and never reject. */
export interface Attempts {
  /** Looks whether the item is as it was confirmed; keeps nothing, so that it may be thrown away. */
  prepare(
    item: GoingItem,
    agreed: Pick<BatchConfirmation, 'accepted' | 'written'>,
  ): Promise<ReadyItem | Verdict>
  /** Puts the intent on disk and sends: one inclusion at most. @param onAnswer called as soon as the platform has answered */
  send(act: PersonAct, item: GoingItem, ready: Ready, onAnswer: () => void): Promise<Verdict>
  /** Gives up the draft that an attempt has left for the next one. @throws what the store throws */
  giveUp(item: GoingItem): Promise<void>
}

export interface AttemptsDeps {
  store: Pick<Store, 'query'>
  ledger: Pick<Ledger, 'apply'>
  drafts: Pick<Drafts, 'refresh'>
  confirmer: Pick<Confirmer, 'ready' | 'intend' | 'begin'>
  sender: Pick<Sender, 'send'>
  /** Monotonic milliseconds. */
  elapsed: () => number
}

export const attempts = (deps: AttemptsDeps): Attempts => {
  const { store, ledger, drafts, confirmer, sender, elapsed } = deps

  /** The record of an attempt that did not leave: a draft once more. What somebody has open is another one, and stays his. */
  const leftOver = async ({ shown, key }: GoingItem): Promise<NegativationRecord | null> => {
    const records = await store.query('negativations', { key: shown.key })
    return records.find(({ state, confirmKey }) => state === 'draft' && confirmKey === key) ?? null
  }

  const intend = async (act: PersonAct, item: GoingItem, ready: Ready): Promise<Confirmed> => {
    const { shown, seal, key } = item
    const left = await leftOver(item)
    const record = left && (await drafts.refresh(left, shown))
    return record
      ? confirmer.intend(act, record, ready, key)
      : confirmer.begin(act, { ...shown, seal }, ready, key)
  }

  return {
    prepare: async ({ shown, seal }, { accepted, written }) => {
      try {
        const ready = await confirmer.ready({ ...shown, seal }, { accepted, written })
        return { kind: 'ready', ready, at: elapsed() }
      } catch (thrown) {
        return verdictOfRefusal(thrown)
      }
    },
    send: async (act, item, ready, onAnswer) => {
      try {
        const confirmed = await intend(act, item, ready)
        return verdictOfEnd(await sender.send(act, confirmed, onAnswer))
      } catch (thrown) {
        return verdictOfRefusal(thrown)
      }
    },
    giveUp: async (item) => {
      const left = await leftOver(item)
      if (left) await ledger.apply(left.id, giveUpDraft)
    },
  }
}
