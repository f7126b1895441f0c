import { cleanup, fireEvent, screen } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { answerPermissions, ok } from '../ui/testing/fake-background.ts'
import { integration } from '../ui/testing/samples.ts'
import { showOptions, submitFormOf, typeInto } from './testing/show-options.tsx'

afterEach(cleanup)

describe('step 5 · the ERP', () => {
  const at = { integrations: ok({ integrations: [integration()] }) }

  test('a site is asked for on the click and only then enabled', async () => {
    const site = { site: 'https://empresa.hubsoft.com.br', erp: 'hubsoft', granted: true }
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
    const site = { site: 'https://empresa.hubsoft.com.br', erp: 'hubsoft', granted: false }
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
