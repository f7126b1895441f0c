import { describe, expect, test } from 'vitest'
import type { Erp } from '../../../extension/erps/erp.ts'
import type { ErpPages } from '../erp-pages.ts'
import { company, jose, maria, own, show } from './shown.ts'

/** What is read of the customer in a record. */
export const describeRecords = (erp: Erp, pages: ErpPages): void => {
  describe(`${erp.kind} · records`, () => {
    const read = (html: string) => {
      show(html)
      return erp.readRecord(document)
    }
    const documents = (html: string): string[] => read(html)?.documents ?? []

    test('one customer: the name, the document, and the element that shows them', () => {
      expect(read(pages.record(maria))).toMatchObject({
        name: maria.name,
        documents: ['73164025807'],
        masked: false,
      })
      expect(erp.readRecord(document)?.root.textContent).toContain(maria.name)
    })

    test('a company, with letters in its number', () => {
      expect(documents(pages.record(company))).toEqual(['0K7M2Q9R000105'])
    })

    test.each([
      '73164025807',
      '731.640.258-07',
      '\u00a0731.640.258\u201107 ',
      '<b>731.640.</b><b>258-07</b>',
    ])('written as %j', (text) =>
      expect(documents(pages.record({ ...maria, documents: [text] }))).toEqual(['73164025807']),
    )

    test('in a field whose value is a property alone', () => {
      show(pages.recordWithField.html)
      document.querySelector<HTMLInputElement>(pages.recordWithField.input)!.value = '731.640.258-07'
      expect(document.documentElement.outerHTML).not.toContain('731.640.258-07')
      expect(erp.readRecord(document)?.documents).toEqual(['73164025807'])
    })

    test('several documents: all of them, each once, for a person to choose', () => {
      const several = ['731.640.258-07', '907.315.826-59', '12.ABC.345/01DE-35']
      expect(documents(pages.record({ ...maria, documents: several })).toSorted()).toEqual(
        ['12ABC34501DE35', '73164025807', '90731582659'].toSorted(),
      )
      expect(
        documents(pages.record({ ...maria, documents: ['731.640.258-07', '73164025807'] })),
      ).toHaveLength(1)
    })

    test('G28 · masked: told, not guessed', () => {
      expect(read(pages.record({ ...maria, documents: ['***.640.258-**'] }))).toMatchObject({
        documents: [],
        masked: true,
      })
    })

    test.each(['731.640.258-08', '000.000.000-00', '___.___.___-__', '(37) 99001-0003', '731.640.258', ''])(
      'no document: %j',
      (text) => {
        const record = read(pages.record({ ...maria, documents: [text] }))
        expect(record).toMatchObject({ documents: [], masked: false })
      },
    )

    test.each(Object.entries(pages.leftOut))("not the customer's: %s", (_what, leave) => {
      for (const document of ['731.640.258-07', own]) expect(documents(leave(document))).toEqual([])
    })

    test('nobody, where the page shows no record, hides it, or shows two', () => {
      expect(documents(pages.empty)).toEqual([])
      expect(documents(pages.hidden(pages.record(maria)))).toEqual([])
      expect(read(pages.twoRecords(maria, jose))).toBeNull()
      expect(erp.readRecord(document.createDocumentFragment())).toBeNull()
    })

    test('another customer in the same page is another reading', () => {
      expect(documents(pages.record(maria))).toEqual(['73164025807'])
      expect(documents(pages.record(jose))).toEqual(['90731582659'])
    })
  })
}
