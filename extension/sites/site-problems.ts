import type { Storage } from 'webextension-polyfill'
import { z } from 'zod'
import { adapterParts } from './adapter-parts.ts'
import { siteTable } from './site-table.ts'

const key = 'site-problems'
const mostProblems = 20

const problem = z.object({
  part: z.enum(adapterParts),
  /** The extension's version: another one may read the page again. */
  version: z.string().min(1).max(40),
  /** The kind of ERP. */
  erp: z.string().min(1).max(40),
  /** When it was first reported. */
  at: z.iso.datetime(),
})

/** A function of the adapter that failed in a site's pages. It holds nothing of the page. */
export type SiteProblem = z.output<typeof problem>

const parseProblems = (stored: unknown): SiteProblem[] =>
  Array.isArray(stored)
    ? stored.flatMap((one) => {
        const { data } = problem.safeParse(one)
        return data ? [data] : []
      })
    : []

const isSame = (one: SiteProblem, other: SiteProblem): boolean =>
  one.part === other.part && one.version === other.version

/** What was reported of each site, oldest first. */
export interface SiteProblems {
  read(site: string): Promise<SiteProblem[]>
  /** Keeps it, unless the same function of the same version is kept already; the newest twenty stay. */
  note(site: string, problem: SiteProblem): Promise<void>
  forget(site: string): Promise<void>
}

export const siteProblems = (area: Storage.StorageArea): SiteProblems => {
  const table = siteTable(area, key)
  return {
    read: async (site) => parseProblems(await table.read(site)),
    note: (site, news) =>
      table.change(site, (stored) => {
        const known = parseProblems(stored)
        return known.some((one) => isSame(one, news)) ? known : [...known, news].slice(-mostProblems)
      }),
    forget: (site) => table.change(site, () => undefined),
  }
}
