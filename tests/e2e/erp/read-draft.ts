import type { Browser } from 'webextension-polyfill'

/** Runs in the report tab: what it was opened with, asked for as it does itself. */
export const readDraft = async (): Promise<unknown> => {
  const { chrome } = globalThis as unknown as { chrome: Browser }
  const input = { id: new URLSearchParams(location.search).get('draft') }
  return (await chrome.runtime.sendMessage<object, { value: unknown }>({ name: 'draft', input })).value
}
