import type { Runtime } from 'webextension-polyfill'
import { erpOfHost } from '../erps/registry.ts'
import { siteName } from '../sites/site.ts'
import type { Role } from './protocol.ts'

/** What decides who speaks. Everything comes from the browser, nothing from the message (attack 24). */
export interface SenderFacts {
  /** Our own id. */
  id: string
  /** `runtime.getURL('')`: scheme and host of our own pages. */
  base: string
  /** The names of the ERP sites that a person enabled. */
  enabled: ReadonlySet<string>
}

const address = (sender: Runtime.MessageSender): URL | null => (sender.url ? URL.parse(sender.url) : null)

/** The host of the page that speaks, as the browser tells it. */
export const senderHost = (sender: Runtime.MessageSender): string | undefined => address(sender)?.hostname

const isOwnPage = (sender: Runtime.MessageSender, base: string): boolean =>
  sender.url?.startsWith(base) === true && (sender.frameId ?? 0) === 0

const isEnabledSite = (sender: Runtime.MessageSender, enabled: ReadonlySet<string>): boolean => {
  const from = address(sender)
  if (!from || sender.frameId !== 0 || sender.tab === undefined) return false
  return enabled.has(siteName(from)) && erpOfHost(from.hostname) !== null
}

/** The sender's role, or null for whoever may not speak: a subframe, another site, another extension. */
export const senderRole = (sender: Runtime.MessageSender, facts: SenderFacts): Role | null => {
  if (sender.id !== facts.id) return null
  if (isOwnPage(sender, facts.base)) return 'page'
  return isEnabledSite(sender, facts.enabled) ? 'content' : null
}
