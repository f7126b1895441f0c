import { portsToTry } from './address.ts'
import type { Greeting, GreetParts } from './greet.ts'
import { greet } from './greet.ts'
import type { Identity } from './key-store.ts'
import type { LinkFailure, OlderSide } from './link-state.ts'
import { olderByApi } from './older-side.ts'

export type Found =
  | { kind: 'ours'; port: number; version: string }
  | {
      kind: Extract<LinkFailure, 'not-paired' | 'stranger-on-port' | 'service-off' | 'vault-unavailable'>
    }
  | { kind: OlderSide; version: string }

const verdict = (greetings: Greeting[]): Found => {
  const otherVersion = greetings.find((greeting) => greeting.kind === 'other-version')
  if (otherVersion) return { kind: olderByApi(otherVersion.api), version: otherVersion.version }
  if (greetings.some(({ kind }) => kind === 'waiting')) return { kind: 'vault-unavailable' }
  if (greetings.some(({ kind }) => kind === 'unrecognised')) return { kind: 'not-paired' }
  return { kind: greetings.some(({ kind }) => kind === 'stranger') ? 'stranger-on-port' : 'service-off' }
}

/**
 * Looks for our service on the fixed ports, the last good one first. A foreign program on one port does not end the search
 * (case G72); only when none is ours does the most telling of the answers count.
 */
export const findService = async (
  identity: Identity | null,
  lastGood: number | null,
  parts: GreetParts,
): Promise<Found> => {
  const greetings: Greeting[] = []
  for (const port of portsToTry(lastGood)) {
    const greeting = await greet(port, identity, parts)
    if (greeting.kind === 'ours') return greeting
    greetings.push(greeting)
  }
  return verdict(greetings)
}

/** Every port where our service says it listens: on a shared computer each person may run one. Before pairing there is no proof. */
export const portsOfServices = async (lastGood: number | null, parts: GreetParts): Promise<number[]> => {
  const greetings = await Promise.all(portsToTry(lastGood).map((port) => greet(port, null, parts)))
  return greetings.flatMap((greeting) => (greeting.kind === 'ours' ? [greeting.port] : []))
}
