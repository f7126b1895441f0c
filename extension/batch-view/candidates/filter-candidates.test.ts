// @vitest-environment node
import { assert, boolean, constantFrom, integer, property, record, subarray } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Candidate } from '../../../shared/api.ts'
import { reason } from '../../ui/testing/debt-samples.ts'
import { candidateOf, manyCandidates, overdue } from '../testing/candidate-samples.ts'
import { ableOf, filterCandidates, totalsOf } from './filter-candidates.ts'
import type { Filters } from './filters.ts'
import { furtherFilters, isFiltered, noFilters, readFilters, situationFilters } from './filters.ts'
import { modelBuilder, modelOf } from './model.ts'

const named = (id: string, name: string, over: Partial<Candidate> = {}): Candidate =>
  candidateOf({ id, customer: { id, code: `1${id}`, name, document: '73164025807' }, ...over })

const found = (candidates: Candidate[], filters: Partial<Filters>, only: ReadonlySet<string> | null = null) =>
  filterCandidates(modelOf(candidates).entries, readFilters({ ...noFilters, ...filters }).wanted, only).map(
    ({ id }) => id,
  )

describe('the free text', () => {
  const candidates = [
    named('1', 'JOSÉ ANTÔNIO DA CONCEIÇÃO'),
    named('2', 'Maria José', {
      customer: { id: '2', code: '907', name: 'Maria José', document: '04718253000156' },
      invoices: [overdue({ id: '77001' })],
    }),
    named('3', 'ANA-LUÍSA', {
      customer: { id: '3', code: '3', name: 'ANA-LUÍSA', document: '0K7M2Q9R000105' },
    }),
  ]

  test.each([
    ['jose', '1 2'],
    ['JOSÉ', '1 2'],
    ['conceicao jose', '1'],
    ['731.640.258-07', '1'],
    ['73164025807', '1'],
    ['731.640', '1'],
    ['04.718.253/0001-56', '2'],
    ['0k.7m2.q9r/0001-05', '3'],
    ['907', '2'],
    ['77001', '2'],
    ['ana-luisa', '3'],
    ['-', '3'],
    ['  ', '1 2 3'],
    ['nobody', ''],
  ])('%s finds %s', (text, ids) => {
    expect(found(candidates, { text }).join(' ')).toBe(ids)
  })
})

describe('the other filters', () => {
  const blocked = reason({ level: 'block', code: 'document-invalid' })
  const candidates = [
    named('fit', 'A', { city: 'Araguari', invoices: [overdue({ daysLate: 60, cents: 50_00 })] }),
    named('warned', 'B', { reasons: [reason({ code: 'several-customers' })], service: null }),
    named('blocked', 'C', { reasons: [blocked], issuer: '' }),
    named('registered', 'D', { invoices: [overdue({ isRegistered: true, cents: 50_00, daysLate: 59 })] }),
  ]

  test.each([
    ['all', 'fit warned blocked registered'],
    ['able', 'fit warned'],
    ['fit', 'fit'],
    ['warned', 'warned'],
    ['blocked', 'blocked'],
    ['registered', 'registered'],
  ] as const)('situation %s', (situation, ids) => {
    expect(found(candidates, { situation }).join(' ')).toBe(ids)
  })

  test('days late and value, both ends included; empty ends are open', () => {
    expect(found(candidates, { minDays: '60' })).toEqual(['fit', 'warned', 'blocked'])
    expect(found(candidates, { minValue: '50,01' })).toEqual(['warned', 'blocked'])
    expect(found(candidates, { minValue: '50', maxValue: 'R$ 50,00' })).toEqual(['fit', 'registered'])
  })

  test('service state, city and issuer as they were found, nothing among them', () => {
    expect(found(candidates, { service: 'cancelado' })).toEqual(['fit', 'blocked', 'registered'])
    expect(found(candidates, { service: '' })).toEqual(['warned'])
    expect(found(candidates, { city: 'Araguari' })).toEqual(['fit'])
    expect(found(candidates, { issuer: '' })).toEqual(['blocked'])
  })

  test('only those of a set', () => {
    expect(found(candidates, {}, new Set(['warned', 'gone']))).toEqual(['warned'])
  })

  test('what is not understood does not filter, and is told', () => {
    const filters = { ...noFilters, minDays: '3 meses', minValue: '1.5', maxValue: '-' }
    expect(readFilters(filters).unclear).toEqual(['minDays', 'minValue', 'maxValue'])
    expect(found(candidates, filters)).toHaveLength(4)
  })

  test('how many of the further ones are set', () => {
    expect(furtherFilters({ ...noFilters, minValue: '1', maxValue: '2', city: 'Araguari', text: 'a' })).toBe(
      2,
    )
    expect(isFiltered(noFilters)).toBe(false)
    expect(isFiltered({ ...noFilters, onlySelected: true })).toBe(true)
  })
})

describe('the model', () => {
  test('counts what was found, and shows what may be selected of a candidate', () => {
    const invoices = [
      overdue({ id: '1', cents: 10_00, daysLate: 90 }),
      overdue({ id: '2', cents: 5_00, daysLate: 200, isRegistered: true }),
    ]
    const { entries, services, cities, customers } = modelOf([
      candidateOf({ id: 'a', invoices }),
      candidateOf({ id: 'b', service: null }),
    ])
    expect(entries[0]).toMatchObject({ invoices: 1, cents: 10_00, daysLate: 90, selectable: ['1'] })
    expect(services).toEqual([
      { value: '', count: 1 },
      { value: 'cancelado', count: 1 },
    ])
    expect(cities).toEqual([{ value: 'Uberlândia', count: 2 }])
    expect(customers).toBe(1)
  })

  test('page by page it becomes the same as at once; a candidate that comes twice counts once', () => {
    const candidates = manyCandidates(30)
    const add = modelBuilder()
    add(candidates.slice(0, 12))
    add(candidates.slice(10, 20))
    const model = add(candidates.slice(20))
    expect(model).toEqual(modelOf(candidates))
  })
})

test('what is shown is exactly what is asked for, and its totals are those of a naive count', () => {
  const candidates = manyCandidates(120)
  const model = modelOf(candidates)
  const filters = record({
    text: constantFrom('', 'maria', 'jose 1', '731.640'),
    minDays: constantFrom('', '60', '200'),
    minValue: constantFrom('', '150'),
    maxValue: constantFrom('', '200,50'),
    service: constantFrom(null, 'cancelado'),
    city: constantFrom(null, 'Araguari'),
    issuer: constantFrom(null),
    situation: constantFrom(...situationFilters),
    onlySelected: boolean(),
  })
  assert(
    property(
      filters,
      subarray(model.entries.map(({ id }) => id)),
      integer({ min: 0, max: 1 }),
      (one, ids, some) => {
        const only = some === 1 ? new Set(ids) : null
        const shown = filterCandidates(model.entries, readFilters(one).wanted, only)
        const others = model.entries.filter((entry) => !shown.includes(entry))
        const total = totalsOf(shown)
        const all = totalsOf(model.entries)
        const rest = totalsOf(others)
        expect([total.cents + rest.cents, total.invoices + rest.invoices]).toEqual([all.cents, all.invoices])
        expect(total.people).toBe(new Set(shown.map(({ candidate }) => candidate.customer.id)).size)
        expect(ableOf(shown).every(({ situation }) => situation === 'fit' || situation === 'warned')).toBe(
          true,
        )
      },
    ),
    { numRuns: 60 },
  )
})
