import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import { fail, ok } from '../ui/testing/fake-background.ts'
import { integration, refusal, saved, unsaved } from '../ui/testing/samples.ts'
import { showOptions, submitFormOf, typeInto } from './testing/show-options.tsx'

afterEach(cleanup)

describe('step 3 · Connect', () => {
  test('empty: says what to do, and a wrong CNPJ is refused at its field', async () => {
    const background = showOptions({})
    await screen.findByText(/Cadastre a primeira/)
    typeInto('Descrição', 'Matriz')
    typeInto('CNPJ do credor', '04.718.253/0001-57')
    submitFormOf('Descrição')
    expect(await screen.findByText(/CNPJ inválido/)).toBeTruthy()
    expect(background.of('integrationCreate')).toEqual([])
  })

  test('G22 · an alphanumeric creditor is typed with its mask and saved', async () => {
    const created = integration({ query: unsaved, products: [], syncedAt: null, environment: 'test' })
    const background = showOptions({ integrationCreate: ok(created) })
    await screen.findByText(/Cadastre a primeira/)
    typeInto('Descrição', 'Matriz')
    typeInto('CNPJ do credor', 'a1b2c3d401de40')
    submitFormOf('Descrição')
    expect(await screen.findByLabelText('senha_consulta')).toBeTruthy()
    expect(background.of('integrationCreate')).toEqual([
      { description: 'Matriz', creditor: 'A1.B2C.3D4/01DE-40', environment: 'test', answerFormat: 'html' },
    ])
  })

  test('homologação is said loudly; production is asked about first', async () => {
    const background = showOptions({
      integrations: ok({ integrations: [integration({ environment: 'test' })] }),
      integrationUpdate: ok(integration()),
    })
    fireEvent.click(await screen.findByText('Connect (Serasa)'))
    expect(await screen.findByText(/resultados desta integração são fictícios/)).toBeTruthy()
    fireEvent.click(screen.getByText('Alterar'))
    fireEvent.change(screen.getByLabelText('Ambiente'), { target: { value: 'production' } })
    submitFormOf('Ambiente')
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toContain('Passar “Matriz” para produção?')
    expect(background.of('integrationUpdate')).toEqual([])
    fireEvent.click(within(dialog).getByText('Passar para produção'))
    await waitFor(() => {
      expect(background.of('integrationUpdate')).toMatchObject([{ id: 'i1', environment: 'production' }])
    })
  })

  test('an integration is not removed while negativations depend on it, and the person reads why', async () => {
    const background = showOptions({
      integrations: ok({ integrations: [integration()] }),
      integrationRemove: fail('integration-in-use', { count: 3 }),
    })
    fireEvent.click(await screen.findByText('Connect (Serasa)'))
    const card = await screen.findByRole('article', { name: 'Matriz' })
    fireEvent.click(within(card).getByText('Remover'))
    fireEvent.click(within(await screen.findByRole('dialog')).getByText('Remover'))
    expect(
      await screen.findByText(/Há 3 negativação\(ões\) que só esta integração consegue baixar/),
    ).toBeTruthy()
    expect(screen.getByRole('article', { name: 'Matriz' })).toBeTruthy()
    expect(background.of('integrationRemove')).toEqual([{ id: 'i1' }])
  })

  test('each pair is saved and tested by itself; a saved one is never shown again', async () => {
    const fresh = integration({ query: unsaved, products: [], syncedAt: null })
    const background = showOptions({
      integrations: ok({ integrations: [fresh] }),
      credentialsSave: ok({ ...fresh, query: { savedAt: saved.savedAt, tested: null } }),
      credentialsTest: ok({
        at: saved.savedAt,
        ok: false,
        error: refusal('connect-credentials-refused', { pair: 'login/senha_consulta' }),
      }),
    })
    await screen.findByLabelText('senha_consulta')
    typeInto('login', 'matriz')
    typeInto('senha_consulta', 'segredo')
    submitFormOf('senha_consulta')
    await screen.findByText('guardados em 23/11/2026')
    expect(background.of('credentialsSave')).toEqual([
      { id: 'i1', pair: 'query', login: 'matriz', password: 'segredo' },
    ])
    expect(screen.queryByLabelText('senha_consulta')).toBeNull()
    expect(screen.queryByDisplayValue('segredo')).toBeNull()
    fireEvent.click(screen.getByText('Testar consulta'))
    expect(await screen.findByText('O Connect recusou login/senha_consulta.')).toBeTruthy()
    expect(background.of('credentialsTest')).toEqual([{ id: 'i1', pair: 'query' }])
  })

  test('a refused Pefin pair says that the query still works', async () => {
    const error = refusal('connect-credentials-refused', { pair: 'login_pefin/senha_pefin' })
    const pefin = { savedAt: saved.savedAt, tested: { at: saved.savedAt, ok: false, error } }
    showOptions({ integrations: ok({ integrations: [integration({ pefin })] }) })
    expect(await screen.findByText(/A consulta já funciona/)).toBeTruthy()
  })

  test('what was typed stays when the service refuses it', async () => {
    const fresh = integration({ query: unsaved, products: [] })
    showOptions({ integrations: ok({ integrations: [fresh] }), credentialsSave: fail('store-write-failed') })
    await screen.findByLabelText('senha_consulta')
    typeInto('login', 'matriz')
    typeInto('senha_consulta', 'segredo')
    submitFormOf('senha_consulta')
    expect(await screen.findByText(/O que foi digitado continua aqui/)).toBeTruthy()
    expect(screen.getByDisplayValue('matriz')).toBeTruthy()
    expect(screen.getByDisplayValue('segredo')).toBeTruthy()
  })
})
