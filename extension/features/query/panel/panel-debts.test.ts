// @own-process: it needs a DOM
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { AppError } from '../../../../shared/errors.ts'
import { refusedHere, removableRecord } from './panel-state.ts'
import {
  address,
  bench,
  clearBench,
  cnpj,
  cpf,
  debt,
  opens,
  record,
  setUpPanel,
} from './testing/panel-bench.ts'
import type { Work } from './testing/panel-bench.ts'

beforeEach(clearBench)

const known = () => vi.waitFor(() => expect(bench.props!.state.status.at).toBe('known'))

describe('the customer’s debts', () => {
  test('are asked for once, with the document that the page shows', async () => {
    const { controller, asked } = setUpPanel()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    controller.refresh()
    controller.settle()
    await known()
    controller.enter(address('/cliente/editar/11943/financeiro'))
    controller.refresh()
    expect(asked.mock.calls).toEqual([[{ customerId: '11943', document: cpf }]])
    expect(bench.props!.state.status.at).toBe('known')
  })

  test('are gone with the address, before the next customer is read', async () => {
    const { controller } = setUpPanel()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    await known()
    bench.onPage = null
    controller.enter(address('/cliente/editar/11944/cadastro'))
    expect(bench.props!.state.status).toEqual({ at: 'none' })
  })

  test('are not asked for while the panel is small, nor before one of several documents is chosen', async () => {
    bench.onPage = record([cpf, cnpj])
    const { controller, asked } = setUpPanel()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    expect(asked).not.toHaveBeenCalled()
    bench.props!.actions.choose(cnpj)
    await known()
    bench.props!.actions.minimise()
    expect(bench.props!.state.status).toEqual({ at: 'none' })
    bench.props!.actions.open()
    await known()
    expect(asked).toHaveBeenCalledTimes(2)
  })

  test('are read again when the person comes back from the window, and only then', async () => {
    const { controller, asked } = setUpPanel()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    await known()
    controller.returned()
    expect(asked).toHaveBeenCalledTimes(1)
    bench.props!.actions.negativate()
    controller.returned()
    controller.returned()
    expect(asked).toHaveBeenCalledTimes(2)
  })

  test('a service that is off leaves the query as it was', async () => {
    const { controller, asked, sent } = setUpPanel()
    asked.mockRejectedValueOnce(new AppError('service-off'))
    controller.enter(address('/cliente/editar/11943/cadastro'))
    await vi.waitFor(() =>
      expect(bench.props!.state.status).toMatchObject({ at: 'failed', code: 'service-off' }),
    )
    bench.props!.actions.query()
    expect(sent).toHaveBeenCalledOnce()
    controller.returned()
    await known()
  })

  test('the record that Baixar opens is one that nobody clears yet', async () => {
    const removal = { paid: null, deadline: null, daysLeft: null, isHeld: false }
    bench.status = {
      ...bench.status,
      records: [
        { ...debt, id: 'n0', removal },
        { ...debt, id: 'n2' },
      ],
    }
    const { controller, records } = setUpPanel()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    await known()
    expect(removableRecord(bench.props!.state)).toBe('n2')
    bench.props!.actions.openRecord('n2')
    expect(records).toHaveBeenCalledWith('n2')
    await vi.waitFor(() => expect(bench.props!.state.notice).toEqual({ kind: 'openedRecord' }))
  })
})

describe('proposing a negativation', () => {
  test('customer, document and name of the page; nothing more', async () => {
    const { controller, negativations } = setUpPanel()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    bench.props!.actions.negativate()
    expect(negativations.mock.calls).toEqual([
      [{ customerId: '11943', document: '731.640.258-07', name: 'MARIA' }],
    ])
    await vi.waitFor(() => expect(bench.props!.state.notice).toEqual({ kind: 'openedWindow' }))
  })

  test('G43 · a double click opens one window', () => {
    const { controller, negativations } = setUpPanel()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    bench.props!.actions.negativate()
    bench.props!.actions.negativate()
    expect(negativations).toHaveBeenCalledOnce()
  })

  test('a record that changed since it was shown: nothing opens', () => {
    const { controller, negativations } = setUpPanel()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    bench.onPage = record([cnpj])
    bench.props!.actions.negativate()
    expect(negativations).not.toHaveBeenCalled()
    expect(bench.props!.state.notice).toEqual({ kind: 'changed' })
  })

  test('G59 · the extension was reloaded: F5', async () => {
    const { controller } = setUpPanel(opens, () => Promise.reject(new AppError('extension-updated')))
    controller.enter(address('/cliente/editar/11943/cadastro'))
    bench.props!.actions.negativate()
    await vi.waitFor(() => expect(bench.props!.state.isOutdated).toBe(true))
  })

  test('G58 · a lost answer is no failure', async () => {
    const { controller } = setUpPanel(opens, () => Promise.reject(new AppError('answer-lost')))
    controller.enter(address('/cliente/editar/11943/cadastro'))
    bench.props!.actions.negativate()
    await vi.waitFor(() => expect(bench.props!.state.notice).toEqual({ kind: 'lostWindow' }))
  })
})

const refused = async (ask: Work) => {
  const { controller, asked } = setUpPanel()
  asked.mockImplementation(async (question) => (await ask(question)) as typeof bench.status)
  controller.enter(address('/cliente/editar/11943/cadastro'))
  const first = refusedHere(bench.props!.state)
  await vi.waitFor(() => expect(bench.props!.state.status.at).toMatch(/known|failed/))
  return [first, refusedHere(bench.props!.state)]
}

describe('what this browser may do', () => {
  const all = { query: false, include: false }

  test.each<[string, Work, typeof all]>([
    ['everything to who may', async () => bench.status, all],
    [
      'no negativating to who may only query',
      async () => ({ ...bench.status, mayInclude: false }),
      { query: false, include: true },
    ],
    [
      'nothing to who may not even query',
      () => Promise.reject(new AppError('scope-refused')),
      { query: true, include: true },
    ],
    ['everything while the service is off', () => Promise.reject(new AppError('service-off')), all],
  ])('offers %s, and everything while nothing is known', async (_who, ask, end) => {
    expect(await refused(ask)).toEqual([all, end])
  })
})
