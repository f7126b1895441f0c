// @own-process: it needs a DOM
import { describe, expect, test, vi } from 'vitest'
import type { Runtime } from 'webextension-polyfill'
import { answerSelection } from './answer-selection.ts'
import { selectionQuestion } from './selection-question.ts'

type Listener = (message: unknown, sender: Runtime.MessageSender, reply: (answer: unknown) => void) => unknown

const setUp = () => {
  const listeners = new Set<Listener>()
  const runtime = {
    id: 'abc' as string | undefined,
    onMessage: {
      addListener: (listener: Listener) => void listeners.add(listener),
      removeListener: (listener: Listener) => void listeners.delete(listener),
    },
  }
  const work = new AbortController()
  const selectedInvoices = vi.fn<() => string[]>(() => ['62636'])
  answerSelection({
    erp: { selectedInvoices },
    page: document,
    runtime: runtime as never,
    signal: work.signal,
  })
  const tell = (message: unknown, id: string) => {
    const reply = vi.fn<(answer: unknown) => void>()
    for (const listener of listeners) listener(message, { id }, reply)
    return reply.mock.calls[0]?.[0]
  }
  return { listeners, runtime, work, selectedInvoices, tell }
}

test('the page is read when our background asks, and not before', () => {
  const { selectedInvoices, tell } = setUp()
  expect(selectedInvoices).not.toHaveBeenCalled()
  expect(tell(selectionQuestion, 'abc')).toEqual(['62636'])
  expect(selectedInvoices).toHaveBeenCalledWith(document)
})

describe('attack 24 · nobody else is answered', () => {
  test.each<[string, unknown, string]>([
    ['another extension', selectionQuestion, 'xyz'],
    ['another question', { ask: 'session' }, 'abc'],
    ['no question', null, 'abc'],
    ['a text', 'selected-invoices', 'abc'],
  ])('%s', (_who, message, id) => {
    const { selectedInvoices, tell } = setUp()
    expect(tell(message, id)).toBeUndefined()
    expect(selectedInvoices).not.toHaveBeenCalled()
  })
})

test('a site that is off is no longer listened for; a page that outlived the extension is left alone', () => {
  const off = setUp()
  off.work.abort()
  expect(off.listeners.size).toBe(0)
  const outlived = setUp()
  outlived.runtime.id = undefined
  expect(() => outlived.work.abort()).not.toThrow()
})
