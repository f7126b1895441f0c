import { beforeEach, describe, expect, test, vi } from 'vitest'
import { AppError } from '../../../../shared/errors.ts'
import type { CalendarDate } from '../../../../shared/calendar.ts'
import { offeredReport, panelBody } from './panel-state.ts'
import { address, bench, clearBench, cnpj, cpf, record, setUpPanel } from './testing/panel-bench.ts'

const body = () => bench.props && panelBody(bench.props.state)

beforeEach(clearBench)

describe('what stands where', () => {
  test('nothing on /login, also after leaving a record (session expired)', () => {
    const { controller, remove } = setUpPanel()
    controller.enter(address('/login'))
    expect(bench.props).toBeNull()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    expect(body()).toBe('document')
    controller.enter(address('/login'))
    expect(remove).toHaveBeenCalled()
    controller.refresh()
    expect(bench.props).toBeNull()
  })

  test('a small button elsewhere, which opens', () => {
    const { controller } = setUpPanel()
    controller.enter(address('/dashboard'))
    expect(bench.props!.state.isOpen).toBe(false)
    bench.props!.actions.open()
    expect([bench.props!.state.isOpen, body()]).toEqual([true, 'elsewhere'])
  })

  test('reading, until the page had its time', () => {
    bench.onPage = null
    const { controller } = setUpPanel()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    expect(body()).toBe('reading')
    controller.settle()
    expect(body()).toBe('no-document')
    bench.onPage = record([cpf])
    controller.refresh()
    expect(body()).toBe('document')
  })

  test('masked is said at once', () => {
    bench.onPage = { ...record([]), masked: true }
    const { controller } = setUpPanel()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    expect(body()).toBe('masked')
  })

  test('minimising in a record is kept; elsewhere it is not', () => {
    const { controller, keep } = setUpPanel()
    controller.enter(address('/dashboard'))
    bench.props!.actions.open()
    expect(keep).not.toHaveBeenCalled()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    bench.props!.actions.minimise()
    expect(keep).toHaveBeenCalledWith({ isOpen: false })
    controller.enter(address('/cliente/editar/11944/cadastro'))
    expect(bench.props!.state.isOpen).toBe(false)
  })
})

describe('proposing a query', () => {
  test('the shown document with its name', async () => {
    const { controller, sent } = setUpPanel()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    bench.props!.actions.query()
    expect(sent).toHaveBeenCalledWith({ document: '731.640.258-07', name: 'MARIA' })
    await vi.waitFor(() => expect(bench.props!.state.notice).toEqual({ kind: 'opened' }))
  })

  test.each([
    ['document', () => record([cnpj])],
    ['name', () => record([cpf], 'JOSÉ')],
    ['record', () => null],
  ])('a %s that changed since it was shown: nothing is sent, the change is shown', (_what, next) => {
    const { controller, sent } = setUpPanel()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    bench.onPage = next()
    bench.props!.actions.query()
    expect(sent).not.toHaveBeenCalled()
    expect(bench.props!.state.notice).toEqual({ kind: 'changed' })
    expect(bench.props!.state.record?.name).toBe(bench.onPage?.name)
  })

  test('several documents: none is chosen beforehand', () => {
    bench.onPage = record([cpf, cnpj])
    const { controller, sent } = setUpPanel()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    expect([body(), bench.props!.state.chosen]).toEqual(['several', null])
    bench.props!.actions.query()
    expect(sent).not.toHaveBeenCalled()
    bench.props!.actions.choose(cnpj)
    bench.props!.actions.query()
    expect(sent).toHaveBeenCalledWith({ document: '04.718.253/0001-56', name: 'MARIA' })
  })

  test('typing: no document of the page goes along', () => {
    const { controller, sent } = setUpPanel()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    bench.props!.actions.type()
    expect(sent).toHaveBeenCalledWith({ document: null })
  })

  test('a result that arrives at the next customer is dropped', async () => {
    const { promise, resolve: answer } = Promise.withResolvers<unknown>()
    const { controller } = setUpPanel(() => promise)
    controller.enter(address('/cliente/editar/11943/cadastro'))
    bench.props!.actions.query()
    bench.onPage = record([cnpj], 'ACME')
    controller.enter(address('/cliente/editar/11944/cadastro'))
    answer({ opened: true })
    await Promise.resolve()
    expect(bench.props!.state.notice).toBeNull()
  })

  test('a refusal is told in its own words', async () => {
    const view = { code: 'message-refused', text: 'Pedido recusado pela extensão.', hint: 'Recarregue.' }
    const { controller } = setUpPanel(() =>
      Promise.reject(new AppError('message-refused', { details: { view } })),
    )
    controller.enter(address('/dashboard'))
    bench.props!.actions.type()
    await vi.waitFor(() =>
      expect(bench.props!.state.notice).toEqual({ kind: 'error', text: view.text, hint: view.hint }),
    )
  })

  test('a lost answer is no failure', async () => {
    const { controller } = setUpPanel(() => Promise.reject(new AppError('answer-lost')))
    controller.enter(address('/dashboard'))
    bench.props!.actions.type()
    await vi.waitFor(() => expect(bench.props!.state.notice).toEqual({ kind: 'lost' }))
  })
})

describe('the last report', () => {
  const lastReport = { queryId: 'q1', date: '2026-11-19' as CalendarDate }

  test('is opened by its own id with the document that the page shows, once per double click', async () => {
    bench.status = { ...bench.status, lastReport }
    const { controller, reports } = setUpPanel()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    await vi.waitFor(() => expect(offeredReport(bench.props!.state)).toMatchObject(lastReport))
    bench.props!.actions.exportLastReport()
    bench.props!.actions.exportLastReport()
    expect(reports.mock.calls).toEqual([[{ queryId: 'q1', document: '731.640.258-07' }]])
    await vi.waitFor(() => expect(bench.props!.state.notice).toEqual({ kind: 'openedReport' }))
  })

  test('attack 24 · of a record that changed since it was shown is not opened', async () => {
    bench.status = { ...bench.status, lastReport }
    const { controller, reports } = setUpPanel()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    await vi.waitFor(() => expect(offeredReport(bench.props!.state)).not.toBeNull())
    bench.onPage = record([cnpj])
    bench.props!.actions.exportLastReport()
    expect(reports).not.toHaveBeenCalled()
    expect(offeredReport(bench.props!.state)).toBeNull()
    expect(bench.props!.state.notice).toEqual({ kind: 'changed' })
  })

  test('is not offered while it is unknown', async () => {
    const { controller, reports } = setUpPanel()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    await vi.waitFor(() => expect(bench.props!.state.status.at).toBe('known'))
    expect(offeredReport(bench.props!.state)).toBeNull()
    bench.props!.actions.exportLastReport()
    expect(reports).not.toHaveBeenCalled()
  })
})

describe('the look', () => {
  test.each([
    ['the page is dark', true, false, true],
    ['the page is light', false, true, false],
    ['the page does not say: the system is dark', null, true, true],
    ['the page does not say: the system is light', null, false, false],
  ])('%s', (_what, page, system, dark) => {
    Object.assign(bench, { isPageDark: page, isSystemDark: system })
    const { controller } = setUpPanel()
    controller.enter(address('/dashboard'))
    expect(bench.props!.state.isDark).toBe(dark)
  })

  test('follows the page when that changes', () => {
    const { controller } = setUpPanel()
    controller.enter(address('/dashboard'))
    bench.isPageDark = true
    controller.refresh()
    expect(bench.props!.state.isDark).toBe(true)
  })
})

describe('the panel asked for from elsewhere in the page', () => {
  test('opens a minimised one, and stays open with the next customer', () => {
    const { controller } = setUpPanel()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    bench.props!.actions.minimise()
    controller.show()
    expect([bench.props!.state.isOpen, body()]).toEqual([true, 'document'])
    controller.enter(address('/cliente/editar/11944/cadastro'))
    expect(bench.props!.state.isOpen).toBe(true)
  })

  test('does not open where nothing of ours may stand', () => {
    const { controller } = setUpPanel()
    controller.enter(address('/login'))
    controller.show({ focus: true })
    expect(bench.props).toBeNull()
  })

  test('G59 · says F5 again after the note was closed', () => {
    const { controller } = setUpPanel()
    controller.enter(address('/dashboard'))
    controller.expire()
    bench.props!.actions.close()
    controller.show()
    expect(bench.props!.state.isOutdated).toBe(true)
  })
})

describe('the panel that is switched off for the site', () => {
  test('goes at once, comes when it is asked for, and is gone when put away', () => {
    const { controller, keep } = setUpPanel()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    controller.stand(false)
    expect(bench.props).toBeNull()
    controller.refresh()
    expect(bench.props).toBeNull()
    expect(keep).not.toHaveBeenCalled()
    controller.show()
    expect(body()).toBe('document')
    bench.props!.actions.minimise()
    expect(bench.props).toBeNull()
  })

  test('comes back as it was when it is switched on again', () => {
    const { controller } = setUpPanel()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    controller.stand(false)
    controller.stand(true)
    expect([bench.props!.state.isOpen, body()]).toEqual([true, 'document'])
  })
})

describe('G59 · the extension was reloaded under the page', () => {
  test('a press says F5, and nothing else moves any more', async () => {
    const { controller, show } = setUpPanel(() => Promise.reject(new AppError('extension-updated')))
    controller.enter(address('/cliente/editar/11943/cadastro'))
    bench.props!.actions.query()
    await vi.waitFor(() => expect(bench.props!.state.isOutdated).toBe(true))
    const shown = show.mock.calls.length
    bench.onPage = record([cnpj])
    controller.refresh()
    controller.settle()
    expect(show).toHaveBeenCalledTimes(shown)
  })

  test('the note that was closed stays closed', () => {
    const { controller } = setUpPanel()
    controller.enter(address('/dashboard'))
    controller.expire()
    expect(bench.props!.state.isOutdated).toBe(true)
    bench.props!.actions.close()
    expect(bench.props).toBeNull()
    controller.expire()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    expect(bench.props).toBeNull()
  })

  test('no note on /login', () => {
    const { controller } = setUpPanel()
    controller.enter(address('/login'))
    controller.expire()
    expect(bench.props).toBeNull()
  })
})

describe('G65 · the page takes the panel out', () => {
  test('it is put back; nothing is drawn again for nothing', () => {
    const { controller, show } = setUpPanel()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    const shown = show.mock.calls.length
    controller.refresh()
    expect(show).toHaveBeenCalledTimes(shown)
    bench.inPage = false
    controller.refresh()
    expect(show).toHaveBeenCalledTimes(shown + 1)
  })
})
