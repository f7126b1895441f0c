import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fail, ok } from '../ui/testing/fake-background.ts'
import { refusal } from '../ui/testing/samples.ts'
import { batchOf, counts, itemOf, runningBatch, totalsOf } from './testing/batch-samples.ts'
import { press, session, showBatch } from './testing/show-batch.tsx'

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const current = () => document.querySelector('[aria-current="page"]')?.textContent

describe('the place', () => {
  test('is the overdue invoices at first', async () => {
    await showBatch([], { place: '' })
    await waitFor(() => expect(current()).toBe('Faturas vencidas'))
  })

  test('G67 · is where the popup stood when it closed', async () => {
    await showBatch([batchOf()], { place: '', compact: true, kept: { 'batch-place': 'batch/b1' } })
    expect(await screen.findByText('Simulação')).toBeTruthy()
    await waitFor(() => expect(current()).toBe('Lote de 25/11/2026 09:58'))
  })

  test('what lies in the memory and names no place is nothing', async () => {
    await showBatch([], { place: '', kept: { 'batch-place': { at: 'batch' } } })
    await waitFor(() => expect(current()).toBe('Faturas vencidas'))
  })

  test('follows the address, and the address the steps', async () => {
    await showBatch()
    await screen.findByText('Simulação')
    location.hash = 'batches'
    window.dispatchEvent(new Event('hashchange'))
    await press(/^Abrir o lote de/)
    expect(location.hash).toBe('#batch/b1')
    await waitFor(async () => expect(await session('batch-place')).toBe('batch/b1'))
  })

  test('a popup can be left for a tab at the same place', async () => {
    vi.spyOn(window, 'close').mockImplementation(() => undefined)
    const background = await showBatch([batchOf()], { compact: true })
    await press('Abrir em aba')
    await waitFor(() => expect(window.close).toHaveBeenCalledOnce())
    expect(background.of('open-batch')).toEqual([{ place: 'batch/b1' }])
  })

  test('what is ticked on the ERP’s page waits beside a batch', async () => {
    const fromPage = { site: 'empresa.hubsoft.com.br', invoiceIds: ['62636', '62637'] }
    await showBatch([batchOf()], { fromPage })
    expect(await screen.findByText('2 faturas estão marcadas na página do ERP.')).toBeTruthy()
    await press('Ver na lista')
    expect(location.hash).toBe('#candidates')
    expect(screen.queryByText(/marcadas na página/)).toBeNull()
  })
})

describe('the list of batches', () => {
  test('tells when and by whom, state, people, value and what came of it', async () => {
    await showBatch(
      [
        runningBatch({ id: 'b2', counts: counts({ sent: 130, refused: 2, unknown: 1, skipped: 4 }) }),
        batchOf({ environment: 'test', selected: totalsOf(1) }),
      ],
      { place: 'batches' },
    )
    const [first, second] = [...(await screen.findAllByRole('row'))].slice(1).map((row) => row.textContent)
    expect(first).toBe('25/11/2026 09:58Ana – CobrançaEm andamento287 pessoasR$ 51.204,30130214')
    expect(second).toContain(
      'Simulado, não enviadohomologação1 pessoaR$ 79,90não confirmado; total da seleção',
    )
    fireEvent.click(
      screen.getByRole('button', { name: 'Abrir o lote de 25/11/2026 09:58, 287 pessoas, R$ 51.204,30' }),
    )
    expect(location.hash).toBe('#batch/b2')
  })

  test('an empty one says what to do', async () => {
    await showBatch([], { place: 'batches' })
    expect(await screen.findByText('Nenhum lote ainda.')).toBeTruthy()
    await press('Ver as faturas vencidas')
    expect(location.hash).toBe('#candidates')
  })

  test('a service that is off is said, and asked again', async () => {
    const background = await showBatch([batchOf()], {
      place: 'batches',
      answers: { batches: fail('service-off') },
    })
    expect(await screen.findByText(/não está respondendo/)).toBeTruthy()
    background.answers.batches = ok({ batches: [batchOf()] })
    await press('Tentar de novo')
    expect(await screen.findByText('Simulado, não enviado')).toBeTruthy()
  })
})

describe('a batch', () => {
  test('that does not exist leads to the list', async () => {
    await showBatch([], { place: 'batch/x', answers: { batch: fail('batch-unknown') } })
    expect(await screen.findByText('Este lote não existe mais.')).toBeTruthy()
    await press('Ver os lotes')
    expect(await screen.findByText('Nenhum lote ainda.')).toBeTruthy()
  })

  test('stays on the screen while the service does not answer', async () => {
    const background = await showBatch([batchOf({ state: 'reading', readDebts: 12 })])
    await screen.findByText('12 de 326')
    background.answers.batch = fail('service-off')
    await vi.advanceTimersByTimeAsync(800)
    expect(await screen.findByText(/o que o serviço começou continua nele/)).toBeTruthy()
    expect(screen.getByText('12 de 326')).toBeTruthy()
  })

  test('G53 · of an ended one, what was refused becomes a new draft that is simulated anew', async () => {
    const ended = runningBatch({ state: 'done', counts: counts({ sent: 300, refused: 1 }) })
    const background = await showBatch([ended, batchOf({ id: 'b2' })], {
      answers: {
        batchItems: ok({
          items: [itemOf({ state: 'refused', problem: refusal('inclusion-rejected', { code: 'E12' }) })],
          total: 1,
          next: null,
        }),
        batchDraft: ok({ batch: batchOf({ id: 'b2' }), missing: 0 }),
      },
    })
    await press(/^Nova seleção/)
    expect(await screen.findByText('Simulação')).toBeTruthy()
    expect(location.hash).toBe('#batch/b2')
    expect(background.of('batchDraft')).toMatchObject([
      {
        erpId: 'e1',
        integrationId: 'i1',
        reasonCode: '01',
        part: 0,
        parts: 1,
        debts: [{ customerId: '11943' }],
      },
    ])
    expect(background.of('batchConfirm')).toEqual([])
  })

  test('that runs is looked at every second', async () => {
    const background = await showBatch([runningBatch()])
    await screen.findByText('Em andamento')
    const before = background.of('batch').length
    await vi.advanceTimersByTimeAsync(3_100)
    expect(background.of('batch').length).toBeGreaterThanOrEqual(before + 3)
  })
})
