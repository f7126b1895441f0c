import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { confirmation } from '../cases/debt-desk.ts'
import { crashWorld } from './crash-world.ts'
import type { CrashWorld } from './crash-world.ts'
import { draftOf, newDebt, orDead, recordsOf, settle, untilCleared } from './life.ts'
import { ServiceRefusal } from '../attacks/signed-client.ts'
import type { SignedClient } from '../attacks/signed-client.ts'

/** 5 lives at a time, each killed 40 times: 200 random moments. */
const lives = [11, 23, 37, 53, 71]
const kills = 40
const debts = 8

let world: CrashWorld

beforeAll(async () => {
  world = await crashWorld()
})
afterAll(() => world.close())

/** A small generator (mulberry32), so that a failing seed can be run again. */
const dice = (seed: number) => {
  let state = seed
  return (sides: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides
  }
}

/** One act of a person, on whatever an earlier life left; a refusal (already sent, changed, paid) is no failure here. */
const act = async (browser: SignedClient, invoice: string, paid: ReadonlySet<string>): Promise<void> => {
  try {
    if (paid.has(invoice)) return
    const draft = await draftOf(world, browser, invoice)
    await browser.call('negativationConfirm', confirmation(draft))
  } catch (thrown) {
    if (!(thrown instanceof ServiceRefusal)) throw thrown
  }
}

describe.concurrent(`${lives.length * kills} power cuts at random moments of a run`, () => {
  test.each(lives)('seed %i: never two inclusions, every paid name cleared, nothing lost', async (seed) => {
    const roll = dice(seed)
    const home = await world.newHome()
    const invoices = Array.from({ length: debts }, () => newDebt(world))
    const paid = new Set<string>()
    for (let kill = 0; kill < kills; kill += 1) {
      const service = await world.start(home)
      const browser = world.browser(service)
      await orDead(service.arm({ at: 'any', after: roll(80) }))
      const invoice = invoices[roll(debts)]!
      await orDead(act(browser, invoice, paid))
      if (roll(4) === 0) {
        world.hubsoft.database.pay(Number(invoice))
        paid.add(invoice)
      }
      await orDead(browser.call('sweepNow', {}))
      // The ticks go on until the ordered moment comes.
      expect(await service.gone).toBe('SIGKILL')
    }

    const last = await world.start(home)
    const browser = world.browser(last)
    for (const invoice of invoices) {
      await (paid.has(invoice) ? untilCleared(browser, invoice) : settle(world, browser, invoice))
      for (const { contract } of await recordsOf(browser, invoice)) {
        const live = world.connect.pefin.live().filter((record) => record.contract === contract)
        expect(live.length).toBe(paid.has(invoice) ? 0 : 1)
        expect(world.connect.pefin.inclusions(contract)).toBeLessThanOrEqual(1)
      }
    }
    await last.stop()
  })
}, 240_000)
