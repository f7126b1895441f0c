import { beforeEach, describe, expect, test, vi } from 'vitest'
import browser from 'webextension-polyfill'
import type { OperationName } from '../../shared/api.ts'
import { operations } from '../../shared/api.ts'
import { call } from './call.ts'
import { send } from './send.ts'

const input = {
  key: '3f0c1c6e-2f6b-4a9b-9f0e-6d2b7f0a1b2c',
  integrationId: 'i1',
  product: 'CREDNET_LIGHT',
  document: '731.640.258-07',
  purpose: 'sale',
  repeat: false,
} as const

/** A background that works and whose first answers get lost, as Chrome words it. */
const losing = (lost: number) => {
  const started = new Set<string>()
  const deliver = vi.fn<(message: unknown) => Promise<unknown>>(async (message) => {
    const { input: wrapped } = message as { input: { input: { key?: string } } }
    started.add(wrapped.input.key ?? '')
    if (deliver.mock.calls.length <= lost)
      throw new Error('The message port closed before a response was received.')
    return { ok: true, value: { id: 'q1', state: 'running' } }
  })
  browser.runtime.sendMessage = deliver
  return { deliver, started }
}

beforeEach(() => {
  vi.spyOn(browser.runtime, 'id', 'get').mockReturnValue('abc')
})

describe('G58 · the answer is lost although the work was done', () => {
  test('a query is asked for again under its own key, so it is the same query', async () => {
    const { deliver, started } = losing(2)
    expect(await call('queryStart', input)).toMatchObject({ id: 'q1' })
    expect(deliver).toHaveBeenCalledTimes(3)
    expect([...started]).toEqual([input.key])
  })

  const reads = (Object.keys(operations) as OperationName[]).filter(
    (name) => operations[name].method === 'GET',
  )
  test.each(reads)('reading is repeated: %s', async (name) => {
    const { deliver } = losing(1)
    await call(name, {})
    expect(deliver).toHaveBeenCalledTimes(2)
  })

  test('what has no key is not repeated: it may have been done', async () => {
    const { deliver } = losing(1)
    await expect(call('erpRemove', { id: 'e1' })).rejects.toMatchObject({
      code: 'answer-lost',
      retry: 'reconcile',
    })
    expect(deliver).toHaveBeenCalledTimes(1)
  })

  test('a batch is confirmed under its own key, so it is the same act', async () => {
    const { deliver, started } = losing(1)
    const { key } = input
    await call('batchConfirm', { id: 'b1', key, seal: 's', people: 2, accepted: [], written: '' })
    expect(deliver).toHaveBeenCalledTimes(2)
    expect([...started]).toEqual([key])
  })

  test.each(['batchPause', 'batchResume', 'batchCancel'] as const)(
    '%s is not repeated: somebody else may have acted in between',
    async (name) => {
      const { deliver } = losing(1)
      await expect(call(name, { id: 'b1' })).rejects.toMatchObject({ code: 'answer-lost' })
      expect(deliver).toHaveBeenCalledTimes(1)
    },
  )

  test('nor is a second person’s approval', async () => {
    const { deliver } = losing(1)
    await expect(call('batchApprove', { id: 'b1', people: 2 })).rejects.toMatchObject({ code: 'answer-lost' })
    expect(deliver).toHaveBeenCalledTimes(1)
  })

  test('it does not go on for ever', async () => {
    const { deliver } = losing(99)
    await expect(call('status', {})).rejects.toMatchObject({ code: 'answer-lost' })
    expect(deliver).toHaveBeenCalledTimes(3)
  })
})

describe('errors', () => {
  test('the code, its params, its words and the earlier query arrive', async () => {
    const error = { code: 'query-repeated', text: 'Já consultado.', hint: 'Abra.', params: { days: 6 } }
    browser.runtime.sendMessage = async () => ({ ok: false, error, earlier: { id: 'q0' } })
    await expect(call('queryStart', input)).rejects.toMatchObject({
      code: 'query-repeated',
      params: { days: 6 },
      details: { view: error, earlier: { id: 'q0' } },
    })
  })

  test('a background that answers nothing did not say no', async () => {
    browser.runtime.sendMessage = async () => undefined
    await expect(send('sites', {})).rejects.toMatchObject({ code: 'answer-lost' })
  })

  test('G59 · a page that outlived the extension says so and sends nothing', async () => {
    const { deliver } = losing(0)
    vi.spyOn(browser.runtime, 'id', 'get').mockReturnValue(undefined as never)
    await expect(send('sites', {})).rejects.toMatchObject({ code: 'extension-updated' })
    expect(deliver).not.toHaveBeenCalled()
  })

  test('who stops waiting is let go at once', async () => {
    browser.runtime.sendMessage = () => new Promise(() => {})
    const stop = new AbortController()
    const waiting = call('status', {}, { signal: stop.signal })
    stop.abort(new Error('left the page'))
    await expect(waiting).rejects.toThrow('left the page')
  })
})
