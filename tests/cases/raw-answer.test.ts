import { expect, test } from 'vitest'
import { clearingWorld } from '../properties/clearing-world.ts'
import { alter, callsOf, historyOf, newest, registered } from './removal-cases.ts'

const renamed = 'Operação concluída com êxito'

test('G54 · a renamed success of an inclusion ends as unknown, and the history holds what the bureau said', async () => {
  const world = await clearingWorld()
  world.bureau.pefin.offersLookUp = false
  world.bureau.faults.set('include', { kind: 'renamed-success', text: renamed })
  const record = await registered(world)
  await world.wait(5)
  expect((await newest(world, 0)).state).toBe('unknown')
  const line = (await historyOf(world, record)).find(({ event }) => event === 'lost')
  expect(line).toMatchObject({ to: 'unknown', text: renamed, protocol: expect.stringMatching(/^\d{9}$/) })
  expect(callsOf(world, 'include')).toBe(1)
})

test('G54 · an inclusion without any answer says in our words that its end is unknown', async () => {
  const world = await clearingWorld()
  world.bureau.faults.set('include', { kind: 'lost-before' })
  const record = await registered(world)
  const line = (await historyOf(world, record)).find(({ event }) => event === 'lost')
  expect(line).toMatchObject({ protocol: null, code: 'inclusion-uncertain' })
  expect(line?.text).not.toBe('')
})

test('G54 · a renamed success of a removal is no proof: the history holds the words, and it is asked again', async () => {
  const world = await clearingWorld()
  const record = await registered(world)
  world.bureau.faults.set('remove', { kind: 'renamed-success', text: renamed })
  world.payToday('119431')
  await world.wait(15)
  await world.wait(60)
  const line = (await historyOf(world, record)).find(({ event }) => event === 'removal-failed')
  expect(line).toMatchObject({
    to: 'removal-requested',
    text: renamed,
    protocol: expect.stringMatching(/^\d{9}$/),
  })
  expect(callsOf(world, 'remove')).toBe(2)
  expect((await newest(world, 0)).state).toBe('removed')
})

test('G48 · "not found" that proves nothing stands in the history word for word; the record keeps why it waits', async () => {
  const world = await clearingWorld()
  const record = await registered(world)
  await alter(world, record, { protocol: null, reference: null })
  world.bureau.pefin.removeElsewhere(record.contract)
  world.payToday('119431')
  await world.wait(15)
  const line = (await historyOf(world, record)).find(({ event }) => event === 'removal-failed')
  expect(line).toMatchObject({ code: '110', text: 'Registro já excluído' })
  expect((await newest(world, 0)).removal?.problem?.code).toBe('removal-unproven')
})
