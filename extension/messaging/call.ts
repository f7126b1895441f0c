import type { OperationInput, OperationName, OperationOutput } from '../../shared/api.ts'
import { operations } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import { send } from './send.ts'

interface CallOptions {
  /** Stops waiting. What the service has begun goes on there; it is the service that owns the operation (case G57). */
  signal?: AbortSignal
}

const attempts = 3

/** Questions that are a POST because they carry a document, a draft that is the same for the same debt, and what carries a key. */
const repeatable: ReadonlySet<OperationName> = new Set([
  'queryStart',
  'queryHistory',
  'customerStatus',
  'customerOverview',
  'customerSearch',
  'negativations',
  'negativationDraft',
])

/**
 * May be asked again without harm: it only reads, or a repetition is the same request. A confirmation is not among these: its
 * record is looked at instead.
 */
const isRepeatable = (name: OperationName): boolean =>
  operations[name].method === 'GET' || repeatable.has(name)

const isLost = (thrown: unknown): boolean => thrown instanceof AppError && thrown.code === 'answer-lost'

const deliver = async (name: OperationName, input: unknown, left: number): Promise<unknown> => {
  try {
    return await send('call', { operation: name, input })
  } catch (thrown) {
    if (left > 1 && isLost(thrown) && isRepeatable(name)) return deliver(name, input, left - 1)
    throw thrown
  }
}

const until = <Value>(work: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> => {
  if (!signal) return work
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error)
    if (signal.aborted) return stop()
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

/**
 * Runs one operation of the service through the background and gives its parsed answer.
 * Throws AppError with the service's code, one of the link's states, or `answer-lost`; an answer that got lost on the way is
 * fetched again where that is safe (case G58). `details.earlier` comes with `query-repeated`.
 */
export const call = async <Name extends OperationName>(
  name: Name,
  input: OperationInput<Name>,
  { signal }: CallOptions = {},
): Promise<OperationOutput<Name>> =>
  (await until(deliver(name, input, attempts), signal)) as OperationOutput<Name>
