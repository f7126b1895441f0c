import type {
  Client,
  Erp,
  InclusionPolicy,
  Integration,
  Product,
  Query,
  Scope,
  Status,
} from '../../../shared/api.ts'
import type { Cnpj, Document } from '../../../shared/document.ts'
import type { SiteSetup } from '../../sites/site-setup.ts'

/** Synthetic records as the service would tell them, for tests of the screens. */

const at = '2026-11-23T13:02:00.000Z'

export const client = (scopes: Scope[] = ['query', 'include', 'remove', 'admin']): Client => ({
  id: 'c1',
  name: 'Ana – Cobrança',
  scopes,
  pairedAt: at,
  lastSeenAt: at,
})

export const status = (scopes?: Scope[]): Status => ({
  version: '1.0.0',
  startedAt: at,
  client: client(scopes),
  vault: 'keychain',
  refusals: 0,
  integrations: 1,
  erps: 0,
})

export const product = (over: Partial<Product> = {}): Product => ({
  code: 'CREDNET_LIGHT',
  name: 'CREDNET LIGHT',
  kind: 'query',
  persons: ['F', 'J'],
  reasons: [],
  priceCents: 490,
  origin: 'sync',
  ...over,
})

export const saved = { savedAt: at, tested: { at, ok: true, error: null } }
export const unsaved = { savedAt: null, tested: null }

export const integration = (over: Partial<Integration> = {}): Integration => ({
  id: 'i1',
  description: 'Matriz',
  creditor: '04718253000156' as Cnpj,
  environment: 'production',
  answerFormat: 'html',
  query: saved,
  pefin: unsaved,
  products: [product()],
  syncedAt: at,
  missing: [],
  ...over,
})

export const erp = (over: Partial<Erp> = {}): Erp => ({
  id: 'e1',
  kind: 'hubsoft',
  description: 'HubSoft',
  baseUrl: 'https://api.empresa.hubsoft.com.br',
  savedAt: at,
  tested: null,
  ...over,
})

export const siteSetup = (over: Partial<SiteSetup> = {}): SiteSetup => ({
  site: 'https://empresa.hubsoft.com.br',
  erp: 'hubsoft',
  granted: true,
  features: { panel: true, toolbar: true, record: true, chips: true, marks: true, selection: true },
  problems: [],
  ...over,
})

export const query = (over: Partial<Query> = {}): Query => ({
  id: 'q1',
  integrationId: 'i1',
  integration: 'Matriz',
  product: { code: 'CREDNET_LIGHT', name: 'CREDNET LIGHT' },
  document: '73164025807' as Document,
  purpose: 'sale',
  operator: 'Ana',
  environment: 'production',
  startedAt: at,
  endedAt: at,
  state: 'done',
  protocol: '000123456',
  summary: 'Constam Restrições',
  priceCents: 490,
  error: null,
  hasAnswer: true,
  ...over,
})

export const inclusionPolicy = (over: Partial<InclusionPolicy> = {}): InclusionPolicy => ({
  minDaysLate: 30,
  minCents: 10_00,
  maxMonths: 59,
  activeService: 'written',
  leaveOutFees: true,
  cancelledInvoices: 'remove',
  letterDays: 10,
  dailyLimit: 500,
  batchAtOnce: 4,
  batchPerMinute: 240,
  approvalPeople: 0,
  approvalCents: 0,
  isPaused: false,
  ...over,
})

export const refusal = (code: string, params?: Record<string, string | number>) => ({
  code,
  text: code,
  hint: code,
  ...(params && { params }),
})
