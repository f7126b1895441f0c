import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import { fail, ok } from '../../ui/testing/fake-background.ts'
import { jose, maria, overdue, personOf, three } from '../testing/candidate-samples.ts'
import {
  allBox,
  boxOf,
  candidateAnswers,
  names,
  renderCandidates,
  rowOf,
  showCandidates,
  totals,
} from '../testing/show-candidates.tsx'

afterEach(cleanup)

describe('the selection', () => {
  test('of all that are eligible, in part, and taken back with a way to undo', async () => {
    showCandidates({ candidates: three })
    await screen.findByText('MARIA EXEMPLO')
    fireEvent.click(allBox())
    await waitFor(() => expect(totals()).toBe('2 pessoas · 3 faturas · R$ 259,80 · custo estimado R$ 9,00'))
    expect(allBox().checked).toBe(true)
    fireEvent.click(boxOf('JOSÉ MODELO'))
    await waitFor(() => expect(totals()).toContain('1 pessoa · 2 faturas · R$ 179,90'))
    expect(allBox().indeterminate).toBe(true)
    fireEvent.click(screen.getByText('Limpar seleção'))
    await waitFor(() => expect(totals()).toBe('Nada selecionado'))
    fireEvent.click(screen.getByText('Desfazer'))
    await waitFor(() => expect(totals()).toContain('1 pessoa · 2 faturas'))
    expect(screen.queryByText('Desfazer')).toBeNull()
  })

  test('of one invoice of several: the person is chosen in part', async () => {
    showCandidates({ candidates: three })
    fireEvent.click(await screen.findByText('MARIA EXEMPLO'))
    fireEvent.click(await screen.findByRole('checkbox', { name: 'Selecionar a fatura 11, R$ 100,00' }))
    await waitFor(() => expect(boxOf('MARIA EXEMPLO').getAttribute('aria-checked')).toBe('mixed'))
    expect(rowOf('MARIA EXEMPLO').getAttribute('aria-expanded')).toBe('true')
    expect(totals()).toContain('1 pessoa · 1 fatura · R$ 100,00')
    expect(screen.getByText('código 91 · emissor 04.718.253/0001-56 · Uberlândia')).toBeTruthy()
  })

  test('stands through filters and closing the popup; only what is selected can be shown', async () => {
    showCandidates({ candidates: three })
    fireEvent.click(await screen.findByRole('checkbox', { name: /^Selecionar JOSÉ/ }))
    await waitFor(() => expect(totals()).toContain('1 pessoa'))
    fireEvent.input(screen.getByLabelText('Buscar'), { target: { value: 'maria' } })
    fireEvent.click(allBox())
    await waitFor(() => expect(totals()).toContain('2 pessoas'))
    cleanup()
    renderCandidates()
    await waitFor(() => expect(totals()).toContain('2 pessoas · 3 faturas'))
    fireEvent.input(screen.getByLabelText('Buscar'), { target: { value: '' } })
    fireEvent.click(screen.getByText('só selecionadas'))
    await waitFor(() => expect(names().toSorted()).toEqual(['JOSÉ MODELO', 'MARIA EXEMPLO']))
    fireEvent.click(boxOf('JOSÉ MODELO'))
    await waitFor(() => expect(totals()).toContain('1 pessoa'))
    expect(names()).toHaveLength(2)
  })

  test('after reading again what is no longer overdue is taken out and told', async () => {
    const { background } = showCandidates({ candidates: three })
    await screen.findByText('MARIA EXEMPLO')
    fireEvent.click(allBox())
    await waitFor(() => expect(totals()).toContain('3 faturas'))
    const registered = { ...jose, invoices: [overdue({ id: '20', isRegistered: true })] }
    const left = [{ ...maria, invoices: [overdue({ id: '11', cents: 100_00 })] }, registered]
    Object.assign(background.answers, candidateAnswers({ candidates: left }))
    fireEvent.click(screen.getByText('Ler de novo'))
    expect(await screen.findByText('1 fatura selecionada não está mais vencida.')).toBeTruthy()
    expect(screen.getByText('1 fatura selecionada não pode mais ser negativada.')).toBeTruthy()
    expect(totals()).toContain('1 pessoa · 1 fatura · R$ 100,00')
    fireEvent.click(screen.getByText('Entendi'))
    await waitFor(() => expect(screen.queryByText(/não está mais vencida/)).toBeNull())
  })

  test('after an interrupted reading it stays as it was, and what was not read does not count', async () => {
    const { background } = showCandidates({ candidates: three })
    await screen.findByText('MARIA EXEMPLO')
    fireEvent.click(allBox())
    await waitFor(() => expect(totals()).toContain('3 faturas'))
    cleanup()
    Object.assign(
      background.answers,
      candidateAnswers({ candidates: [jose], listing: { state: 'cancelled' } }),
    )
    renderCandidates()
    expect(
      await screen.findByText('1 dívida selecionada antes não foi lida e não entra no total.'),
    ).toBeTruthy()
    expect(totals()).toContain('1 pessoa · 1 fatura')
    cleanup()
    Object.assign(background.answers, candidateAnswers({ candidates: three }))
    renderCandidates()
    await waitFor(() => expect(totals()).toContain('2 pessoas · 3 faturas'))
  })

  test('what was ticked on the ERP’s page is selected as far as it may be; the others are told with the reason', async () => {
    const fromPage = { site: 'empresa.hubsoft.com.br', invoiceIds: ['10', '20', '30', '99'] }
    showCandidates({ candidates: three, fromPage })
    expect(await screen.findByText('4 faturas marcadas na página: 2 aptas selecionadas, 2 não.')).toBeTruthy()
    await waitFor(() => expect(totals()).toContain('2 pessoas · 2 faturas'))
    fireEvent.click(screen.getByText('Ver por quê'))
    expect(await screen.findByText('Fatura 30 · ACME LTDA')).toBeTruthy()
    expect(screen.getByText('Não está entre as faturas vencidas lidas.')).toBeTruthy()

    fireEvent.click(screen.getByText('Limpar seleção'))
    cleanup()
    renderCandidates({ fromPage })
    await screen.findByText('MARIA EXEMPLO')
    await waitFor(() => expect(totals()).toBe('Nada selecionado'))
  })
})

describe('simulating', () => {
  test('hands over what is selected and goes on with the draft', async () => {
    const batch = { id: 'b7' }
    const { background, onDrafted } = showCandidates(
      { candidates: three },
      { batchDraft: ok({ batch, missing: 0 }) },
    )
    await screen.findByText('MARIA EXEMPLO')
    fireEvent.click(allBox())
    await screen.findByText('Simular não envia nada ao birô.')
    fireEvent.click(screen.getByText('Simular'))
    await waitFor(() => expect(onDrafted).toHaveBeenCalledExactlyOnceWith('b7'))
    expect(background.of('batchDraft')).toEqual([
      expect.objectContaining({
        erpId: 'e1',
        integrationId: 'i1',
        reasonCode: '01',
        part: 0,
        parts: 1,
        debts: [
          { customerId: '1', serviceId: 's1', invoiceIds: ['10', '11'] },
          { customerId: '2', serviceId: 's1', invoiceIds: ['20'] },
        ],
      }),
    ])
  })

  test('a refusal is said, and the selection stays', async () => {
    showCandidates({ candidates: three }, { batchDraft: fail('service-off') })
    await screen.findByText('MARIA EXEMPLO')
    fireEvent.click(allBox())
    await screen.findByText('Simular não envia nada ao birô.')
    fireEvent.click(screen.getByText('Simular'))
    expect(await screen.findByText(/A seleção foi mantida/)).toBeTruthy()
    expect(totals()).toContain('2 pessoas')
  })

  test('integrations that could not be read are read again on a press', async () => {
    const { background } = showCandidates({ candidates: three }, { integrations: fail('service-off') })
    const again = await screen.findByRole('button', { name: 'Tentar de novo' })
    background.answers.integrations = ok({ integrations: [] })
    fireEvent.click(again)
    expect(await screen.findByText('Nenhuma integração tem a inclusão ligada.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Tentar de novo' })).toBeNull()
  })

  test('without an integration that can include, the screen says so', async () => {
    showCandidates({ candidates: three }, { integrations: ok({ integrations: [] }) })
    expect(await screen.findByText('Nenhuma integração tem a inclusão ligada.')).toBeTruthy()
    expect(screen.getByText('Simular').getAttribute('aria-disabled')).toBe('true')
  })

  test('debts of another issuer than the creditor are pointed out', async () => {
    const other = personOf('5', 'OUTRA', { issuer: '33000167000101' })
    showCandidates({ candidates: [maria, other] })
    await screen.findByText('OUTRA')
    fireEvent.click(allBox())
    expect(
      await screen.findByText('1 dívida de outro emissor que o credor 04.718.253/0001-56: será impedida.'),
    ).toBeTruthy()
  })
})
