// @vitest-environment node
import { expect, test } from 'vitest'
import { erp } from '../../ui/testing/samples.ts'
import { chooseErp, erpOfSite } from './choose-erp.ts'

const one = erp()
const other = erp({ id: 'e2', baseUrl: 'https://api.filial.hubsoft.com.br' })

test('a page belongs to the ERP whose API stands beside its site, else to the only one', () => {
  expect(erpOfSite([one, other], 'filial.hubsoft.com.br')).toBe('e2')
  expect(erpOfSite([one, other], ' Filial.HubSoft.com.br ')).toBe('e2')
  expect(erpOfSite([one, other], 'hubsoft.com.br')).toBeNull()
  expect(erpOfSite([one], 'erp.example')).toBe('e1')
  expect(erpOfSite([], 'erp.example')).toBeNull()
})

test('the page chooses before what was chosen earlier; among several a person chooses', () => {
  expect(chooseErp([one, other], { site: 'filial.hubsoft.com.br', before: 'e1' })).toBe('e2')
  expect(chooseErp([one, other], { site: null, before: 'e1' })).toBe('e1')
  expect(chooseErp([one, other], { site: null, before: 'gone' })).toBeNull()
  expect(chooseErp([one], { site: null, before: 'gone' })).toBe('e1')
})
