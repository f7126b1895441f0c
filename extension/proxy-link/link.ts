import type { OperationName } from '../../shared/api.ts'
import { operations } from '../../shared/api.ts'
import type { Clock } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import { answerError } from './answer-error.ts'
import type { Answer, ExchangeParts } from './exchange.ts'
import { exchange } from './exchange.ts'
import type { Found } from './find-service.ts'
import { findService, portsOfServices } from './find-service.ts'
import type { Identity, KeyStore } from './key-store.ts'
import type { LinkFailure, LinkState } from './link-state.ts'
import { linkFailures } from './link-state.ts'
import { olderError, olderSide, refusedAsUnknown } from './older-side.ts'
import type { Versions } from './older-side.ts'
import { operationRequest } from './operation-request.ts'
import type { OperationRequest } from './operation-request.ts'
import { pairWithOneOf } from './pairing.ts'

/** A found service counts as verified for so long; every answer is verified anyway. */
const verifiedForMs = 60_000

export interface LinkParts extends ExchangeParts {
  keys: KeyStore
  /** Whether the browser lets the background reach the service's address (case G63). */
  isAllowed: () => Promise<boolean>
  /** Whether the browser's own local-network check refuses it (case G61). Asked only when nobody answers. */
  isBlocked: () => Promise<boolean>
  clock: Clock
  /** The extension's own version, to say which side is the older. */
  version: string
}

interface Verified {
  port: number
  version: string
  at: number
}

export interface Link {
  state(): Promise<LinkState>
  /**
   * Runs one operation with checked input. Throws AppError: the service's code, a link failure, or `answer-lost` when the
   * request left and no answer came back, so that only the service knows what became of it.
   */
  call(name: OperationName, input: Record<string, unknown>): Promise<unknown>
  /** Exchanges the code that the service shows for an identity. Throws AppError with the service's code or a link failure. */
  pair(code: string, name: string): Promise<LinkState>
  /** Destroys the identity. */
  forget(): Promise<LinkState>
}

const isFailure = (code: string): code is LinkFailure => (linkFailures as readonly string[]).includes(code)

/** The one way to the service: finds it, makes it prove itself, signs what goes out and believes only what is proven. */
export const createLink = (parts: LinkParts): Link => {
  let verified: Verified | null = null
  let lastGood: number | null = null

  const failureOf = async (found: Exclude<Found, { kind: 'ours' }>): Promise<AppError> => {
    if ('version' in found)
      return olderError(found.kind, { extension: parts.version, service: found.version })
    const { kind } = found
    return new AppError(kind === 'service-off' && (await parts.isBlocked()) ? 'browser-blocked' : kind)
  }

  const find = async (identity: Identity | null): Promise<Verified> => {
    if (!(await parts.isAllowed())) throw new AppError('permission-withheld')
    const found = await findService(identity, lastGood, parts)
    if (found.kind !== 'ours') throw await failureOf(found)
    lastGood = found.port
    return { port: found.port, version: found.version, at: parts.clock() }
  }

  const versions = (): Versions => ({ extension: parts.version, service: verified?.version ?? parts.version })

  const isFresh = (seen: Verified): boolean => Math.abs(parts.clock() - seen.at) < verifiedForMs

  const ready = async (identity: Identity): Promise<Verified> => {
    if (!verified || !isFresh(verified) || !(await parts.isAllowed())) verified = await find(identity)
    return verified
  }

  const identified = async (): Promise<Identity> => {
    const identity = await parts.keys.load()
    if (identity) return identity
    // Nobody to prove anything to; still, "service off" is more useful to hear than "not paired".
    await find(null)
    throw new AppError('not-paired')
  }

  /** After a failure: who is there now? Throws the link failure when it is not our service. */
  const verifyAgain = async (identity: Identity): Promise<Verified> => {
    verified = null
    return ready(identity)
  }

  const deliver = async (request: OperationRequest, identity: Identity): Promise<Answer> => {
    const { port } = await ready(identity)
    try {
      return await exchange(port, request, identity, parts)
    } catch (cause) {
      await verifyAgain(identity)
      throw new AppError('answer-lost', { cause, retry: 'reconcile' })
    }
  }

  const refusal = async ({ body, isProven }: Answer, identity: Identity): Promise<AppError> => {
    // A guard may refuse before it knows whom to prove itself to: its word counts when the same service proves itself right after.
    if (!isProven) await verifyAgain(identity)
    const error = answerError(body)
    if (!error) return new AppError('stranger-on-port')
    const older = refusedAsUnknown(error, versions())
    return older ? olderError(older, versions()) : error
  }

  const call = async (name: OperationName, input: Record<string, unknown>): Promise<unknown> => {
    const identity = await identified()
    const answer = await deliver(operationRequest(name, input), identity)
    if (answer.status >= 400) throw await refusal(answer, identity)
    if (!answer.isProven) {
      verified = null
      throw new AppError('stranger-on-port')
    }
    const output = operations[name].output.safeParse(answer.body)
    if (output.success) return output.data
    throw olderError(olderSide(versions()), versions())
  }

  const state = async (): Promise<LinkState> => {
    try {
      const status = operations.status.output.parse(await call('status', {}))
      return { state: 'ready', port: verified?.port ?? lastGood ?? 0, status }
    } catch (thrown) {
      if (!(thrown instanceof AppError) || !isFailure(thrown.code)) throw thrown
      return { state: thrown.code, params: { ...thrown.params } }
    }
  }

  return {
    call,
    state,
    pair: async (code, name) => {
      await find(null)
      const services = await portsOfServices(lastGood, parts)
      await parts.keys.save(await pairWithOneOf(services, { code, name }, parts))
      verified = null
      return state()
    },
    forget: async () => {
      await parts.keys.clear()
      verified = null
      return state()
    },
  }
}
