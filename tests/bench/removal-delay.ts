import { usualPace } from '../../proxy/negativation/pace.ts'
import { clearingWorld } from '../properties/clearing-world.ts'
import { randomOf } from '../properties/random-of.ts'
import { settle } from '../properties/virtual-time.ts'

const moments = 200
const second = 1000
/** Minutes before the payment. */
const longestLife = 24 * 60

const fraction = (bytes: Uint8Array): number => ((bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)) / 65_536

/** Milliseconds on the virtual clock from "payment visible in the ERP" to "removal received by the bureau", for one random moment. */
const delayAt = async (seed: number): Promise<number> => {
  const random = randomOf(seed)
  const world = await clearingWorld({ seed, pace: usualPace })
  const [debt] = world.debts
  if (!debt) throw new Error('the world has no debts')
  await world.press(debt)
  await settle()
  await world.wait(Math.floor(fraction(random(2)) * longestLife), 5)
  // Tick by tick over two intervals, so that the payment falls anywhere between two sweeps.
  const ticks = Math.floor((fraction(random(2)) * 2 * usualPace.sweep) / usualPace.tick)
  for (let turn = 0; turn < ticks; turn += 1) {
    world.time.advance(usualPace.tick)
    await world.core().tick()
  }
  const within = Math.floor(fraction(random(2)) * usualPace.tick)
  world.time.advance(within)
  world.payToday(debt.invoiceIds[0] ?? '')
  const visibleAt = world.time.elapsed()
  world.time.advance(usualPace.tick - within)
  const removal = () => world.bureau.sent.find(({ call }) => call === 'remove')
  for (let turn = 0; turn < 400 && !removal(); turn += 1) {
    await world.core().tick()
    if (!removal()) world.time.advance(usualPace.tick)
  }
  const received = removal()
  if (!received) throw new Error('no removal reached the bureau')
  return received.at - (world.time.clock() - world.time.elapsed()) - visibleAt
}

/**
 * Prints the longest and the middle time from "payment visible in the ERP" to "removal received by the bureau" over 200 random moments
 * of the usual pace. To reach: the interval, which the jitter only shortens, and five seconds. @returns whether it is reached
 */
export const benchRemovalDelay = async (print: (line: string) => void): Promise<boolean> => {
  const delays: number[] = []
  for (let seed = 1; seed <= moments; seed += 1) delays.push(await delayAt(seed))
  delays.sort((one, other) => one - other)
  const longest = delays.at(-1) ?? 0
  const middle = delays[Math.floor(delays.length / 2)] ?? 0
  const limit = usualPace.sweep + 5 * second
  const seconds = (milliseconds: number): string => `${(milliseconds / second).toFixed(1)} s`
  print(
    `payment visible → removal received, ${moments} moments: longest ${seconds(longest)}, middle ${seconds(middle)}, to reach ≤ ${seconds(limit)}`,
  )
  return longest <= limit
}
