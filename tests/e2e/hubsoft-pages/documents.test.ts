import { describe, expect, test } from 'vitest'
import type { PageWindow } from './pages-in-browser.ts'
import { header, pagesInBrowser, recordPath } from './pages-in-browser.ts'

const { complaints, headerText, open, page, shown } = pagesInBrowser()

describe('documents', () => {
  test('the registration holds the CPF in input.value and nowhere else', async () => {
    await open(recordPath, { document: 'form-only' })
    await page().waitForFunction(
      () => document.querySelector<HTMLInputElement>('input[name="cpf_cnpj"]')?.value,
    )
    expect(await page().inputValue('input[name="cpf_cnpj"]')).toBe('731.640.258-07')
    expect(await page().getAttribute('input[name="cpf_cnpj"]', 'value')).toBeNull()
    expect(await page().content()).not.toContain('731.640.258-07')
    expect(await page().content()).not.toContain('73164025807')
  })

  test.each([
    ['formatted', '1162 - MARIA EXEMPLO DA SILVACPF/CNPJ: 731.640.258-07'],
    ['bare-labelled', '1162 - MARIA EXEMPLO DA SILVACPF/CNPJ: 73164025807'],
    ['bare-unlabelled', '1162 - MARIA EXEMPLO DA SILVA 73164025807'],
    ['masked', '1162 - MARIA EXEMPLO DA SILVACPF/CNPJ: ***.640.258-**'],
    ['absent', '1162 - MARIA EXEMPLO DA SILVA'],
    ['alphanumeric-cnpj', '1162 - MARIA EXEMPLO DA SILVACPF/CNPJ: 0K.7M2.Q9R/0001-05'],
    ['numeric-cnpj', '1162 - MARIA EXEMPLO DA SILVACPF/CNPJ: 04.718.253/0001-56'],
    ['split-spans', '1162 - MARIA EXEMPLO DA SILVACPF/CNPJ: 731.640.258-07'],
    ['empty-mask', '1162 - MARIA EXEMPLO DA SILVA'],
  ] as const)('document=%s', async (variant, expected) => {
    await open(recordPath, { document: variant })
    const text = (await headerText())?.replace(/ (?=CPF)/, '')
    expect(text).toContain(expected)
    expect(text?.replace(expected, '')).not.toMatch(/\d/)
  })

  test('the way changes without a load, in the view that is drawn next', async () => {
    await open(recordPath)
    await headerText()
    await page().evaluate(() =>
      (window as unknown as PageWindow).hubsoftPages.presentDocument('alphanumeric-cnpj'),
    )
    await expect.poll(headerText).toContain('0K.7M2.Q9R/0001-05')
  })

  test('document=nbsp: invisible characters stand around and inside it', async () => {
    await open(recordPath, { document: 'nbsp' })
    await headerText()
    expect(await page().textContent(header)).toContain('\u00a0731.\u2060640.\u2060258-07\u00a0')
  })

  test('a mask that is empty becomes a value when it is focused', async () => {
    await open(recordPath, { document: 'empty-mask' })
    await shown('input[name="cpf_cnpj"]')
    await page().focus('input[name="cpf_cnpj"]')
    await expect.poll(() => page().inputValue('input[name="cpf_cnpj"]')).toBe('___.___.___-__')
  })

  test('the kind of person changes the document in the one field', async () => {
    await open(recordPath, { document: 'person-switch' })
    await shown('input[name="cpf_cnpj"]')
    await page().click('md-radio-button:has-text("Jurídica")')
    await expect.poll(() => page().inputValue('input[name="cpf_cnpj"]')).toBe('04.718.253/0001-56')
  })

  test('look-alikes and labelled documents stand on the page when asked for', async () => {
    await open(recordPath, { lookalikes: 'on', labelled: 'on' })
    await shown('hs-labelled-documents')
    expect(await page().textContent('hs-lookalikes')).toContain('20260901080050')
    expect(await page().inputValue('input[name="cnpj_empresa"]')).toBe('AB.12C.D34/0001-84')
    expect(complaints()).toEqual([])
  })
})
