import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { OperationInput } from '../../shared/api.ts'
import { readConsoleKey } from '../../proxy/pairing/console-key.ts'
import { pairClient, signedClient } from '../attacks/signed-client.ts'
import type { SignedClient } from '../attacks/signed-client.ts'
import { pefinPair, queryPair } from '../cases/credit-service.ts'
import { apiUser } from '../cases/debt-desk.ts'
import { startConnect } from '../simulators/connect/start-connect.ts'
import type { ConnectSimulator } from '../simulators/connect/start-connect.ts'
import { startHubsoftApi } from '../simulators/hubsoft-api/start-hubsoft-api.ts'
import type { HubsoftApiSimulator } from '../simulators/hubsoft-api/start-hubsoft-api.ts'
import { bundleService, startCrashable } from './crashable-service.ts'
import type { CrashableService } from './crashable-service.ts'

const origin = `chrome-extension://${'c'.repeat(32)}`

/** Every wait of the service so many times shorter. */
const pace = 20_000

/** Both simulators and a data folder in which everything is set up, to be copied for each life that a test begins. */
export interface CrashWorld {
  connect: ConnectSimulator
  hubsoft: HubsoftApiSimulator
  integrationId: string
  erpId: string
  /** A fresh copy of the set-up. */
  newHome(): Promise<string>
  start(home: string): Promise<CrashableService>
  /** The browser that was paired at the set-up, speaking to this process. */
  browser(service: CrashableService): SignedClient
  close(): Promise<void>
}

export const crashWorld = async (): Promise<CrashWorld> => {
  const folder = await mkdtemp(join(tmpdir(), 'nada-consta-crash-'))
  const connect = await startConnect()
  const hubsoft = await startHubsoftApi()
  const template = join(folder, 'template')
  const file = join(folder, 'service.mjs')
  await bundleService(file)
  let homes = 0
  const started: CrashableService[] = []
  const start = async (home: string): Promise<CrashableService> => {
    const service = await startCrashable({ file, home, connectUrl: connect.url, pace })
    started.push(service)
    return service
  }

  const service = await start(template)
  const console = signedClient({
    port: service.port,
    clientId: 'console',
    secret: (await readConsoleKey(template))!,
  })
  const { code } = await console.call('pairingOpen', { scopes: ['query', 'include', 'remove', 'admin'] })
  const paired = await pairClient({ port: service.port, origin, code })
  const integration = {
    description: 'Matriz',
    creditor: '04.718.253/0001-56',
    environment: 'production',
    answerFormat: 'html',
  } as const satisfies OperationInput<'integrationCreate'>
  const { id: integrationId } = await paired.call('integrationCreate', integration)
  await paired.call('credentialsSave', { id: integrationId, pair: 'query', ...queryPair })
  await paired.call('credentialsSave', { id: integrationId, pair: 'pefin', ...pefinPair })
  await paired.call('productsSync', { id: integrationId })
  const { id: erpId } = await paired.call('erpCreate', { ...apiUser, baseUrl: hubsoft.url })
  await service.stop()

  return {
    connect,
    hubsoft,
    integrationId,
    erpId,
    newHome: async () => {
      homes += 1
      const home = join(folder, `life-${homes}`)
      await cp(template, home, { recursive: true })
      return home
    },
    start,
    browser: ({ port }) => signedClient({ port, clientId: paired.clientId, secret: paired.secret, origin }),
    close: async () => {
      // A failed test leaves its process running.
      await Promise.all(started.map((each) => each.kill()))
      await Promise.all([connect.close(), hubsoft.close()])
      await rm(folder, { recursive: true, force: true })
    },
  }
}
