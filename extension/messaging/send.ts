import { AppError } from '../../shared/errors.ts'
import { nativeBrowser as browser } from './native-browser.ts'
import type { Envelope, MessageInput, MessageName, MessageOutputs } from './protocol.ts'
import type { Reply } from './reply.ts'
import { replyError } from './reply-error.ts'

/** False once the extension was reloaded or updated under a page that stayed open (case G59). */
export const isConnected = (): boolean => browser.runtime?.id !== undefined

const isReply = (value: unknown): value is Reply =>
  typeof value === 'object' && value !== null && 'ok' in value

const deliver = async (message: Envelope): Promise<unknown> => {
  try {
    return await browser.runtime.sendMessage(message)
  } catch (cause) {
    throw new AppError(isConnected() ? 'answer-lost' : 'extension-updated', { cause, retry: 'reconcile' })
  }
}

/**
 * Sends one message of the protocol to the background.
 * Throws the background's own AppError; `extension-updated` when this page outlived the extension; `answer-lost` when no answer
 * came back, which does not mean that nothing was done (case G58).
 */
export const send = async <Name extends MessageName>(
  name: Name,
  input: MessageInput<Name>,
): Promise<MessageOutputs[Name]> => {
  if (!isConnected()) throw new AppError('extension-updated')
  const reply = await deliver({ name, input })
  if (!isReply(reply)) throw new AppError('answer-lost', { retry: 'reconcile' })
  if (!reply.ok) throw replyError(reply)
  return reply.value as MessageOutputs[Name]
}
