import type { OperationInput, OperationName } from '../../shared/api.ts'

const integration = {
  description: 'Matriz',
  creditor: '04.718.253/0001-56',
  environment: 'test',
  answerFormat: 'html',
} as const

/** A right input for every operation: an operation without one does not compile, and the attacks fail on it. */
export const sampleInputs: { [Name in OperationName]: OperationInput<Name> } = {
  hello: {},
  pair: { code: 'BCDF-GHJK', name: 'Recepção' },
  pairingOpen: {},
  consoleClients: {},
  consoleRevoke: { id: 'nobody' },
  status: {},
  clients: {},
  clientRevoke: { id: 'nobody' },
  integrations: {},
  integrationCreate: integration,
  integrationUpdate: { id: 'one', ...integration },
  integrationRemove: { id: 'one' },
  credentialsSave: { id: 'one', pair: 'query', login: 'provedor', password: 'senha' },
  credentialsTest: { id: 'one', pair: 'query' },
  productsSync: { id: 'one' },
  productSave: { id: 'one', code: 'CREDNET', name: 'Crednet', persons: ['F'], priceCents: 350 },
  erps: {},
  erpCreate: {
    kind: 'hubsoft',
    description: 'HubSoft',
    baseUrl: 'https://api.empresa.hubsoft.com.br',
    clientId: '1',
    clientSecret: 'segredo',
    username: 'api',
    password: 'senha',
  },
  erpRemove: { id: 'one' },
  erpTest: { id: 'one' },
  policy: {},
  policySave: { repeatDays: 30, retentionDays: 90 },
  queryStart: {
    key: '0b6c7a54-6f0e-4b7e-9b57-3a1c0f3f3c11',
    integrationId: 'one',
    product: 'CREDNET',
    document: '731.640.258-07',
    purpose: 'sale',
    repeat: false,
  },
  query: { id: 'one' },
  queryAnswer: { id: 'one' },
  queryHistory: { document: '731.640.258-07' },
}
