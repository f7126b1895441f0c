import type { InclusionPolicy, ReasonView, RemovalCause } from '../../shared/api.ts'
import { errorBody } from '../../shared/error-body.ts'
import { AppError } from '../../shared/errors.ts'
import type { Ledger } from '../negativation/ledger.ts'
import { program } from '../negativation/ledger.ts'
import { removalDeadline } from '../negativation/deadlines.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { Tasks } from '../tasks/tasks.ts'
import { settledKinds } from './odd-tasks.ts'
import { paymentEvidence } from './payment-evidence.ts'
import type { Proof, Reading, Told, Verdict } from './verdict.ts'
import { awaitsPayment, verdictOf } from './verdict.ts'

export interface JudgeDeps {
  ledger: Ledger
  tasks: Pick<Tasks, 'open' | 'close'>
  /** The Motivo Baixa that the record's integration offers for a cause. */
  removalReason: (record: NegativationRecord, cause: RemovalCause) => Promise<ReasonView>
  policy: () => Promise<InclusionPolicy>
  /** Starts the removals' lane at once. */
  onLatched: () => void
}

type Ended = Extract<Proof, { kind: 'remove' }>

/** What the history keeps of the proof: payments side by side with the amounts, or the invoice that replaced this one (case G46). */
const evidenceOf = (proof: Ended, { invoices }: Verdict): string | null => {
  const payments = paymentEvidence(invoices)
  const reissued =
    proof.reissued &&
    errorBody(
      new AppError('invoice-reissued', {
        params: { invoice: proof.reissued.from, reissued: proof.reissued.to },
      }),
    ).text
  return [payments, reissued].filter(Boolean).join(' · ') || null
}

/** A removal that the policy leaves to a person. */
const asked = ({ cause, reissued }: Ended, { invoices }: Verdict): Told => ({
  kind: cause === 'renegotiated' ? 'renegotiated' : 'invoice-cancelled',
  params: {
    invoices: invoices
      .filter(({ fact }) => fact !== 'paid')
      .map(({ id }) => id)
      .join(', '),
    ...(reissued && { reissuedAs: reissued.to }),
    ...(cause === 'renegotiated' && { isFirstPaid: 1 }),
  },
})

/** Turns what the ERP says of a record into what happens to it: the facts are kept, and a removal is wished, held or left to a person. */
export interface Judge {
  /** @throws `store-write-failed` and what else the ledger throws */
  apply(record: NegativationRecord, reading: Reading): Promise<void>
}

export const judgeOver = (deps: JudgeDeps): Judge => {
  const { ledger, tasks, onLatched } = deps

  /** The verdict on the newest version of the record, its facts on disk. */
  const read = async (
    id: string,
    reading: Reading,
  ): Promise<{ record: NegativationRecord; verdict: Verdict }> => {
    let verdict: Verdict | null = null
    const after = await ledger.apply(id, (now) => {
      verdict = verdictOf(now, reading)
      return verdict.proof.kind === 'foreign'
        ? null
        : { event: { kind: 'read', invoices: verdict.invoices }, actor: program }
    })
    const record = after ?? (await ledger.get(id))
    return { record, verdict: verdict ?? verdictOf(record, reading) }
  }

  const latch = async (record: NegativationRecord, proof: Ended, verdict: Verdict): Promise<void> => {
    const reason = await deps.removalReason(record, proof.cause)
    const { cause, clockFrom } = proof
    const deadline = clockFrom && removalDeadline(clockFrom)
    const text = evidenceOf(proof, verdict)
    const latched = await ledger.apply(record.id, (now) =>
      awaitsPayment(now)
        ? { event: { kind: 'latch', wish: { cause, reason, clockFrom, deadline }, text }, actor: program }
        : null,
    )
    if (latched) onLatched()
  }

  const hold = ({ id, version }: NegativationRecord, isHeld: boolean) =>
    ledger.apply(id, (now) =>
      now.version === version && now.removal?.isHeld !== isHeld
        ? { event: { kind: 'hold', isHeld }, actor: program }
        : null,
    )

  const act = async (record: NegativationRecord, verdict: Verdict): Promise<Told[]> => {
    const { proof, tasks: told } = verdict
    if (proof.kind === 'hold') await hold(record, proof.isHeld)
    if (proof.kind !== 'remove') return told
    const asks = proof.cause !== 'paid' && (await deps.policy()).cancelledInvoices === 'ask'
    if (asks) return [asked(proof, verdict)]
    await latch(record, proof, verdict)
    return []
  }

  return {
    apply: async ({ id }, reading) => {
      const { record, verdict } = await read(id, reading)
      const told = await act(record, verdict)
      if (reading.isWhole && verdict.proof.kind !== 'foreign')
        for (const kind of settledKinds(record.invoices)) await tasks.close(kind, id)
      if (told.length === 0) return
      const newest = await ledger.get(id)
      for (const { kind, params } of told) await tasks.open(kind, newest, params)
    },
  }
}
