import { join } from 'node:path'
import type { Facts, PortState } from './facts.ts'
import type { World } from './gather.ts'

export type Range = readonly [from: number, to: number]

export interface PortLooks {
  /** The fixed ports. */
  ports: readonly number[]
  /** Who answers there: proved with the console's key, or not; null: nothing that speaks HTTP. */
  identify: (port: number, key: string) => Promise<'ours' | 'foreign' | null>
  /** Whether anybody takes a connection there. */
  connects: (port: number) => Promise<boolean>
  /** The ranges that the system keeps for itself (case G72). */
  reserved: () => Promise<readonly Range[]>
}

/** The ranges in what `netsh … show excludedportrange` prints, in any language: lines that begin with two numbers. */
export const rangesIn = (printed: string): Range[] =>
  [...printed.matchAll(/^\s*(\d{1,5})\s+(\d{1,5})\b/gm)].map(([, from, to]) => [Number(from), Number(to)])

type Looks = PortLooks & Pick<World, 'folder' | 'disk'>

const stateOf = async (looks: Looks, port: number, key: string | null): Promise<PortState> => {
  const who = key === null ? null : await looks.identify(port, key)
  if (who) return who
  if (await looks.connects(port)) return key === null ? 'foreign' : 'silent'
  const isReserved = (await looks.reserved()).some(([from, to]) => port >= from && port <= to)
  return isReserved ? 'reserved' : 'free'
}

/** What is on each port, the first of them that is ours, and the key to ask it with. Connects and asks; never listens. */
export const lookAtPorts = async (
  looks: Looks,
): Promise<{ ports: Facts['ports']; port: number | null; key: string | null }> => {
  const key = await looks.disk.text(join(looks.folder, 'console.key'))
  const ports = await Promise.all(
    looks.ports.map(async (port) => ({ port, state: await stateOf(looks, port, key) })),
  )
  return { ports, port: ports.find(({ state }) => state === 'ours')?.port ?? null, key }
}
