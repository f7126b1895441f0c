// @vitest-environment node
import { expect, test } from 'vitest'
import { reason } from '../../ui/testing/debt-samples.ts'
import { modelOf } from '../candidates/model.ts'
import { candidateOf, overdue } from '../testing/candidate-samples.ts'
import { besides, fromPage } from './from-page.ts'
import { allChosen, emptySelection, withChosen } from './select.ts'

const fee = reason({ code: 'fee', level: 'block' })
const model = modelOf([
  candidateOf({ id: 'a', invoices: [overdue({ id: '1' }), overdue({ id: '2' }), overdue({ id: '3' })] }),
  candidateOf({ id: 'b', invoices: [overdue({ id: '4', reasons: [fee] })] }),
])

test('what was ticked on the page is chosen as far as it may be, beside what was chosen before', () => {
  const found = fromPage(['3', '1', '3', '4', '99'], model)
  expect(found).toMatchObject({ ticked: 4, able: 2 })
  const before = withChosen(emptySelection(model), [[model.entries[0]!, ['2']]])
  const after = withChosen(before, besides(found, before))
  expect(allChosen(after)).toEqual(new Map([['a', ['1', '2', '3']]]))
})

test('those that may not are told with their line, or as absent', () => {
  const { others } = fromPage(['4', '99'], model)
  expect(others).toEqual([
    { invoiceId: '4', entry: model.entries[1], invoice: model.entries[1]?.candidate.invoices[0] },
    { invoiceId: '99', entry: null, invoice: null },
  ])
})
