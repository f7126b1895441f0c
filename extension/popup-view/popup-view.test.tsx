import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { fakeBackground, ok } from '../ui/testing/fake-background.ts'
import { status } from '../ui/testing/samples.ts'
import { PopupView } from './popup-view.tsx'

afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
})

const show = (linkState: unknown = { state: 'ready', port: 1, status: status() }) => {
  vi.spyOn(window, 'close').mockImplementation(() => undefined)
  const background = fakeBackground({ 'link-state': ok(linkState), 'open-query': ok({ opened: true }) })
  render(<PopupView />)
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
