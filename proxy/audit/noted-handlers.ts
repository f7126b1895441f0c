import { operations } from '../../shared/api.ts'
import type { OperationName } from '../../shared/api.ts'
import type { Clock, Random } from '../../shared/clock.ts'
import type { Document } from '../../shared/document.ts'
import { asAppError } from '../../shared/errors.ts'
import type { AppError } from '../../shared/errors.ts'
import { sha256Hex } from '../guards/hmac.ts'
import { coverDocuments } from '../negativation/cover-documents.ts'
import { consoleId } from '../pairing/identities.ts'
import { actorOf } from '../routes/actor.ts'
import type { Caller, Handler, Handlers } from '../routes/handlers.ts'
import type { ActRecord } from '../store/act-record.ts'
import type { Store } from '../store/store.ts'
import { auditPlans } from './plans.ts'
import type { Plan } from './plans.ts'

export interface NotingDeps {
  store: Store
  clock: Clock
  random: Random
  /** The keyed hash by which a document is found again. */
  hashOf: (document: Document) => Promise<string>
  /** Told when the failure of an act could not be noted. */
  onFailure: (thrown: unknown) => void
}

const hour = 3_600_000
/** From so many on those of more than an hour ago are forgotten. */
const manyLooks = 1_000

const covered = (text: string | null): string | null => text && coverDocuments(text)

/** What was looked at within the last hour, in memory: after a restart a look is noted once more. */
const looksOf = (clock: Clock) => {
  const seen = new Map<string, number>()
  return {
    /** False for a look that was there within the hour. */
    begin: (key: string): boolean => {
      const now = clock()
      const age = now - (seen.get(key) ?? -Infinity)
      // A clock that was set back makes no look the same for longer (case G75).
      if (age >= 0 && age < hour) return false
      if (seen.size >= manyLooks)
        for (const [each, at] of seen) if (Math.abs(now - at) >= hour) seen.delete(each)
      seen.set(key, now)
      return true
    },
    forget: (key: string): void => void seen.delete(key),
  }
}

/**
 * Every handler with the noting of its act in front, as the table of plans says: on disk before anything is done, and with the code of
 * what stopped it afterwards. An act that cannot be noted is not done; a revocation is done all the same and then answers the failure.
 */
export const notedHandlers = (handlers: Handlers, deps: NotingDeps): Handlers => {
  const { store, clock, random, hashOf, onFailure } = deps
  const looks = looksOf(clock)
  const keep = (act: ActRecord, outcome: boolean): Promise<void> =>
    store.commit([{ collection: 'acts', id: act.id, value: act }], { outcome })

  const noted = <Name extends OperationName>(
    name: Name,
    plan: Plan<Name>,
    handle: Handler<Name>,
  ): Handler<Name> => {
    const head = (caller: Caller) => ({
      id: Buffer.from(random(12)).toString('base64url'),
      at: new Date(clock()).toISOString(),
      clientId: caller.client?.id ?? consoleId,
      actor: actorOf(caller),
      act: name,
      kind: plan.kind,
      person: null,
      queryId: null,
      problem: null,
    })
    const recordOf = async (...[input, caller]: Parameters<Handler<Name>>): Promise<ActRecord> => {
      const document = plan.document?.(input) ?? null
      return {
        ...head(caller),
        subject: covered(await plan.subject(input, store)),
        person: document && (await hashOf(document)),
        queryId: plan.queryId?.(input) ?? null,
      }
    }

    /** Names a look that is noted once an hour; null for what is noted each time. */
    const lookKey = (...[input, caller]: Parameters<Handler<Name>>): string | null =>
      plan.once ? sha256Hex(`${name} ${caller.client?.id ?? consoleId} ${plan.once(input)}`) : null

    if (plan.made) {
      const { made } = plan
      return async (input, caller) => {
        const output = await handle(input, caller)
        const { subject, ...who } = made(output)
        // Has happened. Where it cannot be kept the caller is not told its secret, and so nobody has got in unnoted.
        await keep({ ...head(caller), ...who, subject: covered(subject) }, true)
        return output
      }
    }
    return async (input, caller) => {
      const moment = { clientId: caller.client?.id ?? consoleId, now: clock() }
      if (await plan.isTold?.(input, moment, store)) return handle(input, caller)
      const key = lookKey(input, caller)
      if (key !== null && !looks.begin(key)) return handle(input, caller)

      let act: ActRecord | null = null
      let unnoted: AppError | null = null
      try {
        act = await recordOf(input, caller)
        await keep(act, plan.isUrgent === true)
      } catch (thrown) {
        if (key !== null) looks.forget(key)
        if (!plan.isUrgent) throw thrown
        unnoted = asAppError(thrown)
        act = null
      }
      try {
        const output = await handle(input, caller)
        if (unnoted) throw unnoted
        return output
      } catch (thrown) {
        if (key !== null) looks.forget(key)
        if (act) await keep({ ...act, problem: asAppError(thrown).code }, true).catch(onFailure)
        throw thrown
      }
    }
  }

  const wrapped = <Name extends OperationName>(name: Name): Handler<Name> => {
    const plan: Plan<Name> | string = auditPlans[name]
    return typeof plan === 'string' ? handlers[name] : noted(name, plan, handlers[name])
  }
  const names = Object.keys(operations) as OperationName[]
  return Object.fromEntries(names.map((name) => [name, wrapped(name)])) as unknown as Handlers
}
