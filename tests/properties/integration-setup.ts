import type { Product } from '../../shared/api.ts'
import { parseCnpj } from '../../shared/document.ts'
import type { Cnpj } from '../../shared/document.ts'
import type { Store } from '../../proxy/store/store.ts'
import type { ErpRecord, IntegrationRecord } from '../../proxy/store/records.ts'
import { keepCredentials } from '../../proxy/integrations/credentials.ts'
import type { Vault } from '../../proxy/vault/vault.ts'
import { catalogue } from '../simulators/connect/catalogue.ts'
import { provider } from '../simulators/people.ts'

const kinds = {
  consulta: 'query',
  inclusao: 'inclusion',
  exclusao: 'removal',
  motivo_inclusao: 'inclusion-reason',
  motivo_baixa: 'removal-reason',
} as const

const products = (): Product[] => {
  const { query, pefin } = catalogue()
  return [...query, ...pefin].map((product) => ({
    code: product.codigo,
    name: product.nome,
    kind: kinds[product.tipo],
    persons: 'pessoas' in product ? product.pessoas : ['F', 'J'],
    reasons:
      'motivos' in product
        ? (product.motivos ?? []).map(({ codigo, texto }) => ({ code: codigo, text: texto }))
        : [],
    priceCents: null,
    origin: 'sync',
  }))
}

export const creditor = parseCnpj(provider.headOffice.document) as Cnpj
export const integrationId = 'integration-1'
export const erpId = 'erp-1'

const saved = {
  savedAt: '2026-01-05T12:00:00.000Z',
  tested: { at: '2026-01-05T12:00:00.000Z', ok: true, error: null },
}

/** An integration that may include and remove, with both pairs, and an ERP beside it. */
export const setUp = async (
  store: Store,
  vault: Vault,
  fields: Partial<IntegrationRecord> = {},
): Promise<void> => {
  const integration: IntegrationRecord = {
    id: integrationId,
    description: 'Matriz',
    creditor,
    environment: 'production',
    answerFormat: 'html',
    query: saved,
    pefin: saved,
    products: products(),
    syncedAt: saved.savedAt,
    ...fields,
  }
  const erp: ErpRecord = {
    id: erpId,
    kind: 'hubsoft',
    description: 'HubSoft',
    baseUrl: 'https://api.provedor.example',
    savedAt: saved.savedAt,
    tested: saved.tested,
  }
  await store.commit([
    { collection: 'integrations', id: integration.id, value: integration },
    { collection: 'erps', id: erp.id, value: erp },
  ])
  await keepCredentials(vault, integration.id, 'query', { login: 'provedor', password: 'consulta-123' })
  await keepCredentials(vault, integration.id, 'pefin', { login: 'provedor-pefin', password: 'pefin-456' })
}
