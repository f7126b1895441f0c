import type { OperationParsed, TestOutcome } from '../../shared/api.ts'
import type { Clock, Random } from '../../shared/clock.ts'
import { errorBody } from '../../shared/error-body.ts'
import { AppError, asAppError } from '../../shared/errors.ts'
import { refuseWhileInUse } from '../negativation/in-use.ts'
import type { ErpRecord } from '../store/records.ts'
import { inTurn } from '../store/in-turn.ts'
import type { Store } from '../store/store.ts'
import type { Vault } from '../vault/vault.ts'
import { parseBaseUrl } from './base-url.ts'
import { forgetApiUser, keepApiUser, readApiUser } from './erp-access.ts'
import type { Erp, ErpAccess } from './erp.ts'

interface RegistryDeps {
  store: Store
  vault: Vault
  clock: Clock
  random: Random
  /** Opens the ERP of a record. */
  open: (access: ErpAccess) => Erp
}

export interface ErpRegistry {
  list(): Promise<ErpRecord[]>
  /** @throws `address-invalid` */
  create(fields: OperationParsed<'erpCreate'>): Promise<ErpRecord>
  /** New address or API user under the same id, so that the records of this ERP stay with it. @throws `erp-unknown`, `address-invalid` */
  update(fields: OperationParsed<'erpUpdate'>): Promise<ErpRecord>
  /** Erases the API user from the vault as well. @throws `erp-unknown`, `erp-in-use` while a name depends on this ERP's payments */
  remove(id: string): Promise<void>
  /** Logs in and reads once; a refusal is an outcome, kept with the record. @throws `erp-unknown`, `credentials-missing` */
  test(id: string): Promise<TestOutcome>
}

export const erpRegistry = ({ store, vault, clock, random, open }: RegistryDeps): ErpRegistry => {
  const turn = inTurn()
  const now = (): string => new Date(clock()).toISOString()
  const get = async (id: string): Promise<ErpRecord> => {
    const [record] = await store.query('erps', { id })
    if (!record) throw new AppError('erp-unknown')
    return record
  }
  const put = (record: ErpRecord) => store.commit([{ collection: 'erps', id: record.id, value: record }])

  return {
    list: () => store.query('erps'),
    create: async ({ kind, description, baseUrl, ...apiUser }) => {
      const id = Buffer.from(random(12)).toString('base64url')
      const record = { id, kind, description, baseUrl: parseBaseUrl(baseUrl), savedAt: now(), tested: null }
      await keepApiUser(vault, id, apiUser)
      await put(record)
      return record
    },
    update: ({ id, kind, description, baseUrl, ...apiUser }) =>
      turn(async () => {
        await get(id)
        const address = parseBaseUrl(baseUrl)
        await keepApiUser(vault, id, apiUser)
        const record = { id, kind, description, baseUrl: address, savedAt: now(), tested: null }
        await put(record)
        return record
      }),
    remove: (id) =>
      turn(async () => {
        await get(id)
        await refuseWhileInUse(store, { erpId: id }, 'erp-in-use')
        await forgetApiUser(vault, id)
        await store.commit([{ collection: 'erps', id, value: null }])
      }),
    test: async (id) => {
      const { baseUrl } = await get(id)
      const apiUser = await readApiUser(vault, id)
      const failure = await open({ baseUrl, ...apiUser })
        .test()
        .then(() => null, asAppError)
      const tested = { at: now(), ok: failure === null, error: failure && errorBody(failure) }
      await turn(async () => put({ ...(await get(id)), tested }))
      return tested
    },
  }
}
