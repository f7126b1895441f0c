import type { Route } from '../erp.ts'

/** The parts of a HubSoft tenant's domain that are not its panel: the end customers' portal above all. */
const excludedLabels = new Set(['central', 'api', 'wiki', 'docs', 'www'])

/** Panels live at `https://EMPRESA.hubsoft.com.br`; http too, for a panel behind the provider's own reverse proxy. */
export const hostPatterns = ['https://*.hubsoft.com.br/*', 'http://*.hubsoft.com.br/*']

export const isPanelHost = (host: string): boolean => {
  const tenant = /^([a-z0-9-]+)\.hubsoft\.com\.br$/.exec(host.toLowerCase())?.[1]
  return tenant !== undefined && !excludedLabels.has(tenant)
}

const customer = /^\/cliente\/editar\/(\d+)(?:\/([a-z_]+))?\/?$/
const login = /^\/login(?:\/|$)/

/** Where a HubSoft address leads. The number is `id_cliente`, not the code that people speak of. */
export const parseRoute = ({ pathname, hash }: Pick<URL, 'pathname' | 'hash'>): Route => {
  if (login.test(pathname)) return { kind: 'closed' }
  const [, id, section = ''] = customer.exec(pathname) ?? []
  return id === undefined ? { kind: 'other' } : { kind: 'customer', id, section: section + hash }
}
