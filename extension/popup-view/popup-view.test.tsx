import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { RemovalsStatus } from '../../shared/api.ts'
import { now, removalsStatus } from '../records-view/testing/show-records.tsx'
import { fakeBackground, ok } from '../ui/testing/fake-background.ts'
import { refusal, status } from '../ui/testing/samples.ts'
import { PopupView } from './popup-view.tsx'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const show = (
  linkState: unknown = { state: 'ready', port: 1, status: status() },
  removals: Partial<RemovalsStatus> = {},
) => {
  vi.spyOn(window, 'close').mockImplementation(() => undefined)
  const background = fakeBackground({
    'link-state': ok(linkState),
    'open-query': ok({ opened: true }),
    'open-records': ok({ opened: true }),
    removalsStatus: ok(removalsStatus(removals)),
  })
  render(<PopupView clock={() => now} />)
  return background
}
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
  show({ state: 'stranger-on-port' })
  expect(await screen.findByText('Outro programa na porta do serviço')).toBeTruthy()
})

test('the set-up is one click away', () => {
  show()
  fireEvent.click(screen.getByText('Configuração'))
  expect(fakeBrowser.runtime.openOptionsPage).toHaveBeenCalledOnce()
})

describe('the day', () => {
  test('tells what is at risk first, then removals, tasks and the last read of the payments', async () => {
    show(undefined, { pending: 3, atRisk: 1, openTasks: 2 })
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
    show(undefined, { isReadOnly: true, sweepProblem: refusal('erp-down', { status: 503 }) })
    expect(await screen.findByText('Os pagamentos não puderam ser lidos agora.')).toBeTruthy()
    expect(screen.getByText(/modo de leitura/)).toBeTruthy()
  })

  test('without the service nothing is asked of it', async () => {
    const background = show({ state: 'service-off' })
    await screen.findByText('Serviço sem resposta')
    expect(background.of('removalsStatus')).toEqual([])
  })
})
