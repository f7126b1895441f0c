import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { answerPermissions, fail, ok } from '../ui/testing/fake-background.ts'
import { erp, integration, siteSetup } from '../ui/testing/samples.ts'
import { showOptions, submitFormOf, typeInto } from './testing/show-options.tsx'

afterEach(cleanup)

describe('step 5 · the ERP', () => {
  const at = { integrations: ok({ integrations: [integration()] }) }

  test('a site is asked for on the click and only then enabled', async () => {
    const site = siteSetup()
    const background = showOptions({ ...at, 'site-enable': ok({ sites: [site] }) })
    await screen.findByLabelText('Endereço do ERP')
    typeInto('Endereço do ERP', 'empresa.hubsoft.com.br')
    submitFormOf('Endereço do ERP')
    expect(await screen.findByText('ligado')).toBeTruthy()
    expect(fakeBrowser.permissions.request).toHaveBeenCalledWith({
      origins: ['https://empresa.hubsoft.com.br/*'],
    })
    expect(background.of('site-enable')).toEqual([{ site: 'https://empresa.hubsoft.com.br' }])
  })

  test('a refused permission adds nothing and says so', async () => {
    const background = showOptions(at)
    await screen.findByLabelText('Endereço do ERP')
    answerPermissions(false)
    typeInto('Endereço do ERP', 'empresa.hubsoft.com.br')
    submitFormOf('Endereço do ERP')
    expect(await screen.findByText(/não foi adicionado/)).toBeTruthy()
    expect(background.of('site-enable')).toEqual([])
  })

  test('what is no ERP address is refused at its field', async () => {
    showOptions(at)
    await screen.findByLabelText('Endereço do ERP')
    typeInto('Endereço do ERP', 'x y')
    submitFormOf('Endereço do ERP')
    expect(await screen.findByText(/Digite só o endereço do ERP/)).toBeTruthy()
  })

  test('G63 · a withdrawn site is shown with a one-click request', async () => {
    const site = siteSetup({ granted: false })
    const background = showOptions({
      ...at,
      sites: ok({ sites: [site] }),
      'site-enable': ok({ sites: [{ ...site, granted: true }] }),
    })
    await screen.findByText('permissão retirada no navegador')
    fireEvent.click(screen.getByText('Permitir'))
    expect(await screen.findByText('ligado')).toBeTruthy()
    expect(background.of('site-enable')).toHaveLength(1)
  })
})

const entry = (label: string) => screen.getByLabelText<HTMLInputElement>(label)
const edit = async () => fireEvent.click(await screen.findByLabelText('Editar HubSoft'))

describe('step 5 · the API user of the ERP', () => {
  const address = 'https://api.empresa.hubsoft.com.br'
  const at = { integrations: ok({ integrations: [integration()] }), erps: ok({ erps: [erp()] }) }

  test('is entered again under its id: nothing secret is filled in, and the row shows what was saved', async () => {
    const moved = 'https://api.outra.hubsoft.com.br'
    const background = showOptions({ ...at, erpUpdate: ok(erp({ description: 'Matriz', baseUrl: moved })) })
    await edit()
    expect([entry('Descrição').value, entry('Endereço da API').value]).toEqual(['HubSoft', address])
    for (const label of ['client_id', 'client_secret', 'Usuário', 'Senha']) {
      expect(entry(label).value).toBe('')
      expect(entry(label).parentElement?.textContent).toContain('o que está guardado não é mostrado')
    }
    submitFormOf('Senha')
    expect(await screen.findAllByText('Preencha este campo.')).toHaveLength(3)
    expect(background.of('erpUpdate')).toEqual([])

    typeInto('Descrição', 'Matriz')
    typeInto('Endereço da API', `${moved} `)
    typeInto('client_id', '17')
    typeInto('Usuário', 'integracao@provedor.example')
    typeInto('Senha', 'nova-123')
    submitFormOf('Senha')
    expect(await screen.findByText(moved)).toBeTruthy()
    expect(screen.queryByText(address)).toBeNull()
    expect(screen.queryByLabelText('Senha')).toBeNull()
    expect(background.of('erpCreate')).toEqual([])
    expect(background.of('erpUpdate')).toEqual([
      {
        id: 'e1',
        kind: 'hubsoft',
        description: 'Matriz',
        baseUrl: moved,
        clientId: '17',
        clientSecret: '',
        username: 'integracao@provedor.example',
        password: 'nova-123',
      },
    ])
  })

  test('an address that the service refuses is told at its field; giving up changes nothing', async () => {
    const background = showOptions({ ...at, erpUpdate: fail('address-invalid') })
    await edit()
    typeInto('client_id', '17')
    typeInto('Usuário', 'integracao@provedor.example')
    typeInto('Senha', 'nova-123')
    submitFormOf('Senha')
    const field = entry('Endereço da API')
    await screen.findByRole('alert')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(entry('Senha').value).toBe('nova-123')
    fireEvent.click(screen.getByText('Cancelar'))
    expect(screen.getByText(address)).toBeTruthy()
    expect(background.of('erpUpdate')).toHaveLength(1)
  })

  test('is not removed while negativations depend on it, and the person reads why', async () => {
    const background = showOptions({ ...at, erpRemove: fail('erp-in-use', { count: 2 }) })
    fireEvent.click(await screen.findByLabelText('Remover HubSoft'))
    fireEvent.click(within(await screen.findByRole('dialog')).getByText('Remover'))
    expect(await screen.findByText(/Há 2 negativação\(ões\) que dependem deste ERP/)).toBeTruthy()
    expect(screen.getByText(address)).toBeTruthy()
    expect(background.of('erpRemove')).toEqual([{ id: 'e1' }])
  })
})
