import { describe, expect, test, vi } from 'vitest'
import type { Erp, GridRow } from '../../../extension/erps/erp.ts'
import { mostSelected } from '../../../extension/erps/erp.ts'
import type { ErpPages } from '../erp-pages.ts'
import { company, invoice, maria, show } from './shown.ts'

/** What is read of lists: customers, invoices, and which are ticked. */
export const describeGrids = (erp: Erp, pages: ErpPages): void => {
  describe(`${erp.kind} · grids`, () => {
    const rowsOf = (html: string): (GridRow | null)[] => {
      show(html)
      return erp.grids(document).flatMap((grid) => Array.from(grid.rows, (row) => grid.read(row)))
    }
    const selected = (html: string): string[] => {
      show(html)
      return erp.selectedInvoices(document)
    }

    test('the customers of a list, by the column for CPF/CNPJ', () => {
      const rows = rowsOf(pages.customers([maria, { name: 'SEM DOCUMENTO', documents: [] }, company]))
      expect(rows).toMatchObject([
        { kind: 'document', document: '73164025807' },
        null,
        { kind: 'document', document: '0K7M2Q9R000105' },
      ])
      expect(rows.map((row) => row?.cell.isConnected)).toEqual([true, undefined, true])
    })

    test('the invoices of a grid, by their number', () => {
      expect(rowsOf(pages.invoices([invoice('62636'), invoice('62637', false), invoice('x')]))).toMatchObject(
        [{ kind: 'invoice', id: '62636' }, { kind: 'invoice', id: '62637' }, null],
      )
    })

    test('the ticked invoices, each once, in the order of the page', () => {
      expect(
        selected(pages.invoices([invoice('3'), invoice('2', false), invoice('1'), invoice('3')])),
      ).toEqual(['3', '1'])
      expect(selected(pages.invoices([invoice('1', false)]))).toEqual([])
      expect(selected(pages.customers([maria]))).toEqual([])
    })

    test.each(Object.entries(pages.otherGrids))('no invoices: %s', (_what, grid) => {
      const html = grid(['62636', '62637'])
      expect(rowsOf(html).filter((row) => row?.kind === 'invoice')).toEqual([])
      expect(selected(html)).toEqual([])
    })

    test('what is hidden is no grid and no selection', () => {
      const html = pages.hidden(pages.invoices([invoice('62636')]) + pages.customers([maria]))
      expect(rowsOf(html)).toEqual([])
      expect(selected(html)).toEqual([])
    })

    test('a row of elsewhere says nothing', () => {
      show(pages.invoices([invoice('62636')]))
      for (const grid of erp.grids(document)) {
        expect(grid.read(document.createElement('tr'))).toBeNull()
      }
    })

    test('attack 27 · no more than the limit is read of what is ticked', () => {
      const many = Array.from({ length: mostSelected + 20 }, (_, index) => invoice(String(index + 1)))
      expect(selected(pages.invoices(many)).length).toBeLessThanOrEqual(mostSelected)
    })

    test('finding the grids costs the same for ten rows and for a thousand', () => {
      const costOf = (rows: number): number => {
        show(pages.invoices(Array.from({ length: rows }, (_, index) => invoice(String(index + 1)))))
        const reads = [
          vi.spyOn(Node.prototype, 'textContent', 'get'),
          vi.spyOn(Element.prototype, 'textContent', 'get'),
          vi.spyOn(Element.prototype, 'checkVisibility'),
          vi.spyOn(Element.prototype, 'matches'),
          vi.spyOn(Element.prototype, 'closest'),
        ]
        erp.grids(document)
        const count = reads.reduce((sum, { mock }) => sum + mock.calls.length, 0)
        vi.restoreAllMocks()
        return count
      }
      expect(costOf(10)).toBeGreaterThan(0)
      expect(costOf(1000)).toBe(costOf(10))
    })
  })
}
