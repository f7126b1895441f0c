// @own-process: weighs the memory
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { backupFolder, storeFolder } from './year/service-life.ts'
import { heldBytes } from './year/weigh.ts'
import { promised } from './year/promise.ts'
import { day, minute } from './year/trouble.ts'
import type { YearWorld } from './year/year-world.ts'
import { newYear, yearWorld } from './year/year-world.ts'

vi.mock('node:zlib', async (original) => ({
  ...(await original<typeof import('node:zlib')>()),
  // At once, and stored as it is: nothing of this world waits for another thread.
  gzip: (bytes: Buffer, done: (error: null, zipped: Buffer) => void) =>
    done(null, gzipSync(bytes, { level: 0 })),
}))

/** The same year in every run of the suite; others by hand: `PROPERTY_SEED=1 npx vitest run --project node tests/properties/year.test.ts`. */
const seed = Number(process.env['PROPERTY_SEED'] ?? 20_261_125)
const days = Number(process.env['YEAR_DAYS'] ?? 365)
const month = 30.5 * day

/** The process lives through these from beginning to end. */
const calm = [3, 4, 5, 8, 9, 10, 11, 12]
/** At these ends it is weighed: after three and after four months of one life. */
const weighedAt = [6, 12].map((turn) => newYear + Math.min(turn * month, 364 * day))

interface Weight {
  /** Of a process that has lived for months, and of one that has just started over the same data. */
  old: number
  young: number
  openFiles: number
}

let world: YearWorld
const weights: Weight[] = []

const passUntil = async (moment: number): Promise<void> => {
  while (world.time.now() < moment) await world.pass()
}

const weigh = async (): Promise<Weight> => {
  const { fate } = world.life() ?? {}
  const old = await heldBytes()
  const openFiles = fate ? world.drive.open(fate) : 0
  await world.restart()
  // What it reads at its first use is read.
  await passUntil(world.time.now() + day)
  return { old, young: await heldBytes(), openFiles }
}

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  world = await yearWorld({ seed, days, calm })
  for (const moment of weighedAt.filter((each) => each < world.end)) {
    await passUntil(moment)
    weights.push(await weigh())
  }
  await passUntil(world.end)
}, 1_500_000)
afterAll(() => void vi.useRealTimers())

test('no removal that was possible waits, nobody is listed twice or after the payment was known, and what runs late is told in time', () => {
  // Whatever the pace says.
  expect(promised).toBeLessThanOrEqual(40 * minute)
  expect(world.breaches).toEqual([])
})

// Without these it would prove nothing.
test.runIf(days === 365)(
  'the year was one: much was registered and cleared, the process ended often, and some names ran late',
  () => {
    const { included, removed, overdue, alarmed } = world.figures
    expect(included).toBeGreaterThan(200)
    expect(removed).toBeGreaterThan(150)
    expect(overdue).toBeGreaterThan(0)
    expect(alarmed).toBeGreaterThan(0)
    expect(world.lives()).toBeGreaterThan(40)
  },
)

test('months of one life leave nothing behind in memory, and hold open one file', () => {
  for (const { old, young, openFiles } of weights) {
    expect(old - young).toBeLessThan(450_000)
    expect(openFiles).toBeLessThanOrEqual(1)
  }
})

test('the data folder holds two weeks of backups, one snapshot, one journal and an archive for each day and start', () => {
  expect(world.drive.names(backupFolder).length).toBeLessThanOrEqual(14)
  const names = world.drive.names(storeFolder)
  expect(names.length).toBeLessThanOrEqual(8)
  expect(world.drive.names(`${storeFolder}/archive`).length).toBeLessThanOrEqual(days + 2 * world.lives())
})

test(
  'the first business day without faults after the year, and nothing is pending that should not be',
  { timeout: 60_000 },
  async () => {
    world.heal()
    // New Year is a Friday: the bureau works again in the night to Monday.
    await passUntil(world.end + 4 * day)
    const store = world.life()?.store
    expect(store && (await world.atRest(store))).toEqual([])
    expect(world.breaches).toEqual([])
  },
)
