import { apiVersion, operations } from '../../shared/api.ts'
import type { Random } from '../../shared/clock.ts'
import { helloText } from '../../shared/signing.ts'
import { serviceAddress } from './address.ts'
import { toBase64url } from './base64url.ts'
import type { Identity } from './key-store.ts'
import { parseJson, readLimited } from './read-limited.ts'
import { verifyText } from './signing.ts'

/** What stands on one port. */
export type Greeting =
  /** Our service; with an identity given, it has proved to hold our secret. */
  | { kind: 'ours'; port: number; version: string }
  /** Calls itself our service but does not know this browser: revoked, or other data. */
  | { kind: 'unrecognised' }
  /** Says that it can prove nothing before the keychain is unlocked; believed only as a reason to wait. */
  | { kind: 'waiting' }
  | { kind: 'other-version'; version: string; api: number }
  | { kind: 'stranger' }
  | { kind: 'silent' }

export interface GreetParts {
  fetch: typeof fetch
  random: Random
}

const timeoutMs = 2000
const limitBytes = 4096

const ask = async (port: number, query: string, { fetch }: GreetParts): Promise<unknown> => {
  const response = await fetch(serviceAddress(port, `${operations.hello.path}${query}`), {
    cache: 'no-store',
    credentials: 'omit',
    // A redirect is an answer too, of a stranger; it is not followed.
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  })
  return parseJson(await readLimited(response, limitBytes))
}

const judge = async (
  answer: unknown,
  port: number,
  challenge: string,
  identity: Identity | null,
): Promise<Greeting> => {
  const hello = operations.hello.output.safeParse(answer)
  if (!hello.success) return { kind: 'stranger' }
  const { api, version, proof, waits } = hello.data
  if (waits !== undefined && api === apiVersion) return { kind: 'waiting' }
  if (identity && proof === undefined && api === apiVersion) return { kind: 'unrecognised' }
  if (
    identity &&
    !(await verifyText(identity.key, helloText(identity.client, challenge, port), proof ?? ''))
  ) {
    return api === apiVersion ? { kind: 'stranger' } : { kind: 'other-version', version, api }
  }
  return api === apiVersion ? { kind: 'ours', port, version } : { kind: 'other-version', version, api }
}

/**
 * Asks who listens on a port, with a fresh challenge and nothing personal. With an identity, only a right proof makes it ours;
 * without one (before pairing), its word is all there is.
 */
export const greet = async (
  port: number,
  identity: Identity | null,
  parts: GreetParts,
): Promise<Greeting> => {
  const challenge = toBase64url(parts.random(32))
  const query = identity ? `?challenge=${challenge}&client=${encodeURIComponent(identity.client)}` : ''
  try {
    return await judge(await ask(port, query, parts), port, challenge, identity)
  } catch {
    return { kind: 'silent' }
  }
}
