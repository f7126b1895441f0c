import { describe, expect, test } from 'vitest'
import type { Erp } from '../../../extension/erps/erp.ts'
import type { ErpPages } from '../erp-pages.ts'
import { readEverything, tracesOf } from '../observed-page.ts'
import { company, invoice, jose, maria, own, show } from './shown.ts'

/** An adapter reads, whatever the page is: it writes nothing, throws nothing, and comes to an end. */
export const describeOnlyReads = (erp: Erp, pages: ErpPages): void => {
  describe(`${erp.kind} · a page is read, never touched`, () => {
    const everyPage = (): Record<string, string> => ({
      record: pages.record({ ...maria, documents: ['731.640.258-07', '***.640.258-**', own] }),
      field: pages.recordWithField.html,
      two: pages.twoRecords(maria, jose),
      empty: pages.empty,
      customers: pages.customers([maria, jose, company]),
      invoices: pages.invoices([invoice('1'), invoice('2', false)]),
      toolbar: pages.toolbarTwice,
      anchors: pages.recordAnchorTwice,
      ...pages.looks,
    })

    test.each(Object.entries(everyPage()))('only reads: %s', (_name, html) => {
      show(html)
      expect(tracesOf(() => readEverything(erp, document))).toEqual([])
    })

    test('the traces are seen where somebody does write', () => {
      show(pages.record(maria))
      expect(tracesOf(() => document.body.setAttribute('x', ''))).not.toEqual([])
      expect(tracesOf(() => document.body.click())).not.toEqual([])
      expect(tracesOf(() => void document.cookie)).not.toEqual([])
      expect(tracesOf(() => void window.localStorage)).not.toEqual([])
    })

    test('attack 27 · a name with HTML stays text, one line of it, not longer than a name', () => {
      const name = `&lt;img src=x onerror=alert(1)&gt;\n\t ${'A'.repeat(1_000_000)}`
      show(pages.record({ ...maria, name }))
      const read = erp.readRecord(document)
      expect(read?.name).toMatch(/^<img src=x onerror=alert\(1\)> A+$/)
      expect(read?.name?.length).toBeLessThanOrEqual(120)
      expect(read?.documents).toEqual(['73164025807'])
    })

    test.each(['7'.repeat(1_000_000), '731.'.repeat(250_000), 'CPF '.repeat(250_000), '*'.repeat(1_000_000)])(
      'attack 27 · 1 MB where a document should stand is read in a moment: %#',
      (text) => {
        show(pages.record({ ...maria, documents: [text] }))
        const begun = performance.now()
        expect(erp.readRecord(document)?.documents).toEqual([])
        expect(performance.now() - begun).toBeLessThan(3000)
      },
    )

    test('attack 27 · whatever the page takes away or does twice, nothing throws', () => {
      for (const html of Object.values(everyPage())) {
        show(html)
        const count = document.body.querySelectorAll('*').length
        for (let index = 0; index < count; index += 1) {
          show(html)
          const element = document.body.querySelectorAll('*')[index]!
          if (index % 2 === 0) element.remove()
          else element.replaceWith(element.cloneNode(true), ...element.childNodes)
          expect(() => readEverything(erp, document)).not.toThrow()
        }
      }
    })

    test('attack 27 · fields and forms with the names of our tools are only fields', () => {
      const names = ['querySelectorAll', 'closest', 'matches', 'children', 'textContent', 'checkVisibility']
      const clobbering = names.map((name) => `<input name="${name}" id="${name}">`).join('')
      show(`<form>${clobbering}${pages.record(maria)}</form>${clobbering}`)
      expect(() => readEverything(erp, document)).not.toThrow()
    })
  })
}
