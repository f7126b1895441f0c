// @own-process: it needs a DOM
import { describe, expect, test } from 'vitest'
import type { Erp, Grid } from '../erps/erp.ts'
import type { AdapterPart } from './adapter-parts.ts'
import { adapterParts } from './adapter-parts.ts'
import { guardedErp } from './guarded-erp.ts'

const row = document.createElement('tr')
const cell = document.createElement('td')
const grid: Grid = { rows: [row], read: () => ({ kind: 'invoice', cell, id: '62636' }) }

const sound: Erp<'sample'> = {
  kind: 'sample',
  hostPatterns: ['https://*.erp.example/*'],
  recognises: (host) => host === 'erp.example',
  route: () => ({ kind: 'customer', id: '7', section: '' }),
  readRecord: () => ({ name: 'MARIA EXEMPLO', documents: [], masked: false, root: cell }),
  selectedInvoices: () => ['62636'],
  toolbarAnchor: () => ({ element: cell, side: 'after' }),
  recordAnchor: () => ({ element: cell, side: 'inside' }),
  grids: () => [grid],
  isDark: () => true,
}

/** Each function of the port, as the pages call it. */
const uses: Record<AdapterPart, (erp: Erp) => unknown> = {
  recognises: (erp) => erp.recognises('erp.example'),
  route: (erp) => erp.route(new URL('https://erp.example/')),
  readRecord: (erp) => erp.readRecord(document),
  selectedInvoices: (erp) => erp.selectedInvoices(document),
  toolbarAnchor: (erp) => erp.toolbarAnchor(document),
  recordAnchor: (erp) => erp.recordAnchor(document),
  grids: (erp) => erp.grids(document).length,
  rows: (erp) => erp.grids(document)[0]?.read(row),
  isDark: (erp) => erp.isDark(document),
}

const empty: Record<AdapterPart, unknown> = {
  recognises: false,
  route: { kind: 'closed' },
  readRecord: null,
  selectedInvoices: [],
  toolbarAnchor: null,
  recordAnchor: null,
  grids: 0,
  rows: null,
  isDark: null,
}

const fails = (): never => {
  throw new Error('731.640.258-07 stands where nobody expected it')
}

const broken = (part: AdapterPart): Erp =>
  part === 'rows' ? { ...sound, grids: () => [{ ...grid, read: fails }] } : { ...sound, [part]: fails }

describe('an adapter that understands its pages', () => {
  test.each(adapterParts)('%s answers as without the guard', (part) => {
    const reports: unknown[] = []
    const erp = guardedErp(sound, (failure) => void reports.push(failure))
    expect(uses[part](erp)).toEqual(uses[part](sound))
    expect(reports).toEqual([])
  })

  test('says what it is', () => {
    expect(guardedErp(sound, fails)).toMatchObject({ kind: 'sample', hostPatterns: sound.hostPatterns })
  })
})

describe('an adapter that fails', () => {
  test.each(adapterParts)(
    '%s is reported once by its name alone and answers emptily; the rest works',
    (part) => {
      const reports: unknown[] = []
      const erp = guardedErp(broken(part), (failure) => void reports.push(failure))
      for (let time = 0; time < 3; time += 1) expect(uses[part](erp)).toEqual(empty[part])
      expect(reports).toEqual([{ part }])
      const needsIt = (other: AdapterPart) => part === 'grids' && other === 'rows'
      for (const other of adapterParts.filter((name) => name !== part && !needsIt(name)))
        expect(uses[other](erp)).toEqual(uses[other](sound))
      expect(reports).toHaveLength(1)
    },
  )

  test('a function that failed once is not called again, even if it would answer now', () => {
    let isBroken = true
    const erp = guardedErp({ ...sound, isDark: () => (isBroken ? fails() : true) }, () => undefined)
    expect(erp.isDark(document)).toBeNull()
    isBroken = false
    expect(erp.isDark(document)).toBeNull()
  })
})
