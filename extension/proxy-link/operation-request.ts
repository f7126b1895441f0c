import type { OperationName } from '../../shared/api.ts'
import { operations } from '../../shared/api.ts'

export interface OperationRequest {
  method: 'GET' | 'POST'
  /** Path with the ids filled in; never a document, those travel in bodies. */
  path: string
  /** JSON text, or null for a GET. */
  body: string | null
}

/** How an operation's input is written on the wire: `:name` segments from the fields of that name, the rest as the JSON body. */
export const operationRequest = (name: OperationName, input: Record<string, unknown>): OperationRequest => {
  const { method, path } = operations[name]
  const rest = { ...input }
  const filled = path.replaceAll(/:(\w+)/g, (_segment, field: string) => {
    const value = String(rest[field])
    delete rest[field]
    return encodeURIComponent(value)
  })
  return { method, path: filled, body: method === 'GET' ? null : JSON.stringify(rest) }
}
