import type { Runtime } from 'webextension-polyfill'
import { z } from 'zod'
import { AppError, asAppError } from '../../shared/errors.ts'
import type { Locale } from '../../shared/locales/texts.ts'
import type { MessageName, MessageOutputs, MessageParsed, Role } from './protocol.ts'
import { protocol } from './protocol.ts'
import { failureReply } from './reply.ts'
import type { Reply } from './reply.ts'
import type { SenderFacts } from './sender-role.ts'
import { senderHost, senderRole } from './sender-role.ts'

/** Who sent a message, as the browser tells it. */
export interface Caller {
  role: Role
  tabId: number | undefined
  /** The host of the ERP page that speaks; none for our own pages. */
  host?: string
}

/** One function for every message; the compiler asks for each. */
export type Handlers = {
  [Name in MessageName]: (input: MessageParsed<Name>, caller: Caller) => Promise<MessageOutputs[Name]>
}

interface RouterParts {
  handlers: Handlers
  facts: () => Promise<SenderFacts>
  locale: () => Promise<Locale>
}

const envelope = z.object({ name: z.string(), input: z.unknown() })

const refuse = (): never => {
  throw new AppError('message-refused')
}

const isMessageName = (name: string): name is MessageName => Object.hasOwn(protocol, name)

const dispatch = async <Name extends MessageName>(
  name: Name,
  input: unknown,
  caller: Caller,
  handlers: Handlers,
) => {
  const parsed = protocol[name].input.safeParse(input)
  if (!parsed.success) return refuse()
  return handlers[name](parsed.data as MessageParsed<Name>, caller)
}

/**
 * The gate in front of the background: the sender's role first, then the table, then the schema, then the handler.
 * Every outcome is a `Reply`; a refusal says nothing about why.
 */
export const createRouter = ({ handlers, facts, locale }: RouterParts) => {
  const route = async (message: unknown, sender: Runtime.MessageSender): Promise<unknown> => {
    const role = senderRole(sender, await facts())
    const parsed = envelope.safeParse(message)
    if (!role || !parsed.success || !isMessageName(parsed.data.name)) return refuse()
    const { name, input } = parsed.data
    const allowed: readonly Role[] = protocol[name].from
    if (!allowed.includes(role)) return refuse()
    const host = role === 'content' ? senderHost(sender) : undefined
    const caller: Caller = { role, tabId: sender.tab?.id, ...(host !== undefined && { host }) }
    return dispatch(name, input, caller, handlers)
  }
  return async (message: unknown, sender: Runtime.MessageSender): Promise<Reply> => {
    try {
      return { ok: true, value: await route(message, sender) }
    } catch (thrown) {
      return failureReply(asAppError(thrown), await locale())
    }
  }
}
