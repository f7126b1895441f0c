import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Batch, RemovalsStatus } from '../../shared/api.ts'
import { daySummary, dayTally, now, removalsStatus } from '../records-view/testing/show-records.tsx'
import type { PageSelection } from '../batch-view/selection/page-selection.ts'
import { fakeBackground, ok } from '../ui/testing/fake-background.ts'
import { refusal, status } from '../ui/testing/samples.ts'
import { batchOf, counts, runningBatch, totalsOf } from '../batch-view/testing/batch-samples.ts'
import type { PopupPlace } from './popup-place.ts'
import { readPopupPlace } from './popup-place.ts'
import { PopupView } from './popup-view.tsx'

afterEach(() => {
  cleanup()
  history.replaceState(null, '', '/popup.html')
  vi.restoreAllMocks()
})

const running = runningBatch({
  going: totalsOf(287),
  counts: counts({ waiting: 137, sending: 8, sent: 140, refused: 2 }),
})

const BatchPage = ({ fromPage }: { fromPage: PageSelection | null }) => (
  <>
    <h2>Página de lotes</h2>
    <p>marcadas: {fromPage?.invoiceIds.join(', ')}</p>
  </>
)

const ready = (scopes?: Parameters<typeof status>[0]) => ({ state: 'ready', port: 1, status: status(scopes) })

interface Shown {
  link?: unknown
  removals?: Partial<RemovalsStatus>
  batches?: Batch[]
  first?: PopupPlace
}

const show = ({ link = ready(), removals = {}, batches = [], first = 'home' }: Shown = {}) => {
  vi.spyOn(window, 'close').mockImplementation(() => undefined)
  const background = fakeBackground({
    'link-state': ok(link),
    'open-query': ok({ opened: true }),
    'open-records': ok({ opened: true }),
    'page-selection': ok({ site: 'empresa.hubsoft.com.br', invoiceIds: ['62636', '62637'] }),
    removalsStatus: ok(removalsStatus(removals)),
    batches: ok({ batches }),
  })
  render(<PopupView first={first} loadBatch={async () => BatchPage} clock={() => now} />)
  return background
}
const mass = () => screen.findByRole('button', { name: 'Negativação em massa' })
const waiting = (id: string) => runningBatch({ id, state: 'approval', approval: { mayApprove: true } })
const area = (stored: unknown) => ({ get: async () => ({ 'popup-place': stored }) }) as never
const entry = () => screen.getByLabelText<HTMLInputElement>('CPF ou CNPJ')
const enter = (value: string) => {
  fireEvent.input(entry(), { target: { value } })
  const { form } = entry()
  if (form) fireEvent.submit(form)
}

test('a document is checked while typed and opened with Enter, formatted', async () => {
  const background = show()
  enter('731.640.258-08')
  expect(screen.getByText('Os dígitos verificadores não conferem.')).toBeTruthy()
  expect(background.of('open-query')).toEqual([])
  enter('73164025807')
  await waitFor(() => {
    expect(background.of('open-query')).toEqual([{ document: '731.640.258-07' }])
    expect(window.close).toHaveBeenCalledOnce()
  })
})

test('an unfinished document says what is missing when the person goes on', async () => {
  show()
  enter('731')
  expect(await screen.findByText(/Continue: um CPF tem 11 números/)).toBeTruthy()
})

test('one line tells the state of the service', async () => {
  show()
  expect(await screen.findByText('Serviço ligado')).toBeTruthy()
  cleanup()
  show({ link: { state: 'stranger-on-port' } })
  expect(await screen.findByText('Outro programa na porta do serviço')).toBeTruthy()
})

test('the set-up is one click away', () => {
  show()
  fireEvent.click(screen.getByText('Configuração'))
  expect(fakeBrowser.runtime.openOptionsPage).toHaveBeenCalledOnce()
})

describe('the day', () => {
  test('tells what is at risk first, then removals, tasks and the last read of the payments', async () => {
    show({ removals: { pending: 3, atRisk: 1, openTasks: 2 } })
    await screen.findByText('1 baixa em risco')
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '1 baixa em risco',
      '3 baixas em andamento',
      '2 pendências abertas',
      'última leitura dos pagamentos há 3 min',
    ])
  })

  test('a quiet one is quiet, and the list is one click away', async () => {
    const background = show()
    expect(await screen.findByText('nenhuma pendência')).toBeTruthy()
    fireEvent.click(screen.getByText('Negativações e pendências'))
    await waitFor(() => {
      expect(background.of('open-records')).toEqual([{}])
      expect(window.close).toHaveBeenCalledOnce()
    })
  })

  test('payments that cannot be read and read-only data are said', async () => {
    show({ removals: { isReadOnly: true, sweepProblem: refusal('erp-down', { status: 503 }) } })
    expect(await screen.findByText('Os pagamentos não puderam ser lidos agora.')).toBeTruthy()
    expect(screen.getByText(/modo de leitura/)).toBeTruthy()
  })

  test('tells in one line what came of it, and of yesterday on a press', async () => {
    const today = dayTally({ included: { single: 12, batch: 0 }, cleared: 8, refused: 2 })
    const background = show()
    background.answers.daySummary = ok(daySummary({ today, atRisk: 1, yesterday: dayTally({ cleared: 3 }) }))
    await screen.findByText('Hoje: 12 incluídas · 8 baixadas · 1 em risco · 2 recusadas')
    expect(screen.queryByText(/^Ontem: /)).toBeNull()
    fireEvent.click(screen.getByText('Ontem'))
    expect(await screen.findByText('Ontem: 3 baixadas')).toBeTruthy()
    fireEvent.click(screen.getByText('Ontem'))
    await waitFor(() => expect(screen.queryByText('Ontem: 3 baixadas')).toBeNull())
  })

  test('without the service nothing is asked of it', async () => {
    const background = show({ link: { state: 'service-off' } })
    await screen.findByText('Serviço sem resposta')
    expect(background.of('removalsStatus')).toEqual([])
  })
})

describe('batches', () => {
  test('the running one is told with its numbers and opened at once', async () => {
    show({ batches: [batchOf({ id: 'b2' }), running] })
    fireEvent.click(await screen.findByText('Em andamento · 142 de 287 · falta 47 s'))
    expect(await screen.findByText('Página de lotes')).toBeTruthy()
    expect(location.hash).toBe('#batch/b1')
  })

  test('one that waits for this browser’s approval is named as such, several are counted', async () => {
    show({ batches: [waiting('b1')] })
    expect(await screen.findByText('Espera a sua aprovação · 287 pessoas · R$ 51.204,30')).toBeTruthy()
    cleanup()
    show({ batches: [waiting('b1'), waiting('b2')] })
    fireEvent.click(await screen.findByText('2 lotes esperam a sua aprovação'))
    await screen.findByText('Página de lotes')
    expect(location.hash).toBe('#batches')
  })

  test('without any, only the way to them', async () => {
    show({ batches: [batchOf({ state: 'done' }), batchOf({ state: 'cancelled' })] })
    await screen.findByText('nenhuma pendência')
    expect(
      screen.getByRole('region', { name: 'Negativação em massa' }).querySelectorAll('button'),
    ).toHaveLength(1)
  })

  test('a browser that may not include reads why the way is closed', async () => {
    show({ link: ready(['query']) })
    expect(await screen.findByText(/não tem permissão para negativar; quem administra/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Negativação em massa' })).toBeNull()
  })

  test('without the service the way is closed too', async () => {
    show({ link: { state: 'service-off' } })
    await screen.findByText('Serviço sem resposta')
    expect((await mass()).getAttribute('aria-disabled')).toBe('true')
  })

  test('the keyboard goes along: into the batch page, and back to where it came from', async () => {
    show()
    fireEvent.click(await mass())
    await screen.findByText('Página de lotes')
    expect(document.activeElement?.textContent).toBe('Voltar')
    fireEvent.click(screen.getByText('Voltar'))
    expect(document.activeElement).toBe(await mass())
    expect(location.hash).toBe('')
  })

  test('what is ticked on the ERP’s page goes along', async () => {
    show()
    fireEvent.click(await mass())
    expect(await screen.findByText('marcadas: 62636, 62637')).toBeTruthy()
  })
})

describe('G67 · a popup that closed by itself', () => {
  test('stands where it was, and paints before the service says anything', async () => {
    show()
    fireEvent.click(await screen.findByRole('button', { name: 'Negativação em massa' }))
    await screen.findByText('Página de lotes')
    expect(await readPopupPlace(fakeBrowser.storage.session)).toBe('batch')
    cleanup()
    const background = show({ first: await readPopupPlace(fakeBrowser.storage.session) })
    expect(screen.getByText('Voltar')).toBeTruthy()
    expect(background.asked.map(({ name }) => name)).toEqual(['page-selection'])
    expect(await screen.findByText('Página de lotes')).toBeTruthy()
  })

  test('opens at the day where nothing, or nonsense, is remembered', async () => {
    expect(await readPopupPlace(area(undefined))).toBe('home')
    expect(await readPopupPlace(area('records'))).toBe('home')
    expect(await readPopupPlace({ get: () => Promise.reject(new Error('no memory')) })).toBe('home')
  })
})

describe('versions that do not understand each other', () => {
  test.each([
    ['extension-older', 'Atualize a extensão', /A extensão \(1.0.0\) é mais antiga que o serviço \(2.0.0\)/],
    ['service-older', 'Atualize o serviço', /O serviço \(2.0.0\) é mais antigo que a extensão \(1.0.0\)/],
  ])('%s: which one to update, with both versions', async (state, short, text) => {
    show({ link: { state, params: { extension: '1.0.0', service: '2.0.0' } } })
    expect(await screen.findByText(short)).toBeTruthy()
    expect(await screen.findByText(text)).toBeTruthy()
  })
})
