import type { EligibilityReason, Negativation, OperationParsed } from '../../shared/api.ts'
import { today } from '../../shared/business-time.ts'
import type { Clock, Random } from '../../shared/clock.ts'
import { AppError, asAppError } from '../../shared/errors.ts'
import { texts } from '../../shared/locales/texts.ts'
import type { Credentials, Removals } from '../bureaus/bureau.ts'
import { readCredentials } from '../integrations/credentials.ts'
import { readInclusionPolicy } from '../policy/inclusion-policy.ts'
import { isAuditing } from '../restored/mark.ts'
import { inTurn } from '../store/in-turn.ts'
import type { NegativationRecord, ShownDebt } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import type { Vault } from '../vault/vault.ts'
import { drafted, newDraft } from './draft-record.ts'
import type { Drafts, Reread } from './draft.ts'
import { block } from './eligibility.ts'
import type { Act, Ledger } from './ledger.ts'
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
  random: Random
  pace: Pace
  viewOf: (record: NegativationRecord) => Promise<Negativation>
}

/** A debt as it was shown, and the name of that. */
export type SealedDebt = ShownDebt & { seal: string }

/** The warnings that a person accepted, and his words to those that want some. */
export type Agreed = Pick<Confirmation, 'accepted' | 'written'>

/** What stood beyond doubt a moment ago: the debt is as it was shown, and nothing speaks against it. */
export interface Ready {
  credentials: Credentials
  agreed: Agreed
}

/** A record whose intent is on disk, and what sends it. */
export interface Confirmed {
  record: NegativationRecord
  credentials: Credentials
}

export interface Confirmer {
  /**
   * Looks at everything once more, the ERP last; keeps nothing and sends nothing.
   * @throws `negativation-changed`, `already-registered`, `already-at-bureau`, `lookup-failed`, `inclusion-blocked`,
   * `warnings-not-accepted`, `written-reason-missing`, `credentials-missing`, what `Drafts.reread` throws
   */
  ready(debt: SealedDebt, agreed: Agreed): Promise<Ready>
  /**
   * Puts the intent on disk; sends nothing. The key names the attempt.
   * @throws `inclusion-blocked`, `store-read-only`, `restore-audit-running`, `negativation-not-draft`, `negativation-expired`,
   * `negativation-changed`, `already-registered`, `disk-full`, `store-write-failed`
   */
  intend(act: PersonAct, record: NegativationRecord, ready: Ready, key: string): Promise<Confirmed>
  /**
   * The same for a debt of which nobody has a draft open: its record begins with the intent, in one write.
   * @throws `inclusion-blocked`, `store-read-only`, `restore-audit-running`, `already-registered`, `disk-full`, `store-write-failed`
   */
  begin(act: PersonAct, debt: SealedDebt, ready: Ready, key: string): Promise<Confirmed>
  /** Both, for a draft that a person has open. A draft that has changed is kept as it is now, for the next confirmation. */
  confirm(act: PersonAct, input: Confirmation): Promise<Confirmed>
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
const assertAccepted = (reasons: readonly EligibilityReason[], { accepted, written }: Agreed): void => {
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

/** What a look at a debt found: as it is now, and the bureau's objection. */
interface Look extends Reread {
  credentials: Credentials
  objected: AppError | null
}

const hasChanged = ({ seal }: SealedDebt, { shown }: Look): boolean => sealOf(shown) !== seal

/** What is written before the first byte leaves, with the links that keep another record of the same invoices away. */
const intentOf = (act: PersonAct, record: NegativationRecord, { written }: Agreed, key: string): Act => ({
  event: { kind: 'confirm', key, text: written || null },
  actor: act.actor,
  with: linksOf(record),
})

/** Everything between a person's act and the first byte. */
export const confirmer = (deps: ConfirmDeps): Confirmer => {
  const { store, ledger, vault, drafts, index, lookUps, clock, random, pace } = deps
  const turn = inTurn()

  /** @throws `negativation-not-draft`, `negativation-expired` */
  const assertOpen = async (record: NegativationRecord): Promise<void> => {
    if (record.state !== 'draft') await refuse(deps, 'negativation-not-draft', record)
    if (clock() - Date.parse(record.changedAt) > pace.confirmation)
      throw new AppError('negativation-expired', {
        params: { minutes: Math.round(pace.confirmation / 60_000) },
      })
  }

  /** Somebody else may have registered it: another desk, another system, we before a loss of data. Its refusal, or null. */
  const objection = async (
    { creditor, contract, environment, debtor }: ShownDebt,
    credentials: Credentials,
  ): Promise<AppError | null> => {
    const debt = { creditor, contract, environment, document: debtor.document }
    try {
      const { kind } = await lookUps.debtState(credentials, debt)
      return kind === 'present' ? new AppError('already-at-bureau') : null
    } catch (thrown) {
      const error = asAppError(thrown)
      return error.code === 'lookup-unsupported' ? null : new AppError('lookup-failed', { cause: error })
    }
  }

  const look = async (debt: ShownDebt): Promise<Look> => {
    const integration = await drafts.integrationFor(debt)
    const credentials = await readCredentials(vault, integration.id, 'pefin')
    const objected = await objection(debt, credentials)
    // The ERP is asked last, so that as little time as can be lies between its word and the sending (case G38).
    return { ...(await drafts.reread(debt)), credentials, objected }
  }

  /** Another act may have been quicker, on a record with the same invoice. The one that won is shown (case G43). */
  const assertUnregistered = async (debt: ShownDebt): Promise<void> => {
    const invoiceIds = debt.invoices.map((invoice) => invoice.id)
    const [registered] = (await registeredRecords(store, debt, invoiceIds)).values()
    if (registered) await refuse(deps, 'already-registered', registered)
  }

  const judge = async (debt: SealedDebt, found: Look, agreed: Agreed): Promise<Ready> => {
    if (hasChanged(debt, found)) {
      const changes = changesBetween(debt, found.shown)
      throw new AppError('negativation-changed', { details: { changes } })
    }
    await assertUnregistered(debt)
    assertAccepted(found.reasons, agreed)
    if (found.objected) throw found.objected
    return { credentials: found.credentials, agreed }
  }

  /** @throws `inclusion-blocked` for what may have changed since the reasons were gathered */
  const assertAllowed = async (): Promise<void> => {
    const { isPaused, dailyLimit } = await readInclusionPolicy(store)
    if (isPaused) stop('inclusion-blocked', [block('inclusions-paused')])
    if ((await index.sentOn(today(clock))) >= dailyLimit)
      stop('inclusion-blocked', [block('daily-limit', { limit: dailyLimit })])
    if (store.status().isReadOnly) throw new AppError('store-read-only')
    if (await isAuditing(store)) throw new AppError('restore-audit-running')
  }

  /** One after the other over all records: two of them may hold the same invoice (case G43). */
  const intend: Confirmer['intend'] = (act, record, { credentials, agreed }, key) =>
    turn(async () => {
      await assertAllowed()
      await assertOpen(await ledger.get(record.id))
      await assertUnregistered(record)
      const sending = await ledger.apply(record.id, (now) =>
        now.state === 'draft' && now.seal === record.seal ? intentOf(act, now, agreed, key) : null,
      )
      if (sending) return { record: sending, credentials }
      const now = await ledger.get(record.id)
      if (now.state !== 'draft') await refuse(deps, 'negativation-not-draft', now)
      throw new AppError('negativation-changed', { details: { changes: changesBetween(record, now) } })
    })

  const begin: Confirmer['begin'] = (act, debt, { credentials, agreed }, key) =>
    turn(async () => {
      await assertAllowed()
      await assertUnregistered(debt)
      const id = Buffer.from(random(12)).toString('base64url')
      const draft = newDraft(debt, { id, at: new Date(clock()).toISOString(), actor: act.actor })
      const record = await ledger.begin(draft, drafted(draft), intentOf(act, draft, agreed, key))
      if (!record) throw new AppError('internal')
      return { record, credentials }
    })

  return {
    ready: async (debt, agreed) => judge(debt, await look(debt), agreed),
    intend,
    begin,
    confirm: async (act, input) => {
      const record = await ledger.get(input.id)
      await assertOpen(record)
      if (record.seal !== input.seal) throw new AppError('negativation-changed', { details: { changes: [] } })
      const found = await look(record)
      const isShownAnew = hasChanged(record, found) && (await drafts.refresh(record, found.shown)) !== null
      // Given up or sent meanwhile: then it is no draft that changed.
      if (!isShownAnew) await assertOpen(await ledger.get(record.id))
      return intend(act, record, await judge(record, found, input), input.key)
    },
  }
}
