import type { Erp } from '../../../shared/api.ts'

/** Which of the ERPs a page belongs to: the one whose API stands beside its site, else the only one, else none. */
export const erpOfSite = (erps: readonly Erp[], site: string): string | null => {
  const api = `api.${site.trim().toLowerCase()}`
  const beside = erps.find(({ baseUrl }) => new URL(baseUrl).hostname === api)
  return beside?.id ?? onlyErp(erps)
}

const onlyErp = (erps: readonly Erp[]): string | null => (erps.length === 1 ? (erps[0]?.id ?? null) : null)

/** The ERP whose invoices are listed: the page's, else the one chosen before, else the only one; null when a person has to choose. */
export const chooseErp = (
  erps: readonly Erp[],
  { site, before }: { site: string | null; before: string | null },
): string | null => {
  const ofPage = site === null ? null : erpOfSite(erps, site)
  const known = erps.find(({ id }) => id === before)?.id ?? null
  return ofPage ?? known ?? onlyErp(erps)
}
