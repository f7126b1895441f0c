import { expect, test } from 'vitest'
import { negativationStates } from '../../shared/api.ts'
import { stateGroups } from './state-groups.ts'

test('each state stands in exactly one group, so that the counts add up', () => {
  expect(Object.values(stateGroups).flat().toSorted()).toEqual([...negativationStates].toSorted())
})
