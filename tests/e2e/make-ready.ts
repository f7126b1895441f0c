import type { OperationInput } from '../../shared/api.ts'
import { panelHost } from '../simulators/hubsoft-pages/hosts.ts'
import { allowSite } from './allow-site.ts'
import { callService, send } from './call-service.ts'
import { apiUser, headOffice } from './journey.ts'
import type { World } from './world.ts'

/**
 * Everything that `setUp` and `addErpApi` do by the keys of a person, by the messages of the extension's own pages: for tests about
 * what comes after. That the screens send the same is seen where they are driven (the query, negativation and audit journeys).
 */
export const makeReady = async (
  { browser, proxy, connect, hubsoft }: World,
  environment: OperationInput<'integrationCreate'>['environment'] = 'production',
): Promise<void> => {
  const { description, creditor, account } = headOffice(connect.accounts[0]!)
  const page = await browser.page('popup.html')
  await send(page, 'pair', { code: await proxy.pairingCode(), name: 'Ana – Cobrança' })
  const { id } = await callService(page, 'integrationCreate', {
    description,
    creditor,
    environment,
    answerFormat: 'html',
  })
  for (const pair of ['query', 'pefin'] as const) {
    await callService(page, 'credentialsSave', { id, pair, ...account[pair]! })
    await callService(page, 'credentialsTest', { id, pair })
  }
  await callService(page, 'productsSync', { id })
  await callService(page, 'erpCreate', {
    ...apiUser,
    kind: 'hubsoft',
    description: 'HubSoft',
    baseUrl: hubsoft.url,
  })
  await page.close()
  await allowSite(browser, `http://${panelHost}`)
}
