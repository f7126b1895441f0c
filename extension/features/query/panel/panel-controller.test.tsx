import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { VNode } from 'preact'
import type { Document as CustomerDocument } from '../../../../shared/document.ts'
import { AppError } from '../../../../shared/errors.ts'
import { texts } from '../../../../shared/locales/texts.ts'
import type { CustomerRecord, Erp } from '../../../erps/erp.ts'
import { hubsoft } from '../../../erps/hubsoft/index.ts'
import { createPanelController } from './panel-controller.tsx'
import type { PanelProps } from './panel.tsx'
import { panelBody } from './panel-state.ts'

const cpf = '73164025807' as CustomerDocument
const cnpj = '04718253000156' as CustomerDocument
const record = (documents: CustomerDocument[], name = 'MARIA'): CustomerRecord => ({
  name,
  documents,
  masked: false,
  root: document.createElement('div'),
})
const address = (path: string) => new URL(path, 'https://empresa.hubsoft.com.br')

let onPage: CustomerRecord | null
let props: PanelProps | null
let inPage: boolean

const setUp = (openQuery: (input: unknown) => Promise<unknown> = async () => ({ opened: true })) => {
  const sent = vi.fn<(input: unknown) => Promise<unknown>>(openQuery)
  const erp: Erp = { ...hubsoft, readRecord: () => onPage }
  const show = vi.fn<(content: unknown) => void>((content) => {
    props = (content as VNode<PanelProps>).props
    inPage = true
  })
  const remove = vi.fn<() => void>(() => {
    props = null
    inPage = false
  })
  const keepOpen = vi.fn<(isOpen: boolean) => void>()
  const controller = createPanelController({
    page: document,
    erp,
    host: { show, remove, isInPage: () => inPage, isOurs: () => false, element: document.createElement('i') },
    words: texts('pt-BR').erp.panel,
    openQuery: sent,
    keepsOpen: true,
    keepOpen,
  })
  return { controller, sent, show, remove, keepOpen }
}
const body = () => props && panelBody(props.state)

beforeEach(() => {
  onPage = record([cpf])
  props = null
  inPage = false
})

describe('what stands where', () => {
  test('nothing on /login, also after leaving a record (session expired)', () => {
    const { controller, remove } = setUp()
    controller.enter(address('/login'))
    expect(props).toBeNull()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    expect(body()).toBe('document')
    controller.enter(address('/login'))
    expect(remove).toHaveBeenCalled()
    controller.refresh()
    expect(props).toBeNull()
  })

  test('a small button elsewhere, which opens', () => {
    const { controller } = setUp()
    controller.enter(address('/dashboard'))
    expect(props!.state.isOpen).toBe(false)
    props!.actions.open()
    expect([props!.state.isOpen, body()]).toEqual([true, 'elsewhere'])
  })

  test('reading, until the page had its time', () => {
    onPage = null
    const { controller } = setUp()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    expect(body()).toBe('reading')
    controller.settle()
    expect(body()).toBe('no-document')
    onPage = record([cpf])
    controller.refresh()
    expect(body()).toBe('document')
  })

  test('masked is said at once', () => {
    onPage = { ...record([]), masked: true }
    const { controller } = setUp()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    expect(body()).toBe('masked')
  })

  test('minimising in a record is kept; elsewhere it is not', () => {
    const { controller, keepOpen } = setUp()
    controller.enter(address('/dashboard'))
    props!.actions.open()
    expect(keepOpen).not.toHaveBeenCalled()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    props!.actions.minimise()
    expect(keepOpen).toHaveBeenCalledWith(false)
    controller.enter(address('/cliente/editar/11944/cadastro'))
    expect(props!.state.isOpen).toBe(false)
  })
})

describe('proposing a query', () => {
  test('the shown document with its name', async () => {
    const { controller, sent } = setUp()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    props!.actions.query()
    expect(sent).toHaveBeenCalledWith({ document: '731.640.258-07', name: 'MARIA' })
    await vi.waitFor(() => expect(props!.state.notice).toEqual({ kind: 'opened' }))
  })

  test.each([
    ['document', () => record([cnpj])],
    ['name', () => record([cpf], 'JOSÉ')],
    ['record', () => null],
  ])('a %s that changed since it was shown: nothing is sent, the change is shown', (_what, next) => {
    const { controller, sent } = setUp()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    onPage = next()
    props!.actions.query()
    expect(sent).not.toHaveBeenCalled()
    expect(props!.state.notice).toEqual({ kind: 'changed' })
    expect(props!.state.record?.name).toBe(onPage?.name)
  })

  test('several documents: none is chosen beforehand', () => {
    onPage = record([cpf, cnpj])
    const { controller, sent } = setUp()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    expect([body(), props!.state.chosen]).toEqual(['several', null])
    props!.actions.query()
    expect(sent).not.toHaveBeenCalled()
    props!.actions.choose(cnpj)
    props!.actions.query()
    expect(sent).toHaveBeenCalledWith({ document: '04.718.253/0001-56', name: 'MARIA' })
  })

  test('typing: no document of the page goes along', () => {
    const { controller, sent } = setUp()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    props!.actions.type()
    expect(sent).toHaveBeenCalledWith({ document: null })
  })

  test('a result that arrives at the next customer is dropped', async () => {
    const { promise, resolve: answer } = Promise.withResolvers<unknown>()
    const { controller } = setUp(() => promise)
    controller.enter(address('/cliente/editar/11943/cadastro'))
    props!.actions.query()
    onPage = record([cnpj], 'ACME')
    controller.enter(address('/cliente/editar/11944/cadastro'))
    answer({ opened: true })
    await Promise.resolve()
    expect(props!.state.notice).toBeNull()
  })

  test('a refusal is told in its own words', async () => {
    const view = { code: 'message-refused', text: 'Pedido recusado pela extensão.', hint: 'Recarregue.' }
    const { controller } = setUp(() => Promise.reject(new AppError('message-refused', { details: { view } })))
    controller.enter(address('/dashboard'))
    props!.actions.type()
    await vi.waitFor(() =>
      expect(props!.state.notice).toEqual({ kind: 'error', text: view.text, hint: view.hint }),
    )
  })

  test('a lost answer is no failure', async () => {
    const { controller } = setUp(() => Promise.reject(new AppError('answer-lost')))
    controller.enter(address('/dashboard'))
    props!.actions.type()
    await vi.waitFor(() => expect(props!.state.notice).toEqual({ kind: 'lost' }))
  })
})

describe('G59 · the extension was reloaded under the page', () => {
  test('a press says F5, and nothing else moves any more', async () => {
    const { controller, show } = setUp(() => Promise.reject(new AppError('extension-updated')))
    controller.enter(address('/cliente/editar/11943/cadastro'))
    props!.actions.query()
    await vi.waitFor(() => expect(props!.state.isOutdated).toBe(true))
    const shown = show.mock.calls.length
    onPage = record([cnpj])
    controller.refresh()
    controller.settle()
    expect(show).toHaveBeenCalledTimes(shown)
  })

  test('the note that was closed stays closed', () => {
    const { controller } = setUp()
    controller.enter(address('/dashboard'))
    controller.expire()
    expect(props!.state.isOutdated).toBe(true)
    props!.actions.close()
    expect(props).toBeNull()
    controller.expire()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    expect(props).toBeNull()
  })

  test('no note on /login', () => {
    const { controller } = setUp()
    controller.enter(address('/login'))
    controller.expire()
    expect(props).toBeNull()
  })
})

describe('G65 · the page takes the panel out', () => {
  test('it is put back; nothing is drawn again for nothing', () => {
    const { controller, show } = setUp()
    controller.enter(address('/cliente/editar/11943/cadastro'))
    const shown = show.mock.calls.length
    controller.refresh()
    expect(show).toHaveBeenCalledTimes(shown)
    inPage = false
    controller.refresh()
    expect(show).toHaveBeenCalledTimes(shown + 1)
  })
})
