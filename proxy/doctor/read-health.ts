import type { Health, TestOutcome } from '../../shared/api.ts'
import { readQueues } from '../health/queues.ts'
import { missing } from '../integrations/missing.ts'
import type { IntegrationRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import { marksIn } from '../sweep/marks.ts'

/** Ends of addresses that many tenants share. */
const shared = ['hubsoft.com.br']

/** The end of an address that tells nothing of the tenant: that of the ERP's maker, else the bare suffix. */
export const domainOf = (address: string): string => {
  const host = URL.canParse(address) ? new URL(address).hostname : ''
  const maker = shared.find((end) => host.endsWith(`.${end}`))
  if (maker !== undefined) return maker
  const [, suffix] = /[^.]\.((?:(?:com|net|org|inf|eco|tv)\.)?[a-z]{2,6})$/.exec(host) ?? []
  return suffix ?? 'other'
}

const lastTest = (tested: TestOutcome | null) =>
  tested && { at: tested.at, ok: tested.ok, code: tested.error?.code ?? null }

const pair = ({ savedAt, tested }: IntegrationRecord['query']) => ({
  isSaved: savedAt !== null,
  tested: lastTest(tested),
})

/** What is kept, as counts and states: from the running service's store, or from files that were only read. */
export const readHealth = async (
  store: Pick<Store, 'query' | 'status'>,
  now: number,
): Promise<Omit<Health, 'aheadMs'>> => {
  const marks = marksIn(store as Store)
  const clients = await store.query('clients', { revokedAt: null })
  const [heartbeat] = await store.query('heartbeats', { id: 'heartbeat' })
  const { isReadOnly, reason } = store.status()
  const erps = (await store.query('erps')).map(async ({ id, baseUrl, savedAt, tested }) => {
    const [payments, audit] = [await marks.get('payments', id), await marks.get('audit', id)]
    return {
      domain: domainOf(baseUrl),
      savedAt,
      tested: lastTest(tested),
      paymentsAt: payments.completedAt,
      auditAt: audit.completedAt,
      problem: (payments.problem ?? audit.problem)?.code ?? null,
    }
  })
  return {
    storeReason: reason,
    isReadOnly,
    clients: {
      count: clients.length,
      admins: clients.filter(({ scopes }) => scopes.includes('admin')).length,
    },
    integrations: (await store.query('integrations')).map((record) => ({
      environment: record.environment,
      pairs: { query: pair(record.query), pefin: pair(record.pefin) },
      missing: missing(record),
    })),
    erps: await Promise.all(erps),
    heartbeatAt: heartbeat?.at ?? null,
    queues: await readQueues(store, now),
  }
}
