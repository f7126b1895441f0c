import { describe, expect, test, vi } from 'vitest'
import type { Document } from '../../../shared/document.ts'
import { AppError } from '../../../shared/errors.ts'
import type { PanelStatus } from './panel-status.ts'
import { createStatusKeeper } from './status-keeper.ts'
import type { StatusQuestion, StatusView } from './status-keeper.ts'

const cpf = '73164025807' as Document
const other = '90731582659' as Document
const status = (count: number): PanelStatus => ({
  records: [],
  invoices: [],
  lastReport: null,
  overdue: { count, cents: 1 },
  mayInclude: true,
  isOther: false,
  problem: null,
  readAt: 0,
})

const setUp = () => {
  const answers: PromiseWithResolvers<PanelStatus>[] = []
  const asked: StatusQuestion[] = []
  let view: StatusView = { at: 'none' }
  const expired = vi.fn<() => void>()
  const keeper = createStatusKeeper({
    ask: (question) => {
      asked.push(question)
      const answer = Promise.withResolvers<PanelStatus>()
      answers.push(answer)
      return answer.promise
    },
    changed: (next) => void (view = next),
    expired,
  })
  const answer = async (at: number, value: PanelStatus) => {
    answers[at]!.resolve(value)
    await vi.waitFor(() => undefined)
  }
  return { keeper, answers, asked, expired, answer, view: () => view }
}

describe('one question per customer and document', () => {
  test('however often the page changes', async () => {
    const { keeper, asked, answer, view } = setUp()
    keeper.enter('11943')
    for (let change = 0; change < 5; change += 1) keeper.show(cpf)
    expect(view()).toEqual({ at: 'reading' })
    await answer(0, status(3))
    keeper.show(cpf)
    expect(asked).toEqual([{ customerId: '11943', document: cpf }])
    expect(view()).toEqual({ at: 'known', status: status(3) })
  })

  test('another tab of the same customer shows what is known, without asking', async () => {
    const { keeper, asked, answer, view } = setUp()
    keeper.enter('11943')
    keeper.show(cpf)
    await answer(0, status(3))
    keeper.enter('11943')
    expect(view()).toEqual({ at: 'none' })
    keeper.show(cpf)
    expect(view()).toMatchObject({ at: 'known' })
    expect(asked).toHaveLength(1)
  })

  test('put away and opened again it asks again; asked again it keeps what is known meanwhile', async () => {
    const { keeper, asked, answer, view } = setUp()
    keeper.enter('11943')
    keeper.show(cpf)
    await answer(0, status(3))
    keeper.again()
    expect(view()).toEqual({ at: 'known', status: status(3) })
    await answer(1, status(2))
    expect(view()).toEqual({ at: 'known', status: status(2) })
    keeper.forget()
    expect(view()).toEqual({ at: 'none' })
    keeper.show(cpf)
    expect(asked).toHaveLength(3)
  })
})

describe('never one customer’s status on another', () => {
  test('the address changes: dropped at once, and the answer on its way too', async () => {
    const { keeper, answer, view } = setUp()
    keeper.enter('11943')
    keeper.show(cpf)
    keeper.enter('11944')
    expect(view()).toEqual({ at: 'none' })
    await answer(0, status(3))
    expect(view()).toEqual({ at: 'none' })
    keeper.show(other)
    await answer(1, status(1))
    expect(view()).toEqual({ at: 'known', status: status(1) })
  })

  test('the document changes under the same address', async () => {
    const { keeper, answer, asked, view } = setUp()
    keeper.enter('11943')
    keeper.show(cpf)
    keeper.show(other)
    await answer(0, status(3))
    expect(view()).toEqual({ at: 'reading' })
    expect(asked.map(({ document }) => document)).toEqual([cpf, other])
  })

  test('no document on the page, no status', async () => {
    const { keeper, answer, view } = setUp()
    keeper.enter('11943')
    keeper.show(cpf)
    await answer(0, status(3))
    keeper.show(null)
    expect(view()).toEqual({ at: 'none' })
  })

  test('away and back: the first answer is not that of the second visit', async () => {
    const { keeper, answer, view } = setUp()
    keeper.enter('11943')
    keeper.show(cpf)
    keeper.enter('11944')
    keeper.enter('11943')
    keeper.show(cpf)
    await answer(0, status(9))
    expect(view()).toEqual({ at: 'reading' })
  })
})

test('a failure is told with its code; an extension that was reloaded expires the panel (case G59)', async () => {
  const { keeper, answers, expired, view } = setUp()
  keeper.enter('11943')
  keeper.show(cpf)
  answers[0]!.reject(new AppError('service-off', { details: { view: { text: 'Desligado.' } } }))
  await vi.waitFor(() => expect(view()).toEqual({ at: 'failed', code: 'service-off', text: 'Desligado.' }))
  keeper.again()
  answers[1]!.reject(new AppError('extension-updated'))
  await vi.waitFor(() => expect(expired).toHaveBeenCalledOnce())
})
