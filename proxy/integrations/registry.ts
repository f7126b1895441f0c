import type { Integration, OperationParsed } from '../../shared/api.ts'
import type { Random } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import { refuseWhileInUse } from '../negativation/in-use.ts'
import { inTurn } from '../store/in-turn.ts'
import type { IntegrationRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import type { Vault } from '../vault/vault.ts'
import { forgetCredentials } from './credentials.ts'
import { missing } from './missing.ts'

type Fields = OperationParsed<'integrationCreate'>

/** The integrations as records: several side by side, each with its creditor. */
export interface Registry {
  list(): Promise<IntegrationRecord[]>
  /** @throws `integration-unknown` */
  get(id: string): Promise<IntegrationRecord>
  create(fields: Fields): Promise<IntegrationRecord>
  /** Changes the newest version of the record; two changes at the same time both happen. @throws `integration-unknown` */
  change(id: string, next: (before: IntegrationRecord) => IntegrationRecord): Promise<IntegrationRecord>
  /** Erases the credentials first: a record without secrets says so, secrets without a record would lie forgotten. @throws `integration-in-use` */
  remove(id: string): Promise<void>
}

export const integrationView = (record: IntegrationRecord): Integration => ({
  ...record,
  missing: missing(record),
})

const untouched = { savedAt: null, tested: null }

export const integrationRegistry = ({
  store,
  vault,
  random,
}: {
  store: Store
  vault: Vault
  random: Random
}): Registry => {
  const turn = inTurn()

  const get = async (id: string): Promise<IntegrationRecord> => {
    const [record] = await store.query('integrations', { id })
    if (!record) throw new AppError('integration-unknown')
    return record
  }
  const put = async (record: IntegrationRecord): Promise<IntegrationRecord> => {
    await store.commit([{ collection: 'integrations', id: record.id, value: record }])
    return record
  }
  return {
    list: () => store.query('integrations'),
    get,
    create: (fields) =>
      put({
        id: Buffer.from(random(12)).toString('base64url'),
        ...fields,
        query: untouched,
        pefin: untouched,
        products: [],
        syncedAt: null,
      }),
    change: (id, next) => turn(async () => put(next(await get(id)))),
    remove: (id) =>
      turn(async () => {
        await get(id)
        await refuseWhileInUse(store, { integrationId: id }, 'integration-in-use')
        await forgetCredentials(vault, id, 'query')
        await forgetCredentials(vault, id, 'pefin')
        await store.commit([{ collection: 'integrations', id, value: null }])
      }),
  }
}
