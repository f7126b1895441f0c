import { erpOfHost } from '../erps/registry.ts'
import type { ErpKind } from '../erps/registry.ts'

/** An ERP address where the extension may work. */
export interface Site {
  /** Scheme and host, without port: match patterns of Firefox know no ports. */
  site: string
  erp: ErpKind
}

/** A site with what the browser says about it: false when the person or a policy withdrew the permission (case G63). */
export interface SiteState extends Site {
  granted: boolean
}

/** The origin text that names a site, from any address of it. */
export const siteName = (address: URL): string => `${address.protocol}//${address.hostname}`

const parseAddress = (text: string): URL | null => {
  const trimmed = text.trim()
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`
  return URL.parse(full)
}

/**
 * The site behind what a person typed or pasted: a host name or any address of the ERP. Null when no ERP we know lives there,
 * or when the host is one where the extension never works (the provider's customers, the API, the manuals).
 */
export const parseSite = (text: string): Site | null => {
  const address = parseAddress(text)
  if (!address || !['http:', 'https:'].includes(address.protocol)) return null
  const erp = erpOfHost(address.hostname)
  return erp ? { site: siteName(address), erp: erp.kind } : null
}

/** The browser's match pattern of a site, for permissions, content scripts and the menu. */
export const sitePattern = ({ site }: Pick<Site, 'site'>): string => `${site}/*`
