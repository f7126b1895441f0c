import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Defaulter } from '../simulators/hubsoft-api/seed/defaulters.ts'
import type { BatchDesk } from './batch-desk.ts'
import { batchDesk, platformsWithDefaulters } from './batch-desk.ts'
import { leaveDesk } from './debt-desk.ts'
import type { Platforms } from './debt-desk.ts'

let platforms: Platforms
let all: Defaulter[]
let desk: BatchDesk
beforeAll(async () => {
  const world = await platformsWithDefaulters(40)
  platforms = world.platforms
  all = world.defaulters
})
afterAll(() => platforms.close())
beforeEach(async () => {
  desk = await batchDesk(platforms)
  await desk.policy({ batchAtOnce: 3 })
})
afterEach(() => leaveDesk(platforms, desk))

/** Several hundred requests over real sockets, beside whatever else the machine does. */
const patience = 30_000

const logins = () => platforms.hubsoft.ledger.of('token').length
const doubles = () =>
  platforms.connect.pefin.live().filter(({ contract }) => platforms.connect.pefin.inclusions(contract) !== 1)

test(
  'G85 · the ERP’s token dies in the middle of a batch with three at once: one login, each item sent once',
  async () => {
    const { id } = await desk.draft(all)
    platforms.hubsoft.ledger.clear()
    await desk.confirm(id)
    await platforms.connect.ledger.seen('include', 16)
    platforms.hubsoft.tokens.revokeAll()
    await desk.service.services.idle()
    expect(await desk.look(id)).toMatchObject({ state: 'done', counts: { sent: 40 } })
    expect(logins()).toBe(1)
    expect(desk.includes()).toBe(40)
    expect(doubles()).toEqual([])
  },
  patience,
)

test(
  'G85 · the ERP refuses its user for good: stopped at its place; once it is taken again a person goes on',
  async () => {
    const { id } = await desk.draft(all)
    await desk.confirm(id)
    await platforms.connect.ledger.seen('include', 10)
    platforms.hubsoft.faults.set('customer', { kind: 'unauthorized' }, 'always')
    await desk.service.services.idle()
    const stopped = await desk.look(id)
    expect(stopped).toMatchObject({
      state: 'stopped',
      stop: { cause: 'credentials', problem: { code: 'erp-credentials-refused' } },
      counts: { refused: 0, failed: 0, skipped: 0, sending: 0 },
    })
    const { sent, waiting } = stopped.counts
    expect([sent + waiting, desk.includes()]).toEqual([40, sent])
    expect(waiting).toBeGreaterThan(5)

    platforms.hubsoft.faults.clear()
    await desk.ana.call('batchResume', { id })
    await desk.service.services.idle()
    expect(await desk.look(id)).toMatchObject({ state: 'done', counts: { sent: 40 }, stop: null })
    expect(desk.includes()).toBe(40)
    expect(doubles()).toEqual([])
  },
  patience,
)
