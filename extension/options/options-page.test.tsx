import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { answerPermissions, fail, ok } from '../ui/testing/fake-background.ts'
import { integration } from '../ui/testing/samples.ts'
import { ready, showOptions, submitFormOf, typeInto } from './testing/show-options.tsx'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('step 1 · the service', () => {
  test.each([
    ['service-off', 'não está respondendo'],
    ['stranger-on-port', 'Outro programa responde'],
    ['browser-blocked', 'O navegador bloqueou'],
    ['permission-withheld', 'não deixa a extensão falar'],
  ] as const)('G61 · %s has its own words', async (state, words) => {
    showOptions({ 'link-state': ok({ state }) })
    expect(await screen.findByText(new RegExp(words))).toBeTruthy()
  })

  test.each([
    ['extension-older', /A extensão \(1.0.0\) é mais antiga que o serviço \(2.0.0\)/, 'Atualize a extensão'],
    ['service-older', /O serviço \(2.0.0\) é mais antigo que a extensão \(1.0.0\)/, 'Atualize o serviço'],
    ['version-mismatch', /não se entendem/, 'Atualize os dois'],
  ])('%s: both versions, and which one to update', async (state, text, way) => {
    showOptions({ 'link-state': ok({ state, params: { extension: '1.0.0', service: '2.0.0' } }) })
    expect(await screen.findByText(text)).toBeTruthy()
    expect(screen.getByText(new RegExp(way))).toBeTruthy()
  })

  test('a service that is off shows the command to copy, and the page notices by itself when it starts', async () => {
    vi.useFakeTimers()
    const background = showOptions({ 'link-state': ok({ state: 'service-off' }) })
    await vi.waitFor(() => screen.getByText('nada-consta start'))
    background.answers['link-state'] = ok({ state: 'not-paired' })
    await vi.advanceTimersByTimeAsync(3000)
    const code = await vi.waitFor(() => screen.getByLabelText('Código de pareamento'))
    expect(code).toBeTruthy()
  })

  test('G63 · a withheld permission is asked for by a click', async () => {
    const background = showOptions({ 'link-state': ok({ state: 'permission-withheld' }) })
    const allow = await screen.findByText('Permitir acesso ao serviço local')
    background.answers['link-state'] = ok({ state: 'not-paired' })
    fireEvent.click(allow)
    await screen.findByLabelText('Código de pareamento')
    expect(fakeBrowser.permissions.request).toHaveBeenCalledOnce()
  })

  test('G63 · a refused permission says what to do', async () => {
    showOptions({ 'link-state': ok({ state: 'permission-withheld' }) })
    const allow = await screen.findByText('Permitir acesso ao serviço local')
    answerPermissions(false)
    fireEvent.click(allow)
    expect(await screen.findByText(/não concedeu a permissão/)).toBeTruthy()
  })
})

describe('step 2 · this browser', () => {
  test('empty fields are named before anything is sent', async () => {
    const background = showOptions({ 'link-state': ok({ state: 'not-paired' }) })
    await screen.findByLabelText('Código de pareamento')
    submitFormOf('Código de pareamento')
    expect(screen.getAllByText('Preencha este campo.')).toHaveLength(2)
    expect(background.of('pair')).toEqual([])
  })

  test('a wrong code stands beside its field and nothing typed is lost', async () => {
    showOptions({ 'link-state': ok({ state: 'not-paired' }), pair: fail('pairing-code-wrong', { left: 4 }) })
    await screen.findByLabelText('Código de pareamento')
    typeInto('Código de pareamento', 'ABCD')
    typeInto('Quem usa este navegador', 'Ana')
    submitFormOf('Código de pareamento')
    await screen.findByText(/Restam 4 tentativas/)
    const code = screen.getByLabelText<HTMLInputElement>('Código de pareamento')
    expect(code.value).toBe('ABCD')
    expect(code.getAttribute('aria-invalid')).toBe('true')
  })

  test('forgetting asks first', async () => {
    const background = showOptions({ forget: ok({ state: 'not-paired' }) })
    fireEvent.click(await screen.findByText('Este navegador'))
    fireEvent.click(await screen.findByText('Esquecer este navegador'))
    expect(background.of('forget')).toEqual([])
    fireEvent.click(within(screen.getByRole('dialog')).getByText('Esquecer'))
    await waitFor(() => {
      expect(background.of('forget')).toHaveLength(1)
    })
  })
})

test('a browser without administration sees everything and alters nothing', async () => {
  showOptions({ 'link-state': ready(['query']), integrations: ok({ integrations: [integration()] }) })
  expect(await screen.findByText('Este navegador não tem permissão de administrador.')).toBeTruthy()
  fireEvent.click(screen.getByText('Connect (Serasa)'))
  expect(await screen.findByText('04.718.253/0001-56')).toBeTruthy()
  expect(screen.queryByText('Alterar')).toBeNull()
  expect(screen.queryByText('Testar consulta')).toBeNull()
  expect(screen.queryByText('Navegadores pareados')).toBeNull()
})

test('a set-up that cannot be read is said, with the way to try again', async () => {
  const background = showOptions({ integrations: fail('store-unreadable') })
  expect(await screen.findByText(/Nada foi apagado/)).toBeTruthy()
  background.answers.integrations = ok({ integrations: [] })
  fireEvent.click(screen.getByText('Tentar de novo'))
  expect(await screen.findByText(/Cadastre a primeira/)).toBeTruthy()
})
