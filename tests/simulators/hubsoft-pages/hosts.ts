export const panelHost = 'empresa.hubsoft.com.br'
export const centralHost = `central.${panelHost}`
export const apiHost = `api.${panelHost}`

/** Which of the three sites a request is for. */
export type Site = 'panel' | 'central' | 'api'

const sites: Readonly<Record<string, Site>> = {
  [panelHost]: 'panel',
  [centralHost]: 'central',
  [apiHost]: 'api',
}

/** The site named by a Host header, with or without port; undefined for any other name. */
export function siteOf(hostHeader: string | undefined): Site | undefined {
  return sites[(hostHeader ?? '').replace(/:\d+$/, '').toLowerCase()]
}
