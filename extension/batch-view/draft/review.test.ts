import { expect, test } from 'vitest'
import type { ConfirmAct } from './review.ts'
import { actWith } from './review.ts'

const act: ConfirmAct = {
  key: 'k1',
  seal: 's1',
  people: 2,
  accepted: ['erp-records-unseen', 'service-active'],
  written: 'Conferido.',
}
const { key: _key, ...content } = act

test('G43 · the same content pressed again is the same act', () => {
  const again = { ...content, accepted: content.accepted.toReversed() }
  expect(actWith(again, act, () => 'k2')).toEqual({ ...again, key: 'k1' })
})

test.each<[string, Partial<ConfirmAct>]>([
  ['seal', { seal: 's2' }],
  ['number of people', { people: 3 }],
  ['accepted set', { accepted: ['service-active'] }],
  ['written reason', { written: 'Outra.' }],
])('another %s is another act', (_what, part) => {
  expect(actWith({ ...content, ...part }, act, () => 'k2').key).toBe('k2')
})

test('without a noted act there is a new key', () =>
  expect(actWith(content, null, () => 'k2').key).toBe('k2'))
