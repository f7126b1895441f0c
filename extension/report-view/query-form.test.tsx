import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import { fail, ok } from '../ui/testing/fake-background.ts'
import { integration, product } from '../ui/testing/samples.ts'
import { consult, showReport } from './testing/show-report.tsx'

afterEach(cleanup)

describe('before the query', () => {
  test('the person, the document and the cost are shown; nothing is sent', async () => {
    const background = showReport()
    expect(await screen.findByText('731.640.258-07 · CPF')).toBeTruthy()
    expect(screen.getByText('MARIA EXEMPLO')).toBeTruthy()
    expect(screen.getByText('Custa R$ 4,90.')).toBeTruthy()
    expect(background.of('queryStart')).toEqual([])
  })

  test('the title and the address never carry the whole document', async () => {
    showReport()
    await screen.findByText('731.640.258-07 · CPF')
    await waitFor(() => {
      expect(document.title).toBe('Consulta · CPF …258-07')
    })
    expect(location.href).not.toContain('731')
  })

  test('a typed document is checked while it is typed, and Enter consults', async () => {
    const background = showReport({ draft: ok({ document: null }) })
    const entry = await screen.findByLabelText<HTMLInputElement>('CPF ou CNPJ')
    fireEvent.input(entry, { target: { value: '731.640.258-08' } })
    expect(screen.getByText('Os dígitos verificadores não conferem.')).toBeTruthy()
    if (entry.form) fireEvent.submit(entry.form)
    expect(background.of('queryStart')).toEqual([])
    fireEvent.input(entry, { target: { value: '640.182.357-71' } })
    if (entry.form) fireEvent.submit(entry.form)
    await waitFor(() => {
      expect(background.of('queryStart')).toMatchObject([{ document: '64018235771', repeat: false }])
    })
  })

  test('several documents: a chooser, none preselected, none guessed', async () => {
    const background = showReport({
      draft: ok({ document: null, choices: ['731.640.258-07', '04.718.253/0001-56'], notice: 'several' }),
    })
    const radios = await screen.findAllByRole<HTMLInputElement>('radio')
    expect(radios.map(({ checked }) => checked)).toEqual([false, false])
    await consult()
    expect(screen.getByText('Escolha um dos documentos.')).toBeTruthy()
    expect(background.of('queryStart')).toEqual([])
    fireEvent.click(screen.getByLabelText('04.718.253/0001-56'))
    await consult()
    await waitFor(() => {
      expect(background.of('queryStart')).toMatchObject([{ document: '04718253000156' }])
    })
  })

  test('a masked document is never completed', async () => {
    showReport({ draft: ok({ document: null, notice: 'masked' }) })
    expect(await screen.findByText(/O ERP mostra o documento mascarado/)).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('CPF ou CNPJ').value).toBe('')
  })

  test('products follow the kind of person; where none serves it is said', async () => {
    showReport({
      integrations: ok({ integrations: [integration({ products: [product({ persons: ['J'] })] })] }),
    })
    expect(await screen.findByText('Nenhum produto atende CPF.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Consultar' }).getAttribute('aria-disabled')).toBe('true')
  })

  test('homologação is said before and costs nothing', async () => {
    showReport({ integrations: ok({ integrations: [integration({ environment: 'test' })] }) })
    expect(await screen.findByText(/Homologação: resultado fictício/)).toBeTruthy()
    expect(screen.getByText('Homologação: não é cobrada.')).toBeTruthy()
  })

  test('without a usable integration the way to the set-up is shown', async () => {
    showReport({ integrations: ok({ integrations: [] }) })
    expect(await screen.findByText('Abrir a Configuração')).toBeTruthy()
  })

  test('a service that is off is said, and trying again goes on', async () => {
    const background = showReport({ integrations: fail('service-off') })
    expect(await screen.findByText(/não está respondendo/)).toBeTruthy()
    background.answers.integrations = ok({ integrations: [integration()] })
    fireEvent.click(screen.getByText('Tentar de novo'))
    expect(await screen.findByText('731.640.258-07 · CPF')).toBeTruthy()
  })
})
