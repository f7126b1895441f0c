import { memoryStore } from '../../proxy/store/memory-store.ts'
import type { Store } from '../../proxy/store/store.ts'
import type { Vault } from '../../proxy/vault/vault.ts'
import type { DraftView, OperationInput } from '../../shared/api.ts'
import { startConnect } from '../simulators/connect/start-connect.ts'
import { startHubsoftApi } from '../simulators/hubsoft-api/start-hubsoft-api.ts'
import type { CustomerOf } from '../simulators/people.ts'
import { people } from '../simulators/people.ts'
import type { Browser } from './credit-service.ts'
import { creditService, NOW, readyIntegration } from './credit-service.ts'

export const apiUser = {
  kind: 'hubsoft',
  description: 'HubSoft',
  clientId: '17',
  clientSecret: 's3cr3t',
  username: 'integracao@provedor.example',
  password: 'hubsoft-123',
} as const

/** Both platforms as servers of their own on one clock that a test moves. */
export const startPlatforms = async () => {
  const time = { now: NOW }
  const clock = (): number => time.now
  const connect = await startConnect({ clock })
  const hubsoft = await startHubsoftApi({ clock })
  return {
    connect,
    hubsoft,
    time,
    clock,
    close: () => Promise.all([connect.close(), hubsoft.close()]),
  }
}
export type Platforms = Awaited<ReturnType<typeof startPlatforms>>

/** What a press of the confirmation's button sends, every warning accepted. */
export const confirmation = (
  { negativation, seal, reasons }: DraftView,
  fields: Partial<OperationInput<'negativationConfirm'>> = {},
): OperationInput<'negativationConfirm'> => ({
  id: negativation.id,
  key: crypto.randomUUID(),
  seal,
  accepted: reasons.filter(({ level }) => level === 'warn').map(({ code }) => code),
  written: reasons.some(({ written }) => written) ? 'Contrato encerrado, valores conferidos.' : '',
  ...fields,
})

/** The number of a customer's invoice at one rung of the seed's ladder: 2 and 3 are late. */
export const invoiceAt = ({ code }: CustomerOf, place: number): string => String(700_000 + code * 100 + place)

/** The service with a ready integration and the ERP, and a browser that may do everything. */
export const debtDesk = async (
  platforms: Platforms,
  options: { store?: Store; vault?: Vault; integration?: Partial<OperationInput<'integrationCreate'>> } = {},
) => {
  const { connect, hubsoft, clock } = platforms
  const service = await creditService({
    connectUrl: connect.url,
    clock,
    store: options.store ?? memoryStore(),
    ...(options.vault && { vault: options.vault }),
  })
  const ana = await service.browser('Ana', 'a')
  const integrationId = await readyIntegration(ana, options.integration)
  const { id: erpId } = await ana.call('erpCreate', { ...apiUser, baseUrl: hubsoft.url })
  await service.services.start()
  connect.ledger.clear()
  hubsoft.ledger.clear()

  const wish = (
    person: CustomerOf,
    invoiceIds: readonly string[],
    fields: Partial<OperationInput<'negativationDraft'>> = {},
  ): OperationInput<'negativationDraft'> => ({
    erpId,
    customerId: String(person.id),
    integrationId,
    serviceId: String(hubsoft.database.customer(person.id).services[0]!.id),
    invoiceIds: [...invoiceIds],
    reasonCode: 'TI',
    ...fields,
  })
  const draft = (
    person: CustomerOf = people.antonia,
    invoiceIds: readonly string[] = [invoiceAt(person, 2)],
    browser: Browser = ana,
  ) => browser.call('negativationDraft', wish(person, invoiceIds))

  /** From the first look to the end of the sending. */
  const include = async (...of: Parameters<typeof draft>) => {
    const shown = await draft(...of)
    await ana.call('negativationConfirm', confirmation(shown))
    await service.services.idle()
    return (await ana.call('negativation', { id: shown.negativation.id })).negativation
  }
  const record = async (id: string) => (await ana.call('negativation', { id })).negativation

  return { ...platforms, service, ana, integrationId, erpId, wish, draft, include, record }
}
export type DebtDesk = Awaited<ReturnType<typeof debtDesk>>

/** A new desk at the tests' moment, over platforms that the tests of a file share. */
export const freshDesk = (
  platforms: Platforms,
  options?: Parameters<typeof debtDesk>[1],
): ReturnType<typeof debtDesk> => {
  platforms.time.now = NOW
  return debtDesk(platforms, options)
}

/** Leaves the shared platforms as they were: no fault, nobody registered. */
export const leaveDesk = async (
  platforms: Platforms,
  { service }: Pick<DebtDesk, 'service'>,
): Promise<void> => {
  const { connect, hubsoft } = platforms
  connect.faults.release()
  connect.faults.clear()
  hubsoft.faults.clear()
  await service.services.stop()
  for (const { contract } of connect.pefin.live()) connect.pefin.removeElsewhere(contract)
}
