import { expect, test } from 'vitest'
import { parseDocument } from '../../../../shared/document.ts'
import { database } from '../database.ts'
import { addDefaulters } from './defaulters.ts'

const today = '2026-11-25'
const added = (count: number, options: { from?: number; isPlain?: boolean } = {}) => {
  const data = database(() => today)
  return { data, all: addDefaulters(data, count, { today, ...options }) }
}

test('everybody has a valid document and numbers of his own', () => {
  const { all, data } = added(2_000)
  const documents = all.map(({ document }) => document)
  expect(documents.filter((document) => parseDocument(document) === null)).toEqual([])
  expect(new Set(documents).size).toBe(2_000)
  expect(documents.filter((document) => /[A-Z]/.test(document)).length).toBeGreaterThan(50)
  for (const items of [data.customers, data.invoices, data.customers.flatMap(({ services }) => services)])
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
})

test('every trait is there, and the same number is the same person', () => {
  const { all } = added(1_000)
  const flaws = all.flatMap(({ debts }) => debts.flatMap(({ invoices }) => invoices.map(({ flaw }) => flaw)))
  expect(new Set(flaws).size).toBe(8)
  expect(new Set(all.map(({ address }) => address)).size).toBe(3)
  expect(all.some(({ isMinor }) => isMinor)).toBe(true)
  expect(all.some(({ debts }) => debts.length === 2)).toBe(true)
  expect(all.filter(({ debts }) => debts[0]?.isCancelled).length).toBeGreaterThan(700)
  expect(added(1, { from: 999 }).all[0]).toEqual(all[999])
})

test('plain ones have one invoice each, and nothing in the way', () => {
  const { all } = added(300, { isPlain: true })
  expect(all.every(({ address, isMinor }) => address === 'whole' && !isMinor)).toBe(true)
  expect(all.flatMap(({ debts }) => debts)).toHaveLength(300)
  expect(all.every(({ debts: [debt] }) => debt?.isCancelled && debt.invoices[0]?.flaw === null)).toBe(true)
})

test('a search costs what it finds, also among many', () => {
  const { data, all } = added(6_000)
  const [someone] = all
  expect(data.customersBy.document(someone!.document)).toHaveLength(1)
  expect(data.customersBy.code(String(someone!.code))).toHaveLength(1)
  expect(data.invoicesOf(someone!.customerId)).toHaveLength(1)
  data.customer(someone!.customerId).document = 'other'
  expect(data.customersBy.document('other')).toHaveLength(1)
  expect(data.customersBy.document(someone!.document)).toEqual([])
  data.erase(someone!.debts[0]!.invoices[0]!.id)
  expect(data.invoicesOf(someone!.customerId)).toEqual([])
})
