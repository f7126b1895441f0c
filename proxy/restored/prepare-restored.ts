import { credentialPairs } from '../../shared/api.ts'
import type { Clock } from '../../shared/clock.ts'
import { errorBody } from '../../shared/error-body.ts'
import { asAppError } from '../../shared/errors.ts'
import { readApiUser } from '../erps/erp-access.ts'
import { readCredentials } from '../integrations/credentials.ts'
import { usualPace } from '../negativation/pace.ts'
import { vaultKey } from '../pairing/clients.ts'
import { isAudited } from '../sweep/audit-order.ts'
import type { ClientRecord, ErpRecord, IntegrationRecord, NegativationRecord } from '../store/records.ts'
import type { RestoreCheckRecord, RestoreRecord } from '../store/restore-records.ts'
import type { CopyHead } from '../store/snapshot.ts'
import type { Change, Collection } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import { applyChanges } from '../store/tables.ts'
import type { Vault } from '../vault/vault.ts'

const never = { savedAt: null, tested: null }

/** Whether the vault really has what `read` wants; a vault that does not answer is an error, not a loss. */
const isLost = async (read: Promise<unknown>): Promise<boolean> => {
  const failure = await read.then(() => null, asAppError)
  if (failure && failure.code !== 'credentials-missing') throw failure
  return failure !== null
}

/** Secrets are in no copy: what a record says of one that the vault lacks is taken back, so that the screens name it as missing. */
const withoutLostSecrets = async (tables: Tables, vault: Vault, at: string): Promise<Change[]> => {
  const changes: Change[] = []
  for (const record of tables.integrations.select({}) as IntegrationRecord[]) {
    let value = record
    for (const pair of credentialPairs)
      if (record[pair].savedAt !== null && (await isLost(readCredentials(vault, record.id, pair))))
        value = { ...value, [pair]: never }
    if (value !== record) changes.push({ collection: 'integrations', id: record.id, value })
  }
  for (const record of tables.erps.select({}) as ErpRecord[]) {
    const failure = await readApiUser(vault, record.id).then(() => null, asAppError)
    if (!failure) continue
    if (failure.code !== 'credentials-missing') throw failure
    const value: ErpRecord = { ...record, tested: { at, ok: false, error: errorBody(failure) } }
    changes.push({ collection: 'erps', id: record.id, value })
  }
  for (const record of tables.clients.select({ revokedAt: null }) as ClientRecord[])
    if ((await vault.get(vaultKey(record.id))) === null)
      changes.push({ collection: 'clients', id: record.id, value: { ...record, revokedAt: at } })
  return changes
}

const erased = (tables: Tables, collection: Extract<Collection, 'restoreChecks'>): Change[] =>
  tables[collection].rows().ids.map((id) => ({ collection, id, value: null }))

/** A draft of the copy may have been confirmed after it. */
const isToAudit = (record: NegativationRecord, now: number): boolean =>
  record.state === 'draft' || isAudited(record, usualPace.watch, now)

const checkOf = ({ id, state }: NegativationRecord): RestoreCheckRecord => ({
  id,
  isBureauRead: false,
  // Of a draft nothing is to be cleared; once it is found at the bureau its invoices are read.
  isErpRead: state === 'draft',
  failedSince: null,
  isReleased: false,
})

/** The mark of a restore, and one check for each record that is to be looked up before anything is sent for it. */
const marked = (tables: Tables, head: CopyHead, now: number): Change[] => {
  const records = tables.negativations.select({}) as NegativationRecord[]
  const checks = records.filter((record) => isToAudit(record, now)).map(checkOf)
  const [before] = tables.restores.select({}) as RestoreRecord[]
  // A copy that was made during an audit knows no more than the one that was put back before it.
  const reachesTo = before?.end === null && before.reachesTo < head.at ? before.reachesTo : head.at
  const value: RestoreRecord = {
    id: 'restore',
    restoredAt: new Date(now).toISOString(),
    reachesTo,
    total: checks.length,
    adopted: 0,
    gone: 0,
    unaudited: 0,
    searches: (tables.erps.select({}) as ErpRecord[]).map(({ id }) => ({
      erpId: id,
      after: null,
      isDone: false,
    })),
    problem: null,
    end: null,
  }
  return [
    ...erased(tables, 'restoreChecks'),
    ...checks.map((check): Change => ({ collection: 'restoreChecks', id: check.id, value: check })),
    { collection: 'restores', id: value.id, value },
  ]
}

/** What a copy needs before it takes the place of what is kept: the mark of the audit to come, and no word of secrets that are gone. */
export const prepareRestored =
  ({ vault, clock }: { vault: Vault; clock: Clock }) =>
  async (tables: Tables, head: CopyHead): Promise<void> => {
    const now = clock()
    applyChanges(tables, await withoutLostSecrets(tables, vault, new Date(now).toISOString()))
    applyChanges(tables, marked(tables, head, now))
  }
