import type { OperationInput, OperationName, OperationOutput } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import { tellRefused } from './refusals.ts'
import { send } from './send.ts'

interface CallOptions {
  /** Stops waiting. What the service has begun goes on there; it is the service that owns the operation (case G57). */
  signal?: AbortSignal
}

const attempts = 3

/**
 * May be asked again without harm: it only reads, or a repetition is the same request. The confirmation of one record is not among
 * these, nor is approving, pausing, continuing or cancelling a batch: between two of them somebody else may have acted, so what they
 * are about is looked at instead. Named here, not looked up in the table of operations, whose schemas no page needs for its first paint.
 */
const repeatable: ReadonlySet<OperationName> = new Set([
  'hello',
  'consoleClients',
  'consoleHealth',
  'status',
  'clients',
  'integrations',
  'erps',
  'policy',
  'inclusionPolicy',
  'query',
  'queryAnswer',
  'negativation',
  'candidateListing',
  'batches',
  'batch',
  'tasks',
  'removalsStatus',
  'daySummary',
  // Questions that are a POST because they carry a document, a draft that is the same for the same debt, and what carries a key
  'queryStart',
  'queryHistory',
  'customerStatus',
  'customerOverview',
  'customerSearch',
  'negativations',
  'negativationDraft',
  'candidateStart',
  'candidateCancel',
  'candidates',
  'batchDraft',
  'batchSimulation',
  'batchItems',
  'batchConfirm',
  // Noted once for each filter
  'auditTrail',
])

const isLost = (thrown: unknown): boolean => thrown instanceof AppError && thrown.code === 'answer-lost'

const deliver = async (name: OperationName, input: unknown, left: number): Promise<unknown> => {
  try {
    return await send('call', { operation: name, input })
  } catch (thrown) {
    if (left > 1 && isLost(thrown) && repeatable.has(name)) return deliver(name, input, left - 1)
    if (thrown instanceof AppError && thrown.code === 'scope-refused') tellRefused()
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
