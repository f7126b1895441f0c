import type { Page } from 'playwright-core'
import type { Browser as ExtensionApi } from 'webextension-polyfill'
import type { OperationInput, OperationName, OperationOutput } from '../../shared/api.ts'

/** Sends a message to the background, as the extension's own pages do; answers with its value and throws what it refused. */
export const send = async (page: Page, name: string, input: object): Promise<unknown> => {
  const reply = await page.evaluate(
    async (message) => {
      const { chrome } = globalThis as unknown as { chrome: ExtensionApi }
      return chrome.runtime.sendMessage<unknown, { ok: boolean; value?: unknown; error?: unknown }>(message)
    },
    { name, input },
  )
  if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  return reply.value
}

/** Runs an operation of the service through the extension, as its own pages do. */
export const callService = async <Name extends OperationName>(
  page: Page,
  operation: Name,
  input: OperationInput<Name>,
): Promise<OperationOutput<Name>> => (await send(page, 'call', { operation, input })) as OperationOutput<Name>
