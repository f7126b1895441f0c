/** The functions of an ERP's adapter that can fail by themselves; `rows` is the reading of one row of a grid. */
export const adapterParts = [
  'recognises',
  'route',
  'readRecord',
  'selectedInvoices',
  'toolbarAnchor',
  'recordAnchor',
  'grids',
  'rows',
  'isDark',
] as const
export type AdapterPart = (typeof adapterParts)[number]

/** Which function failed; never why, because an error's text may hold what the page shows. */
export interface AdapterFailure {
  part: AdapterPart
}
