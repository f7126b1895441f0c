import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { SiteSetup } from '../sites/site-setup.ts'
import { fail, ok } from '../ui/testing/fake-background.ts'
import { integration, siteSetup } from '../ui/testing/samples.ts'
import { showOptions } from './testing/show-options.tsx'

afterEach(cleanup)

const { site } = siteSetup()
const name = 'empresa.hubsoft.com.br'

const show = async (over: Partial<SiteSetup> = {}, answers: Parameters<typeof showOptions>[0] = {}) => {
  const background = showOptions({
    integrations: ok({ integrations: [integration()] }),
    sites: ok({ sites: [siteSetup(over)] }),
    ...answers,
  })
  // The step that is done stands folded.
  await screen.findAllByText(name)
  const step = screen.getByText('ERP').closest('button')!
  if (step.getAttribute('aria-expanded') === 'false') fireEvent.click(step)
  await screen.findByLabelText(new RegExp(`^Funções: .* · ${name}$`))
  return background
}
const unfold = () => fireEvent.click(screen.getByLabelText(new RegExp(`^Funções: .* · ${name}$`)))
const button = () => screen.getByText('Copiar esqueleto da página')
const box = (label: string) => screen.getByLabelText<HTMLInputElement>(label)

describe('the switches of a site', () => {
  test('are folded; the row says that all is on, or how much is off', async () => {
    await show()
    expect(screen.getByText(/tudo ligado/)).toBeTruthy()
    expect(screen.queryByLabelText('Painel')).toBeNull()
    const button = screen.getByLabelText(`Funções: tudo ligado · ${name}`)
    expect(button.getAttribute('aria-expanded')).toBe('false')
    unfold()
    expect(button.getAttribute('aria-expanded')).toBe('true')
    expect(screen.getByRole('group', { name: new RegExp(name) })).toBeTruthy()
    for (const label of ['Painel', 'Marcas nas faturas']) expect(box(label).checked).toBe(true)
  })

  test('a press is shown at once and saved; several in a row are all saved', async () => {
    const background = await show({}, { 'site-feature': ok({ sites: [] }) })
    unfold()
    fireEvent.click(box('Painel'))
    fireEvent.click(box('Documentos nas listas'))
    expect(await screen.findByText(/2 desligadas/)).toBeTruthy()
    expect(box('Painel').checked).toBe(false)
    expect(background.of('site-feature')).toEqual([
      { site, feature: 'panel', isOn: false },
      { site, feature: 'chips', isOn: false },
    ])
    fireEvent.click(box('Painel'))
    expect(await screen.findByText(/1 desligada/)).toBeTruthy()
    expect(background.of('site-feature')).toHaveLength(3)
  })

  test('what could not be saved goes back, and the person reads it', async () => {
    await show({}, { 'site-feature': fail('site-not-granted') })
    unfold()
    fireEvent.click(box('Painel'))
    expect(await screen.findByText(/O navegador não deu à extensão acesso/)).toBeTruthy()
    await vi.waitFor(() => expect(box('Painel').checked).toBe(true))
  })
})

describe('what failed on a site', () => {
  const problems: SiteSetup['problems'] = [
    { part: 'grids', version: '1.0.0', erp: 'hubsoft', at: '2026-11-25T13:02:00.000Z' },
    { part: 'readRecord', version: '1.0.0', erp: 'hubsoft', at: '2026-11-26T13:02:00.000Z' },
  ]

  test('which function, since when, what goes on, what to do; the step needs attention', async () => {
    await show({ problems })
    expect(screen.getByText('2 funções não funcionam neste site.')).toBeTruthy()
    const lines = screen.getAllByText(/^Continua funcionando/).map((line) => line.closest('li')?.textContent)
    expect(lines[0]).toMatch(/Etiquetas e marcas nas listas.*desde 25\/11\/2026 10:02, versão 1\.0\.0/)
    expect(lines[1]).toMatch(/Ler o cliente no cadastro.*digitar o documento no painel/)
    expect(screen.getByText(`Copiar esqueleto da página`)).toBeTruthy()
    const step = screen.getByText('ERP').closest('button')!
    expect(within(step).getByText('precisa de atenção')).toBeTruthy()
  })

  test('trying again forgets it', async () => {
    const background = await show({ problems }, { 'site-retry': ok({ sites: [siteSetup()] }) })
    fireEvent.click(screen.getByLabelText(`Tentar de novo: ${name}`))
    await vi.waitFor(() => expect(screen.queryByText(/não funcionam neste site/)).toBeNull())
    expect(background.of('site-retry')).toEqual([{ site }])
  })

  test('one that comes while the page stands open shows when the person is back', async () => {
    const background = await show()
    background.answers.sites = ok({ sites: [siteSetup({ problems })] })
    fireEvent.focus(window)
    expect(await screen.findByText(/2 funções não funcionam/)).toBeTruthy()
  })
})

describe('the skeleton of a page', () => {
  const tabs = [
    { id: 5, path: '/cliente/editar/11943/cadastro' },
    { id: 3, path: '/cliente' },
  ]
  const answer = ok({ text: 'html\n body', tabId: 5, tabs })

  test('is read by the person before it goes anywhere', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    const background = await show({}, { 'page-skeleton': answer })
    unfold()
    fireEvent.click(button())
    expect(await screen.findByText('Confira: só a estrutura, nenhum dado.')).toBeTruthy()
    const text = screen.getByLabelText<HTMLTextAreaElement>(`Esqueleto da página de ${name}`)
    expect(text.value).toBe('html\n body')
    expect(text.readOnly).toBe(true)
    expect(writeText).not.toHaveBeenCalled()
    fireEvent.click(screen.getByText('Copiar'))
    expect(await screen.findByText('Copiado')).toBeTruthy()
    expect(writeText).toHaveBeenCalledExactlyOnceWith('html\n body')
    expect(background.of('page-skeleton')).toEqual([{ site }])
    fireEvent.click(screen.getByText('Fechar'))
    expect(button()).toBeTruthy()
  })

  test('of another open page when the person chooses it', async () => {
    const background = await show({}, { 'page-skeleton': answer })
    unfold()
    fireEvent.click(button())
    const pages = await screen.findByLabelText<HTMLSelectElement>('Página aberta')
    expect([...pages.options].map(({ text }) => text)).toEqual(tabs.map(({ path }) => path))
    background.answers['page-skeleton'] = ok({ text: 'html of 3', tabId: 3, tabs })
    fireEvent.change(pages, { target: { value: '3' } })
    await vi.waitFor(() =>
      expect(screen.getByLabelText<HTMLTextAreaElement>(`Esqueleto da página de ${name}`).value).toBe(
        'html of 3',
      ),
    )
    expect(background.of('page-skeleton').at(-1)).toEqual({ site, tabId: 3 })
  })

  test.each([
    ['skeleton-no-tab', 'Nenhuma página deste ERP está aberta.'],
    ['site-not-granted', 'O navegador não deu à extensão acesso a este site.'],
    ['skeleton-failed', 'A estrutura da página não pôde ser lida. Nada foi copiado.'],
  ])('%s is said in words, and can be tried again', async (code, words) => {
    const background = await show({}, { 'page-skeleton': fail(code) })
    unfold()
    fireEvent.click(button())
    expect(await screen.findByText(words)).toBeTruthy()
    background.answers['page-skeleton'] = answer
    fireEvent.click(button())
    expect(await screen.findByText(/^Confira/)).toBeTruthy()
    expect(screen.queryByText(words)).toBeNull()
  })
})
