import { expect, test } from 'vitest'
import type { Document } from '../../shared/document.ts'
import { integration, product, unsaved } from '../ui/testing/samples.ts'
import { chosenOr, productsFor, readyIntegrations } from './query-choices.ts'

const both = product()
const companies = product({ code: 'PJ', persons: ['J'] })
const persons = product({ code: 'PF', persons: ['F'] })
const pefin = product({ code: 'INCLUSAO_PEFIN', kind: 'inclusion', persons: [] })
const all = integration({ products: [both, companies, persons, pefin] })

test('products follow the kind of person', () => {
  expect(productsFor(all, '73164025807' as Document)).toEqual([both, persons])
  expect(productsFor(all, 'A1B2C3D401DE40' as Document)).toEqual([both, companies])
  expect(productsFor(all, null)).toEqual([both, companies, persons])
  expect(productsFor(undefined, null)).toEqual([])
})

test('an integration without credentials or query products cannot query', () => {
  expect(
    readyIntegrations([all, integration({ query: unsaved }), integration({ products: [pefin] })]),
  ).toEqual([all])
})

test('a choice that no longer fits falls back to the first', () => {
  expect(chosenOr([both, persons], ({ code }) => code, 'PF')).toBe(persons)
  expect(chosenOr([both, companies], ({ code }) => code, 'PF')).toBe(both)
  expect(chosenOr([], () => '', 'PF')).toBeUndefined()
})
