import { beforeAll, describe, expect, test } from 'vitest'
import type { CustomerRecord, Erp } from '../../../extension/erps/erp.ts'
import { bundleForPage } from '../../setup/bundle-for-page.ts'
import type { Switches } from '../../simulators/hubsoft-pages/switches.ts'
import { pagesInBrowser, recordPath } from './pages-in-browser.ts'

const { open, page, shown } = pagesInBrowser()

let adapter = ''
beforeAll(async () => {
  adapter = await bundleForPage('extension/erps/hubsoft/index.ts', 'adapter')
})

type Read = Pick<CustomerRecord, 'name' | 'documents' | 'masked'>

/** What the adapter reads in a real page, once the record stands there. */
const read = async (path: string, switches: Switches): Promise<Read | null> => {
  await open(path, switches)
  await shown('#content:not(.ng-leave) .header h2')
  await page().waitForLoadState('networkidle')
  await page().evaluate(adapter.replace(/^var adapter/, 'globalThis.adapter'))
  return readAgain()
}

const readAgain = (): Promise<Read | null> =>
  page().evaluate(() => {
    const record = (globalThis as unknown as { adapter: { hubsoft: Erp } }).adapter.hubsoft.readRecord(
      document,
    )
    return record && { name: record.name, documents: record.documents, masked: record.masked }
  })

const customer = '73164025807'
const labelled = ['90010020055', '90001000000107', '12ABC34501DE35', '01234509857', 'AB12CD34000184']

describe('none is found that must not be', () => {
  test.each(['/cliente/editar/11943/cadastro', '/cliente/editar/11943/financeiro#faturas'])(
    'G24 · G25 · phones, slips, protocols, a Pix code, the own CNPJ, a credit report at %s',
    async (path) => {
      expect((await read(path, { lookalikes: 'on', document: 'absent' }))?.documents).toEqual([])
    },
  )

  test("nor another client's in a closed tab, nor a number without a label", async () => {
    const switches: Switches = { twin: 'on', document: 'bare-unlabelled' }
    expect((await read(recordPath, switches))?.documents).toEqual([])
  })
})

describe('all are found that must be', () => {
  test('under their labels, in fields and in texts', async () => {
    const found = await read(recordPath, { labelled: 'on', document: 'absent' })
    expect(found?.documents.toSorted()).toEqual(labelled.toSorted())
  })

  test("beside the customer's own, and among numbers that only look like documents", async () => {
    const found = await read(recordPath, { labelled: 'on', lookalikes: 'on' })
    expect(found?.documents.toSorted()).toEqual([customer, ...labelled].toSorted())
  })

  const variants: [NonNullable<Switches['document']>, string[]][] = [
    ['formatted', [customer]],
    ['form-only', [customer]],
    ['bare-labelled', [customer]],
    ['split-spans', [customer]],
    ['nbsp', [customer]],
    ['alphanumeric-cnpj', ['0K7M2Q9R000105']],
    ['numeric-cnpj', ['04718253000156']],
    ['empty-mask', []],
  ]
  test.each(variants)('document=%s', async (document, expected) => {
    expect(await read(recordPath, { document })).toEqual({
      name: 'MARIA EXEMPLO DA SILVA',
      documents: expected,
      masked: false,
    })
  })

  test('G28 · document=masked is told', async () => {
    expect(await read(recordPath, { document: 'masked' })).toMatchObject({ documents: [], masked: true })
  })

  test('the kind of person changes the document', async () => {
    expect((await read(recordPath, { document: 'person-switch' }))?.documents).toEqual([customer])
    await page().click('md-radio-button:has-text("Jurídica")')
    await expect.poll(async () => (await readAgain())?.documents).toEqual(['04718253000156'])
  })

  test('capitals by CSS change nothing', async () => {
    const found = await read(recordPath, { uppercase: 'on', labelled: 'on' })
    expect(found).toMatchObject({ name: 'MARIA EXEMPLO DA SILVA' })
    expect(found?.documents).toHaveLength(6)
  })
})
