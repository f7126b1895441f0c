import { describe, expect, test } from 'vitest'
import type { Anchor, Erp } from '../../../extension/erps/erp.ts'
import type { ErpPages } from '../erp-pages.ts'
import { show } from './shown.ts'

/** Where something of ours may stand, and whether the page is dark. */
export const describePlaces = (erp: Erp, pages: ErpPages): void => {
  describe(`${erp.kind} · places and looks`, () => {
    const kinds = {
      toolbar: { find: (page: ParentNode) => erp.toolbarAnchor(page), twice: pages.toolbarTwice },
      record: { find: (page: ParentNode) => erp.recordAnchor(page), twice: pages.recordAnchorTwice },
    }
    const isSound = (anchor: Anchor | null): boolean =>
      anchor !== null &&
      anchor.element.isConnected &&
      anchor.element.checkVisibility() &&
      ['before', 'after', 'inside'].includes(anchor.side)

    describe.each(Object.entries(kinds))('%s', (_name, { find, twice }) => {
      test('the first visible place', () => {
        show(twice)
        expect(isSound(find(document))).toBe(true)
        const { element } = find(document)!
        element.setAttribute('data-first', '')
        expect(find(document)?.element.hasAttribute('data-first')).toBe(true)
      })

      test('none where nothing fits or everything is hidden: the panel floats', () => {
        for (const html of ['', '<div><p>Carregando</p></div>', pages.hidden(twice)]) {
          show(html)
          expect(find(document)).toBeNull()
        }
      })
    })

    test('dark, light, or unsaid', () => {
      const look = (html: string) => {
        show(html)
        return erp.isDark(document)
      }
      expect(look(pages.looks.dark)).toBe(true)
      expect(look(pages.looks.light)).toBe(false)
      expect(look(pages.looks.silent)).toBeNull()
    })
  })
}
