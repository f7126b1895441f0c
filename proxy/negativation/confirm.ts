import type { EligibilityReason, Negativation, OperationParsed } from '../../shared/api.ts'
import { today } from '../../shared/business-time.ts'
import type { Clock } from '../../shared/clock.ts'
import { AppError, asAppError } from '../../shared/errors.ts'
import { texts } from '../../shared/locales/texts.ts'
import type { Credentials, Removals } from '../bureaus/bureau.ts'
import { readCredentials } from '../integrations/credentials.ts'
import { readInclusionPolicy } from '../policy/inclusion-policy.ts'
import { inTurn } from '../store/in-turn.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import type { Vault } from '../vault/vault.ts'
import type { Drafts } from './draft.ts'
import { block } from './eligibility.ts'
import type { Ledger } from './ledger.ts'
import type { Pace } from './pace.ts'
import type { PersonAct } from './person-act.ts'
import type { RecordIndex } from './record-index.ts'
import { linksOf, registeredRecords } from './registered.ts'
import { sealOf, changesBetween } from './shown-debt.ts'

export type Confirmation = OperationParsed<'negativationConfirm'>

export interface ConfirmDeps {
  store: Store
  ledger: Ledger
  vault: Vault
  drafts: Drafts
  index: RecordIndex
  /** The look before the inclusion; the sending itself is not reachable from here. */
  lookUps: Pick<Removals, 'debtState'>
  clock: Clock
  pace: Pace
  viewOf: (record: NegativationRecord) => Promise<Negativation>
}

/** A record whose intent is on disk, and what sends it. */
export interface Confirmed {
  record: NegativationRecord
  credentials: Credentials
}

/** Refuses a confirmation, with the record that is in the way beside it. */
const refuse = async (
  { viewOf }: Pick<ConfirmDeps, 'viewOf'>,
  code: 'negativation-not-draft' | 'already-registered',
  record: NegativationRecord,
): Promise<never> => {
  const params = code === 'negativation-not-draft' && {
    params: { state: texts('pt-BR').negativation.states[record.state] },
  }
  throw new AppError(code, { ...params, details: { negativation: await viewOf(record) } })
}

/** Stops when there is any of the reasons. */
const stop = (
  code: 'inclusion-blocked' | 'warnings-not-accepted',
  reasons: readonly EligibilityReason[],
): void => {
  if (reasons.length > 0)
    throw new AppError(code, { params: { count: reasons.length }, details: { reasons } })
}

/** @throws `inclusion-blocked`, `warnings-not-accepted`, `written-reason-missing`, each with the reasons in the way */
const assertAccepted = (
  reasons: readonly EligibilityReason[],
  { accepted, written }: Pick<Confirmation, 'accepted' | 'written'>,
): void => {
  const warnings = reasons.filter(({ level }) => level === 'warn')
  stop(
    'inclusion-blocked',
    reasons.filter(({ level }) => level === 'block'),
  )
  stop(
    'warnings-not-accepted',
    warnings.filter(({ code }) => !accepted.includes(code)),
  )
  const wanted = warnings.filter((reason) => reason.written)
  if (wanted.length > 0 && written === '')
    throw new AppError('written-reason-missing', { details: { reasons: wanted } })
}

/**
 * Everything between a person's press and the first byte: what was shown is read again, and the intent is on disk when this resolves.
 * Sends nothing.
 */
export const confirmer = (deps: ConfirmDeps) => {
  const { store, ledger, vault, drafts, index, lookUps, clock, pace } = deps
  const turn = inTurn()

  /** @throws `negativation-not-draft`, `negativation-expired` */
  const assertOpen = async (record: NegativationRecord): Promise<void> => {
    if (record.state !== 'draft') await refuse(deps, 'negativation-not-draft', record)
    if (clock() - Date.parse(record.changedAt) > pace.confirmation)
      throw new AppError('negativation-expired', {
        params: { minutes: Math.round(pace.confirmation / 60_000) },
      })
  }

  /** What speaks against it now. @throws `negativation-changed`; what is there now is kept, for the next confirmation */
  const stillAsShown = async (record: NegativationRecord): Promise<EligibilityReason[]> => {
    const { shown, reasons } = await drafts.reread(record)
    if (sealOf(shown) === record.seal) return reasons
    // Given up meanwhile, by a person or because it is old: then it is no draft that changed.
    if (!(await drafts.refresh(record, shown))) await assertOpen(await ledger.get(record.id))
    throw new AppError('negativation-changed', { details: { changes: changesBetween(record, shown) } })
  }

  /** Somebody else may have registered it: another desk, another system, we before a loss of data. Its refusal, or null. */
  const objection = async (
    record: NegativationRecord,
    credentials: Credentials,
  ): Promise<AppError | null> => {
    const { creditor, contract, environment, debtor } = record
    const debt = { creditor, contract, environment, document: debtor.document }
    try {
      const { kind } = await lookUps.debtState(credentials, debt)
      return kind === 'present' ? new AppError('already-at-bureau') : null
    } catch (thrown) {
      const error = asAppError(thrown)
      return error.code === 'lookup-unsupported' ? null : new AppError('lookup-failed', { cause: error })
    }
  }

  /** @throws `inclusion-blocked` for what may have changed since the reasons were gathered */
  const assertAllowed = async (): Promise<void> => {
    const { isPaused, dailyLimit } = await readInclusionPolicy(store)
    if (isPaused) stop('inclusion-blocked', [block('inclusions-paused')])
    if ((await index.sentOn(today(clock))) >= dailyLimit)
      stop('inclusion-blocked', [block('daily-limit', { limit: dailyLimit })])
    if (store.status().isReadOnly) throw new AppError('store-read-only')
  }

  /** Another press may have been quicker, on this record or on another one with the same invoice. The one that won is shown (case G43). */
  const assertFree = async (record: NegativationRecord): Promise<void> => {
    await assertOpen(await ledger.get(record.id))
    const invoiceIds = record.invoices.map((invoice) => invoice.id)
    const [registered] = (await registeredRecords(store, record, invoiceIds)).values()
    if (registered) await refuse(deps, 'already-registered', registered)
  }

  /** One after the other over all records: two of them may hold the same invoice (case G43). */
  const intend = (record: NegativationRecord, { key, written }: Confirmation, actor: string) =>
    turn(async (): Promise<NegativationRecord> => {
      await assertAllowed()
      await assertFree(record)
      const sending = await ledger.apply(record.id, (now) =>
        now.state === 'draft' && now.seal === record.seal
          ? { event: { kind: 'confirm', key, text: written || null }, actor, with: linksOf(now) }
          : null,
      )
      if (sending) return sending
      const now = await ledger.get(record.id)
      if (now.state !== 'draft') await refuse(deps, 'negativation-not-draft', now)
      throw new AppError('negativation-changed', { details: { changes: changesBetween(record, now) } })
    })

  return async (act: PersonAct, input: Confirmation): Promise<Confirmed> => {
    const record = await ledger.get(input.id)
    await assertOpen(record)
    if (record.seal !== input.seal) throw new AppError('negativation-changed', { details: { changes: [] } })
    const integration = await drafts.integrationFor(record)
    const credentials = await readCredentials(vault, integration.id, 'pefin')
    const objected = await objection(record, credentials)
    // The ERP is asked last, so that as little time as can be lies between its word and the sending (case G38).
    const reasons = await stillAsShown(record)
    await assertFree(record)
    assertAccepted(reasons, input)
    if (objected) throw objected
    return { record: await intend(record, input, act.actor), credentials }
  }
}
