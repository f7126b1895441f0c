import type { selectors } from './selectors.ts'

type Hooks = typeof import('./selectors.ts')

/**
 * `confirmed`: seen in other people's automation that ran against the real product, or in the source of its libraries.
 * `inferred`: concluded; nothing may depend on it.
 */
type Knowledge = 'confirmed' | 'inferred'

/** How many elements a selector must find on a test page. */
interface Finds {
  path: string
  /** By name, as the test pages' table has them. */
  switches?: Readonly<Record<string, string | number>>
  /** What a person presses first. */
  press?: string
  least: number
  most: number
}

interface SelectorExpectation {
  known: Knowledge
  /** The hook inside which it is looked for; the whole page without one. */
  inside?: keyof typeof selectors
  finds: readonly [Finds, ...Finds[]]
}

interface PatternExpectation {
  known: Knowledge
  matches: readonly [string, ...string[]]
  not: readonly [string, ...string[]]
}

const record = '/cliente/editar/11943/cadastro'
const invoices = '/cliente/editar/11943/financeiro#faturas'
const charges = '/cliente/editar/11943/financeiro#cobrancas'

/** What each selector must find, and what is known of it; a selector without an entry does not compile. For tests only. */
export const selectorExpectations: Record<keyof typeof selectors, SelectorExpectation> = {
  view: {
    known: 'inferred',
    finds: [
      { path: record, least: 1, most: 1 },
      { path: '/cliente', least: 1, most: 1 },
    ],
  },
  header: { known: 'inferred', inside: 'view', finds: [{ path: record, least: 1, most: 1 }] },
  title: { known: 'inferred', inside: 'header', finds: [{ path: record, least: 1, most: 1 }] },
  field: {
    known: 'confirmed',
    inside: 'view',
    finds: [
      { path: record, least: 5, most: 20 },
      { path: invoices, least: 0, most: 0 },
    ],
  },
  foreign: {
    known: 'confirmed',
    inside: 'view',
    finds: [{ path: record, switches: { twin: 'on' }, least: 4, most: 40 }],
  },
  noText: { known: 'confirmed', inside: 'view', finds: [{ path: record, least: 6, most: 60 }] },
  block: {
    known: 'confirmed',
    inside: 'view',
    finds: [{ path: record, switches: { lookalikes: 'on' }, least: 2, most: 2 }],
  },
  ticked: {
    known: 'confirmed',
    inside: 'view',
    finds: [
      { path: invoices, least: 0, most: 0 },
      { path: invoices, press: 'tbody md-checkbox', least: 1, most: 1 },
    ],
  },
  headings: { known: 'confirmed', inside: 'view', finds: [{ path: invoices, least: 9, most: 9 }] },
  noInvoices: { known: 'confirmed', inside: 'view', finds: [{ path: charges, least: 1, most: 1 }] },
  noGrids: {
    known: 'confirmed',
    inside: 'view',
    finds: [{ path: record, switches: { twin: 'on' }, least: 4, most: 40 }],
  },
  shortcuts: { known: 'inferred', finds: [{ path: '/cliente', least: 1, most: 1 }] },
  toolbarRow: { known: 'inferred', finds: [{ path: '/cliente', least: 1, most: 1 }] },
  toolbar: { known: 'confirmed', finds: [{ path: '/cliente', least: 1, most: 3 }] },
  labelledButton: { known: 'inferred', inside: 'view', finds: [{ path: record, least: 4, most: 20 }] },
  recordBar: { known: 'inferred', inside: 'view', finds: [{ path: record, least: 1, most: 1 }] },
  recordPart: {
    known: 'inferred',
    inside: 'view',
    finds: [
      { path: record, least: 1, most: 1 },
      { path: charges, least: 2, most: 2 },
    ],
  },
  ground: { known: 'inferred', finds: [{ path: record, least: 4, most: 5 }] },
}

/** What each pattern must and must not match. For tests only. */
export const patternExpectations: Record<Exclude<keyof Hooks, 'selectors'>, PatternExpectation> = {
  invoiceHeading: {
    known: 'inferred',
    matches: ['Fatura', 'ID Fatura', 'Nº da fatura', 'NÚMERO DA FATURA', '# Fatura'],
    not: ['Faturas', 'Valor da fatura', 'Cobrança', 'ID', ''],
  },
  plainHeading: { known: 'confirmed', matches: ['ID', '#', 'Código'], not: ['ID Cliente', 'Nº', ''] },
  slipHeading: {
    known: 'inferred',
    matches: ['Nosso Número', 'NOSSO  NUMERO'],
    not: ['Número', 'Nosso Número do banco'],
  },
  documentLabel: {
    known: 'confirmed',
    matches: ['CPF *', 'cpf_cnpj', 'CNPJ'],
    not: ['Documento', 'Nº do documento', 'RG'],
  },
  otherParty: {
    known: 'confirmed',
    matches: ['Beneficiário: PROVEDOR LTDA', 'Credor', 'Nosso número: 1', '0014br.gov.bcb.pix', 'SPC'],
    not: ['CPF do cônjuge', 'CNPJ da empresa', 'CPF do responsável', 'Inspetor'],
  },
  creditLabel: {
    known: 'inferred',
    matches: ['Consulta de Crédito', 'CONSULTAR CRÉDITO', 'Credito'],
    not: ['Cobrança', 'Mensagens'],
  },
  nameHeading: {
    known: 'inferred',
    matches: ['Nome / Razão Social', 'NOME', 'Razao Social', 'Cliente'],
    not: ['Código do Cliente', 'ID Cliente', 'Código', 'CPF/CNPJ'],
  },
  darkTheme: {
    known: 'confirmed',
    matches: ['md-dark-theme', 'md-hue-2 md-darkblue-theme', 'md-tema-escuro-theme'],
    not: ['md-default-theme', 'md-dark', 'md-blue-theme dark'],
  },
  codeBeforeName: { known: 'confirmed', matches: ['1162 - MARIA EXEMPLO'], not: ['MARIA 1162 - EXEMPLO'] },
}
