// @vitest-environment node
import { array, assert, boolean, constantFrom, integer, oneof, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Totals } from '../../../shared/api.ts'
import { filterCandidates } from '../candidates/filter-candidates.ts'
import { noFilters, readFilters } from '../candidates/filters.ts'
import type { Entry } from '../candidates/model.ts'
import { modelOf } from '../candidates/model.ts'
import { rowsOf } from '../candidates/rows.ts'
import { candidateOf, manyCandidates, overdue } from '../testing/candidate-samples.ts'
import { isRowChosen, withRows } from './range.ts'
import { reconcile } from './reconcile.ts'
import type { Selection } from './select.ts'
import {
  allChosen,
  chosenOf,
  debtsOf,
  emptySelection,
  isNothingChosen,
  selectionOf,
  shareOfAll,
  shareOfEntry,
  withAll,
  withChosen,
} from './select.ts'
import { readSelectionText, selectionText } from './selection-text.ts'

/** Every fourth customer has two debts. */
const candidates = manyCandidates(80).map((candidate, at) =>
  at % 4 === 0 ? { ...candidate, customer: { ...candidate.customer, id: `c${at + 1}` } } : candidate,
)
const model = modelOf(candidates)
const rows = rowsOf(model.entries, new Set(model.entries.map(({ id }) => id)))

const recount = (selection: Selection): Totals => {
  const some = model.entries.filter((entry) => chosenOf(selection, entry).length > 0)
  const invoices = some.flatMap((entry) =>
    entry.candidate.invoices.filter(({ id }) => chosenOf(selection, entry).includes(id)),
  )
  return {
    people: new Set(some.map(({ candidate }) => candidate.customer.id)).size,
    debts: some.length,
    invoices: invoices.length,
    cents: invoices.reduce((sum, { cents }) => sum + cents, 0),
  }
}

const steps = array(
  oneof(
    record({
      kind: constantFrom('rows' as const),
      from: integer({ min: 0, max: rows.length - 1 }),
      length: integer({ min: 1, max: 30 }),
      isChosen: boolean(),
    }),
    record({
      kind: constantFrom('all' as const),
      text: constantFrom('', 'maria', 'jose', 'acme'),
      isChosen: boolean(),
    }),
    record({ kind: constantFrom('again' as const) }),
  ),
  { maxLength: 12 },
)

test('whatever is done, the totals are those of a naive count and only what may be selected is selected', () => {
  assert(
    property(steps, (done) => {
      let selection = emptySelection(model)
      for (const step of done) {
        if (step.kind === 'rows')
          selection = withRows(selection, rows.slice(step.from, step.from + step.length), step.isChosen)
        else if (step.kind === 'again') selection = selectionOf(allChosen(selection), model)
        else {
          const { wanted } = readFilters({ ...noFilters, text: step.text })
          selection = withAll(selection, filterCandidates(model.entries, wanted, null), step.isChosen)
        }
        expect(selection.totals).toEqual(recount(selection))
      }
      for (const entry of model.entries)
        expect(entry.selectable).toEqual(expect.arrayContaining([...chosenOf(selection, entry)]))
      expect(reconcile(allChosen(selection), model)).toMatchObject({ gone: 0, barred: 0 })
      expect(readSelectionText(selectionText(allChosen(selection)))).toEqual(allChosen(selection))
    }),
    { numRuns: 40 },
  )
})

test('selecting all of one filter and then of another neither loses nor doubles a cent', () => {
  const of = (text: string) =>
    filterCandidates(model.entries, readFilters({ ...noFilters, text }).wanted, null)
  const both = withAll(withAll(emptySelection(model), of('maria'), true), of(''), true)
  expect(both.totals).toEqual(withAll(emptySelection(model), model.entries, true).totals)
  const rest = withAll(both, of('maria'), false)
  expect(rest.totals.cents).toBe(
    both.totals.cents - withAll(emptySelection(model), of('maria'), true).totals.cents,
  )
  expect(withAll(rest, of(''), false).totals).toEqual(emptySelection(model).totals)
})

describe('a selection', () => {
  const small = modelOf([
    candidateOf({ id: 'a', invoices: [overdue({ id: '1' }), overdue({ id: '2', cents: 10_05 })] }),
    candidateOf({ id: 'b', service: null, invoices: [overdue({ id: '3' })] }),
    candidateOf({ id: 'c', invoices: [overdue({ id: '4', isRegistered: true })] }),
  ])
  const [a, b, c] = small.entries as [Entry, Entry, Entry]

  test('a person with two debts counts once', () => {
    const selection = withAll(emptySelection(small), [a, b], true)
    expect(selection.totals).toEqual({ people: 1, debts: 2, invoices: 3, cents: 79_90 + 10_05 + 79_90 })
    expect(withAll(selection, [a], false).totals).toEqual({ people: 1, debts: 1, invoices: 1, cents: 79_90 })
  })

  test('a part of a candidate is some of it; what may not be selected never is', () => {
    const selection = withChosen(emptySelection(small), [
      [a, ['2', 'other']],
      [c, ['4']],
    ])
    expect(shareOfEntry(a, selection)).toBe('some')
    expect(shareOfEntry(c, selection)).toBe('none')
    expect(shareOfAll([a, b], selection)).toBe('some')
    expect(shareOfAll([c], selection)).toBe('none')
    expect(selection.totals).toEqual({ people: 1, debts: 1, invoices: 1, cents: 10_05 })
    const line = rowsOf([a], new Set(['a'])).find(({ key }) => key === 'a/2')
    expect(line && isRowChosen(line, selection)).toBe(true)
  })

  test('it is sent in the order of the list', () => {
    const selection = withChosen(withAll(emptySelection(small), [b], true), [[a, ['2', '1']]])
    expect(debtsOf(selection)).toEqual([
      { customerId: 'c1', serviceId: 's1', invoiceIds: ['1', '2'] },
      { customerId: 'c1', serviceId: null, invoiceIds: ['3'] },
    ])
  })

  test('what is not in this reading stays chosen and does not count', () => {
    const chosen = new Map([
      ['a', ['1', '9']],
      ['z', ['8']],
    ])
    const selection = selectionOf(chosen, small)
    expect(selection.totals).toMatchObject({ debts: 1, invoices: 1 })
    expect(new Map([...allChosen(selection)].map(([id, ids]) => [id, [...ids].toSorted()]))).toEqual(chosen)
    expect(isNothingChosen(selection)).toBe(false)
    expect(isNothingChosen(selectionOf(new Map(), small))).toBe(true)
  })

  test('after a complete reading what is gone or barred is taken out, and counted', () => {
    const chosen = new Map([
      ['a', ['1', '9']],
      ['c', ['4']],
      ['z', ['7', '8']],
    ])
    expect(reconcile(chosen, small)).toEqual({ chosen: new Map([['a', ['1']]]), gone: 3, barred: 1 })
    const whole = new Map([['a', ['1']]])
    expect(reconcile(whole, small).chosen).toBe(whole)
  })

  test('a kept text that is not understood is an empty selection', () => {
    for (const text of ['', '{', '{"a":["1"]}', '[["a",[]]]', 'null'])
      expect(readSelectionText(text).size).toBe(0)
  })
})
