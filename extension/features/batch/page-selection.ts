import type { Tabs } from 'webextension-polyfill'
import { z } from 'zod'
import { mostSelected } from '../../erps/erp.ts'
import type { PageSelection } from '../../batch-view/selection/page-selection.ts'
import type { EnabledSites } from '../../sites/enabled-sites.ts'
import { siteName } from '../../sites/site.ts'
import { selectionQuestion } from './selection-question.ts'

interface PageSelectionParts {
  tabs: Pick<Tabs.Static, 'query' | 'sendMessage'>
  enabled: Pick<EnabledSites, 'read'>
  /** Resolves when a page that does not answer has had its time: a hung ERP must not hold up the list. */
  patience: () => Promise<void>
}

const ticked = z.array(z.string().regex(/^[0-9]{1,20}$/)).max(mostSelected)

/**
 * The invoices that are ticked on the ERP's page in front of the person, or null: no such page, nothing ticked, no answer. Which page it
 * is, the browser says; what the page says is believed in its form alone, because it only proposes (attack 24).
 */
export const readPageSelection = async ({
  tabs,
  enabled,
  patience,
}: PageSelectionParts): Promise<PageSelection | null> => {
  const [tab] = await tabs.query({ active: true, lastFocusedWindow: true })
  const address = tab?.url ? URL.parse(tab.url) : null
  if (tab?.id === undefined || !address) return null
  const names = (await enabled.read()).map(({ site }) => site)
  if (!names.includes(siteName(address))) return null
  const asked = tabs.sendMessage(tab.id, selectionQuestion, { frameId: 0 }).catch((): null => null)
  const { data = [] } = ticked.safeParse(await Promise.race([asked, patience()]))
  const invoiceIds = [...new Set(data)]
  return invoiceIds.length > 0 ? { site: address.hostname, invoiceIds } : null
}
