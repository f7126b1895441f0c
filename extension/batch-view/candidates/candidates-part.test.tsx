import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { reason } from '../../ui/testing/debt-samples.ts'
import { fail, ok } from '../../ui/testing/fake-background.ts'
import { erp } from '../../ui/testing/samples.ts'
import { listingOf, manyCandidates, maria, pagesOf, three } from '../testing/candidate-samples.ts'
import {
  allBox,
  boxOf,
  choose,
  names,
  renderCandidates,
  rowOf,
  showCandidates,
} from '../testing/show-candidates.tsx'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('the listing', () => {
  test('tells how much is overdue and how old the list is; each line says who, what, how much and how it stands', async () => {
    showCandidates({ candidates: three })
    expect(await screen.findByText('3 pessoas · 4 faturas')).toBeTruthy()
    expect(screen.getByText('lida há 4 min')).toBeTruthy()
    expect(rowOf('MARIA EXEMPLO').textContent).toContain('731.640.258-07')
    expect(rowOf('MARIA EXEMPLO').textContent).toContain('R$ 179,90')
    expect(rowOf('MARIA EXEMPLO').textContent).toContain('92 d')
    expect(within(rowOf('MARIA EXEMPLO')).getByText('apta')).toBeTruthy()
    expect(within(rowOf('JOSÉ MODELO')).getByText(/2 cadastros têm este documento/)).toBeTruthy()
    expect(within(rowOf('ACME LTDA')).getByText('Já existe uma negativação desta fatura.')).toBeTruthy()
    expect(boxOf('ACME LTDA').disabled).toBe(true)
  })

  test('what is read first is shown while the rest is still being read, and the reading can be interrupted', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const progress = { page: 3, pages: 20, invoices: 1_204 }
    const reading = listingOf({ state: 'reading', readAt: null, progress })
    const { background } = showCandidates(
      { candidates: three },
      {
        candidateStart: ok({ ...reading, progress: { page: 0, pages: null, invoices: 0 } }),
        candidateListing: ok(reading),
        candidateCancel: ok(listingOf({ state: 'cancelled' })),
      },
    )
    expect(await screen.findByText('Lendo faturas vencidas… página 3 de 20 · 1.204 faturas')).toBeTruthy()
    expect(await screen.findByText('MARIA EXEMPLO')).toBeTruthy()
    fireEvent.click(allBox())
    expect(await screen.findByText('Espere o fim da leitura.')).toBeTruthy()
    background.answers.candidateListing = ok(listingOf({ state: 'cancelled' }))
    fireEvent.click(screen.getByText('Interromper'))
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await screen.findByText('Leitura interrompida: a lista está incompleta.')).toBeTruthy()
    expect(background.of('candidateCancel')).toEqual([{ id: 'l1' }])
  })

  test('a first page that is there at once, then pages of a thousand', async () => {
    const many = manyCandidates(1_001)
    const { background } = showCandidates({ candidates: many })
    expect(await screen.findByText(/^todas as aptas: 8\d\d$/)).toBeTruthy()
    await waitFor(() => {
      expect(background.of('candidates')).toEqual([
        { id: 'l1', from: 0, count: 100 },
        { id: 'l1', from: 100, count: 1_000 },
      ])
    })
    expect(screen.getByRole('treegrid').getAttribute('aria-rowcount')).toBe('1002')
    expect(document.querySelectorAll('.candidate').length).toBeLessThan(60)
  })

  test('nothing overdue, no ERP, and nothing that matches are said with the way on', async () => {
    showCandidates({ candidates: [] })
    expect(await screen.findByText('Nenhuma fatura vencida.')).toBeTruthy()
    cleanup()
    showCandidates({}, { erps: ok({ erps: [] }) })
    expect(await screen.findByText('Nenhum ERP está cadastrado.')).toBeTruthy()
    cleanup()
    showCandidates({ candidates: three })
    fireEvent.input(await screen.findByLabelText('Buscar'), { target: { value: 'ninguém' } })
    fireEvent.click(await screen.findByText('Limpar os filtros'))
    expect(await screen.findByText('MARIA EXEMPLO')).toBeTruthy()
  })

  test('a service that has forgotten the list, and an ERP that failed, say the one next step', async () => {
    const { background } = showCandidates({ candidates: three }, { candidates: fail('listing-unknown') })
    expect(await screen.findByText(/não está mais na memória do serviço/)).toBeTruthy()
    background.answers.candidates = pagesOf(() => three)
    fireEvent.click(screen.getByText('Ler de novo'))
    expect(await screen.findByText('MARIA EXEMPLO')).toBeTruthy()
    expect(background.of('candidateStart')).toEqual([
      { erpId: 'e1', again: false },
      { erpId: 'e1', again: true },
    ])
    cleanup()
    const problem = { code: 'erp-down', text: '', hint: '', params: { status: 503 } }
    showCandidates({ candidates: three, listing: { state: 'failed', problem } })
    expect(await screen.findByText('A leitura parou antes do fim: a lista está incompleta.')).toBeTruthy()
    expect(screen.getByText(/fora do ar \(código 503\)/)).toBeTruthy()
  })

  test('G38 · what concerns everybody stands once; what keeps everybody out keeps from simulating', async () => {
    const reasons = [
      reason({ code: 'reconciliation-old' }),
      reason({ code: 'inclusions-paused', level: 'block' }),
    ]
    showCandidates({ candidates: [maria], listing: { reasons } })
    expect(await screen.findByText('1 aviso vale para todas')).toBeTruthy()
    expect(screen.getByText(/A última leitura dos pagamentos é antiga/)).toBeTruthy()
    expect(screen.getByText('As inclusões estão pausadas por um administrador.')).toBeTruthy()
    fireEvent.click(boxOf('MARIA EXEMPLO'))
    expect(await screen.findByText('Nada pode ser negativado agora.')).toBeTruthy()
  })

  test('among several ERPs the page chooses, else a person does', async () => {
    const erps = [
      erp(),
      erp({ id: 'e2', description: 'Filial', baseUrl: 'https://api.filial.hubsoft.com.br' }),
    ]
    const { background } = showCandidates({ candidates: three }, { erps: ok({ erps }) })
    expect(await screen.findByText(/Escolha de qual as faturas são lidas/)).toBeTruthy()
    expect(background.of('candidateStart')).toEqual([])
    choose('ERP', 'e2')
    expect(await screen.findByText('MARIA EXEMPLO')).toBeTruthy()
    expect(background.of('candidateStart')).toEqual([{ erpId: 'e2', again: false }])
    cleanup()
    const fromPage = { site: 'empresa.hubsoft.com.br', invoiceIds: [] }
    const other = showCandidates({ candidates: three, fromPage }, { erps: ok({ erps }) })
    await screen.findByText('MARIA EXEMPLO')
    expect(other.background.of('candidateStart')).toEqual([{ erpId: 'e1', again: false }])
  })
})

describe('filters and order', () => {
  test('narrow the list, tell how much is left, and come back with the popup', async () => {
    showCandidates({ candidates: three })
    await screen.findByText('MARIA EXEMPLO')
    fireEvent.input(screen.getByLabelText('Buscar'), { target: { value: 'jose' } })
    await waitFor(() => expect(names()).toEqual(['JOSÉ MODELO']))
    expect(screen.getByText('1 pessoa · 1 fatura')).toBeTruthy()
    fireEvent.input(screen.getByLabelText('Buscar'), { target: { value: '' } })
    choose('Situação', 'able')
    fireEvent.click(screen.getByText('Mais filtros'))
    choose('Serviço', '=cancelado')
    fireEvent.click(screen.getByRole('button', { name: 'Ordenar por Pessoa' }))
    await waitFor(() => expect(names()).toEqual(['JOSÉ MODELO', 'MARIA EXEMPLO']))
    const head = screen.getByRole('button', { name: 'Ordenar por Pessoa' }).closest('th')
    expect(head?.getAttribute('aria-sort')).toBe('ascending')

    cleanup()
    renderCandidates()
    await waitFor(() => expect(names()).toEqual(['JOSÉ MODELO', 'MARIA EXEMPLO']))
    expect(screen.getByText('Mais filtros: 1')).toBeTruthy()
    fireEvent.click(screen.getByText('Limpar'))
    await waitFor(() => expect(names()).toHaveLength(3))
  })

  test('an entry that is not understood is said, and nobody selects everything by mistake', async () => {
    showCandidates({ candidates: three, compact: false })
    await screen.findByText('MARIA EXEMPLO')
    choose('Atraso', 'other')
    fireEvent.input(await screen.findByLabelText('Dias de atraso, no mínimo'), { target: { value: '9o' } })
    expect(await screen.findByText('Escreva os dias como 60.')).toBeTruthy()
    expect(allBox().disabled).toBe(true)
    fireEvent.input(screen.getByLabelText('Dias de atraso, no mínimo'), { target: { value: '93' } })
    expect(await screen.findByText('Nenhuma fatura vencida com estes filtros.')).toBeTruthy()
  })
})
