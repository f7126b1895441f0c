import { expect, test } from 'vitest'
import type { MachineEvent } from '../../proxy/negativation/event.ts'
import { texts } from '../../shared/locales/texts.ts'

/** Every kind, or this does not compile. */
const kinds = {
  cancel: true,
  confirm: true,
  accepted: true,
  refused: true,
  'not-sent': true,
  lost: true,
  restart: true,
  looked: true,
  adopted: true,
  'person-found': true,
  'person-not-found': true,
  latch: true,
  hold: true,
  keep: true,
  pick: true,
  'removal-accepted': true,
  'removal-absent': true,
  'removal-failed': true,
  read: true,
} satisfies Record<MachineEvent['kind'], true>

test('the history has words for a draft and for everything that can happen to a record', () => {
  expect(Object.keys(texts('pt-BR').negativation.events).toSorted()).toEqual(
    ['draft', ...Object.keys(kinds)].toSorted(),
  )
})
