import type { Erp } from './erp.ts'
import { hubsoft } from './hubsoft/index.ts'

/** Every ERP the extension knows: one ERP, one folder, one line. */
const erps = [hubsoft] as const satisfies readonly Erp[]

export type ErpKind = (typeof erps)[number]['kind']

/** The ERP whose panel lives on this host, or null where the extension must stay away. */
export const erpOfHost = (host: string): Erp<ErpKind> | null =>
  erps.find((erp) => erp.recognises(host)) ?? null

/** What the manifest may ask for, when a person adds a site. */
export const optionalHostPatterns: string[] = erps.flatMap((erp) => [...erp.hostPatterns])
