import type { Erp, Grid } from '../erps/erp.ts'
import type { AdapterFailure, AdapterPart } from './adapter-parts.ts'

type PortPart = Exclude<AdapterPart, 'rows'>
type Answers = { readonly [Part in PortPart]: ReturnType<Erp[Part]> }

/** What a function answers once it has failed. Without routes every address is closed: nobody knows any more what is a login. */
const empty: Answers = {
  recognises: false,
  route: { kind: 'closed' },
  readRecord: null,
  selectedInvoices: [],
  toolbarAnchor: null,
  recordAnchor: null,
  grids: [],
  isDark: null,
}

/**
 * The adapter for pages that it may not understand: a function that throws is reported once and answers emptily from then on, so that
 * what needs it steps aside and the rest goes on.
 */
export const guardedErp = <Kind extends string>(
  erp: Erp<Kind>,
  report: (failure: AdapterFailure) => void,
): Erp<Kind> => {
  const failed = new Set<AdapterPart>()

  const guard =
    <Input, Answer>(part: AdapterPart, run: (input: Input) => Answer, none: Answer) =>
    (input: Input): Answer => {
      try {
        if (!failed.has(part)) return run(input)
      } catch {
        failed.add(part)
        report({ part })
      }
      return none
    }

  const guardedGrid = (grid: Grid): Grid => ({
    rows: grid.rows,
    read: guard('rows', (row: HTMLElement) => grid.read(row), null),
  })
  const guarded: Erp<Kind> = { ...erp, grids: (page) => erp.grids(page).map(guardedGrid) }
  for (const part of Object.keys(empty) as PortPart[]) {
    const run: (input: never) => unknown = guarded[part]
    Object.assign(guarded, { [part]: guard(part, run, empty[part]) })
  }
  return guarded
}
