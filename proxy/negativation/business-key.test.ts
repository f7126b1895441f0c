import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cnpj, Document } from '../../shared/document.ts'
import { parseCnpj, parseDocument } from '../../shared/document.ts'
import type { KeyParts } from './business-key.ts'
import { businessKey, contractOf } from './business-key.ts'

const parts: KeyParts = {
  environment: 'production',
  creditor: parseCnpj('04.718.253/0001-56') as Cnpj,
  document: parseDocument('731.640.258-07') as Document,
  erpId: 'erp-1',
  invoiceIds: ['62640', '62636', '7001'],
}

const invoiceIds = fc.uniqueArray(fc.integer({ min: 1, max: 9_999_999 }).map(String), {
  minLength: 1,
  maxLength: 12,
})
const mixed = fc
  .tuple(invoiceIds, fc.array(fc.integer()))
  .map(
    ([ids, keys]) =>
      [
        ids,
        ids.toSorted((a, b) => (keys[a.length] ?? 0) - (keys[b.length] ?? 0) || (a < b ? 1 : -1)),
      ] as const,
  )

test('G43 · the same invoices in any order, named twice or not, are one debt with one contract', () => {
  fc.assert(
    fc.property(mixed, ([ids, shuffled]) => {
      const key = businessKey({ ...parts, invoiceIds: ids })
      expect(businessKey({ ...parts, invoiceIds: [...shuffled, ids[0]!] })).toBe(key)
      expect(contractOf(key, shuffled)).toBe(contractOf(key, ids))
    }),
  )
})

test('every part makes another debt, and another contract though the smallest invoice is the same', () => {
  const others: KeyParts[] = [
    { ...parts, environment: 'test' },
    { ...parts, creditor: parseCnpj('12.ABC.345/01DE-35') as Cnpj },
    { ...parts, document: parseDocument('318.275.940-04') as Document },
    { ...parts, erpId: 'erp-2' },
    { ...parts, invoiceIds: ['7001'] },
    { ...parts, invoiceIds: ['7001', '62636'] },
  ]
  const keys = [parts, ...others].map((each) => businessKey(each))
  expect(new Set(keys).size).toBe(7)
  const contracts = keys.map((key) => contractOf(key, ['7001']))
  expect(new Set(contracts).size).toBe(7)
})

test('different keys with the same smallest invoice give different contracts', () => {
  fc.assert(
    fc.property(invoiceIds, invoiceIds, (one, other) => {
      const ids = [
        ['1', ...one],
        ['1', ...other],
      ].map((each) => [...new Set(each)])
      const [key, otherKey] = ids.map((each) => businessKey({ ...parts, invoiceIds: each }))
      fc.pre(key !== otherKey)
      expect(contractOf(key!, ids[0]!)).not.toBe(contractOf(otherKey!, ids[1]!))
    }),
    { numRuns: 1_000 },
  )
})

test('a contract has at most 16 characters and begins with the smallest invoice, by its number', () => {
  const key = businessKey(parts)
  expect(contractOf(key, parts.invoiceIds)).toMatch(/^7001-[0-9A-HJKMNP-TV-Z]{6}$/)
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/), { minLength: 1 }), (ids) => {
      const contract = contractOf(businessKey({ ...parts, invoiceIds: ids }), ids)
      expect(contract.length).toBeLessThanOrEqual(16)
      expect(contract).toMatch(/^[A-Za-z0-9_-]+-[0-9A-Z]{6}$/)
    }),
  )
})

test('the contract of a debt is the same for ever: the bureau knows the record by it', () => {
  expect(contractOf(businessKey(parts), parts.invoiceIds)).toBe('7001-XM5T4K')
})
