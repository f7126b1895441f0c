import { expect, test } from 'vitest'
import { faultSwitch } from './fault-switch.ts'

test('a fault strikes once, so many times, or until it is cleared', () => {
  const faults = faultSwitch<'a' | 'b', string>()
  faults.set('a', 'broken')
  expect([faults.take('a'), faults.take('a')]).toEqual(['broken', null])
  faults.set('a', 'broken', 2)
  expect([faults.take('a'), faults.take('a'), faults.take('a')]).toEqual(['broken', 'broken', null])
  faults.set('a', 'broken', 'always')
  faults.set('b', 'other')
  expect([faults.take('a'), faults.take('a'), faults.take('b')]).toEqual(['broken', 'broken', 'other'])
  faults.clear()
  expect(faults.take('a')).toBeNull()
})

test('a fault lets so many requests pass first', () => {
  const faults = faultSwitch<'a', string>()
  faults.after('a', 2, 'broken')
  expect([1, 2, 3, 4].map(() => faults.take('a'))).toEqual([null, null, 'broken', null])
})

test('release lets those go that wait now, not those that come later', async () => {
  const faults = faultSwitch<'a', string>()
  const gone: string[] = []
  const early = faults.released().then(() => gone.push('early'))
  faults.release()
  void faults.released().then(() => gone.push('late'))
  await early
  expect(gone).toEqual(['early'])
})
