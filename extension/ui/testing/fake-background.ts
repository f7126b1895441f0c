import { vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { ErrorView, OperationName } from '../../../shared/api.ts'
import type { MessageName } from '../../messaging/protocol.ts'
import type { Reply } from '../../messaging/reply.ts'

/** What a test lets the background answer: a value, or how it comes about from the input. */
type Answer = Reply | Promise<Reply> | ((input: never) => Reply | Promise<Reply>)

export type Answers = Partial<Record<Exclude<MessageName, 'call'> | OperationName, Answer>>

export interface Asked {
  name: string
  input: unknown
}

export interface FakeBackground {
  answers: Answers
  /** Every message in its order; an operation under its own name. */
  asked: Asked[]
  /** The inputs with which that was asked. */
  of: (name: string) => unknown[]
}

export const ok = (value: unknown): Reply => ({ ok: true, value })

export const fail = (code: string, params?: ErrorView['params'], earlier?: unknown): Reply => ({
  ok: false,
  error: { code, text: code, hint: code, ...(params && { params }) },
  ...(earlier !== undefined && { earlier }),
})

interface Sent {
  name: string
  input: { operation?: string; input?: unknown }
}

/** How the person answers when the browser asks for a permission. */
export const answerPermissions = (granted: boolean): void => {
  fakeBrowser.permissions.request = vi.fn<() => Promise<boolean>>(() => Promise.resolve(granted))
}

/** Stands in for the background behind the real messages; what a test does not name answers `route-unknown`. */
export const fakeBackground = (answers: Answers): FakeBackground => {
  fakeBrowser.reset()
  const asked: Asked[] = []
  const background: FakeBackground = {
    answers: { locale: ok({ locale: 'pt-BR' }), sites: ok({ sites: [] }), ...answers },
    asked,
    of: (name) => asked.filter((one) => one.name === name).map(({ input }) => input),
  }
  const answerTo = async (message: Sent): Promise<Reply> => {
    const name = message.name === 'call' ? (message.input.operation ?? '') : message.name
    const input = message.name === 'call' ? message.input.input : message.input
    asked.push({ name, input })
    const answer = background.answers[name as keyof Answers] ?? fail('route-unknown')
    return typeof answer === 'function' ? answer(input as never) : answer
  }
  fakeBrowser.runtime.sendMessage = answerTo as typeof fakeBrowser.runtime.sendMessage
  fakeBrowser.runtime.openOptionsPage = vi.fn<() => Promise<void>>(() => Promise.resolve())
  answerPermissions(true)
  return background
}
