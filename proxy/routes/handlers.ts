import type { OperationName, OperationOutput, OperationParsed } from '../../shared/api.ts'
import type { ClientRecord } from '../store/records.ts'

/** Who calls, as the signature proved it; `null` for a public operation and for the console. */
export interface Caller {
  client: ClientRecord | null
  /** The raw Origin header, where the request carried one; pairing binds the browser to it. */
  origin?: string
}

export type Handler<Name extends OperationName> = (
  input: OperationParsed<Name>,
  caller: Caller,
) => Promise<OperationOutput<Name>>

/** One handler for each operation of the API; the type refuses a missing one. */
export type Handlers = { [Name in OperationName]: Handler<Name> }
