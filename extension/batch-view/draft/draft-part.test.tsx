import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { OperationInput } from '../../../shared/api.ts'
import { fail, ok } from '../../ui/testing/fake-background.ts'
import { reason } from '../../ui/testing/debt-samples.ts'
import { refusal } from '../../ui/testing/samples.ts'
import { batchOf, byReason, itemOf, simulationOf, totalsOf } from '../testing/batch-samples.ts'
import { press, session, showBatch, simulated } from '../testing/show-batch.tsx'

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const rowOf = async (name: string, table: string) => {
  const [row] = within(await screen.findByRole('table', { name: table })).getAllByText(name)
  return row?.closest('tr')?.textContent
}
const box = (name: RegExp) => screen.findByRole<HTMLInputElement>('checkbox', { name })
const accept = async (...names: RegExp[]) => {
  for (const name of names) fireEvent.click(await box(name))
}
const review = () => screen.getByRole('button', { name: 'Revisar e enviar' })

describe('the reading', () => {
  test('tells how far it is, and that nothing is sent; it goes on by itself to the simulation', async () => {
    const background = await showBatch([batchOf({ state: 'reading', readDebts: 120 })])
    expect(await screen.findByText('120 de 326')).toBeTruthy()
    expect(screen.getByText(/Nada é enviado ao Serasa/)).toBeTruthy()
    background.answers.batch = ok(batchOf())
    await vi.advanceTimersByTimeAsync(1000)
    expect(await screen.findByText('Simulação')).toBeTruthy()
  })

  test('can be interrupted; then the way leads back to the invoices', async () => {
    const background = await showBatch([batchOf({ state: 'reading' })], {
      answers: { batchCancel: ok(batchOf({ state: 'cancelled' })) },
    })
    await screen.findByText('Lendo cadastros e faturas no ERP')
    background.answers.batch = ok(
      batchOf({
        state: 'cancelled',
        log: [{ at: '2026-11-25T12:59:00.000Z', actor: 'Ana', event: 'cancelled', text: null }],
      }),
    )
    await press('Interromper')
    expect(await screen.findByText(/terminou sem confirmação/)).toBeTruthy()
    expect(screen.getByText(/Encerrado por Ana em 25\/11\/2026 09:59/)).toBeTruthy()
    expect(background.of('batchCancel')).toEqual([{ id: 'b1' }])
    await press('Ver as faturas vencidas')
    expect(location.hash).toBe('#candidates')
  })
})

describe('the simulation', () => {
  test('nothing is accepted before a person does it, and nobody goes', async () => {
    const background = await showBatch()
    expect(await rowOf('Selecionado', 'Totais da simulação')).toBe('Selecionado311326468R$ 55.890,10')
    expect(await rowOf('Vai no envio', 'Totais da simulação')).toBe('Vai no envio000R$ 0,00')
    expect(background.of('batchSimulation')).toEqual([{ id: 'b1', accepted: [] }])
    expect((await box(/HubSoft não mostra/)).checked).toBe(false)
    expect(screen.getByText(/Ninguém vai no envio/)).toBeTruthy()
    fireEvent.click(review())
    expect(screen.queryByText(/Digite/)).toBeNull()
  })

  test('each box asks anew, the old numbers stand meanwhile, and the way is open when all is said', async () => {
    const background = await showBatch()
    await accept(/HubSoft não mostra/, /ainda está ativo.*exige justificativa/)
    expect(await rowOf('Selecionado', 'Totais da simulação')).toContain('311')
    await waitFor(async () =>
      expect(await rowOf('Vai no envio', 'Totais da simulação')).toBe('Vai no envio287301431R$ 51.204,30'),
    )
    expect(await rowOf('Fica de fora', 'Totais da simulação')).toBe('Fica de fora242537R$ 4.685,80')
    expect(background.of('batchSimulation')).toEqual([
      { id: 'b1', accepted: [] },
      { id: 'b1', accepted: ['erp-records-unseen'] },
      { id: 'b1', accepted: ['erp-records-unseen', 'service-active'] },
    ])
    expect(screen.getByText('R$ 1.291,50 (R$ 4,50 por inclusão)')).toBeTruthy()
    expect(screen.getByText('restam 500 inclusões')).toBeTruthy()
    fireEvent.click(review())
    expect(await screen.findByText('Digite 287 para confirmar')).toBeTruthy()
  })

  test('an answer that comes late never replaces a newer one', async () => {
    const slow = Promise.withResolvers<ReturnType<typeof ok>>()
    await showBatch([batchOf()], {
      answers: {
        batchSimulation: ({ accepted }: OperationInput<'batchSimulation'>) => {
          if (accepted.length === 0) return ok(simulationOf({ going: totalsOf(1) }))
          return accepted.length === 1 ? slow.promise : ok(simulationOf({ going: totalsOf(7) }))
        },
      },
    })
    await accept(/HubSoft não mostra/, /ainda está ativo/)
    await waitFor(async () => expect(await rowOf('Vai no envio', 'Totais da simulação')).toContain('777'))
    slow.resolve(ok(simulationOf({ going: totalsOf(3) })))
    await vi.advanceTimersByTimeAsync(50)
    expect(await rowOf('Vai no envio', 'Totais da simulação')).toContain('777')
  })

  test('impediments stand by their reason, in words that hold for many', async () => {
    await showBatch([batchOf()], {
      answers: {
        batchSimulation: simulated({ blocked: [byReason('not-late-enough', 12), byReason('minor', 1)] }),
      },
    })
    expect(await rowOf('Vencida há menos dias do que a regra pede.', 'Impedimentos')).toContain('12')
    expect(await rowOf('A pessoa tem menos de 18 anos.', 'Impedimentos')).toContain('R$ 79,90')
  })

  test('without warnings and impediments it says so', async () => {
    await showBatch([batchOf()], { answers: { batchSimulation: simulated({ blocked: [], warnings: [] }) } })
    expect(await screen.findByText('Nenhum aviso.')).toBeTruthy()
    expect(screen.getByText('Nenhum impedimento.')).toBeTruthy()
    expect(review().getAttribute('aria-disabled')).toBeNull()
  })

  test('above today’s limit it says how much is left, and does not lead on', async () => {
    await showBatch([batchOf()], {
      answers: { batchSimulation: simulated({ warnings: [], leftToday: 120 }) },
    })
    expect(await screen.findByText('O envio tem 301 inclusões e o limite de hoje permite 120.')).toBeTruthy()
    expect(review().getAttribute('aria-disabled')).toBe('true')
  })

  test('no price is said, and that a second person will be asked', async () => {
    await showBatch([batchOf()], {
      answers: {
        batchSimulation: simulated({ warnings: [], costCents: null, unitCents: null, needsApproval: true }),
      },
    })
    expect(await screen.findByText('sem preço na Configuração')).toBeTruthy()
    expect(screen.getByText(/espera outra pessoa aprovar/)).toBeTruthy()
  })

  test('G51 · a shortened address shows what is struck and what is sent', async () => {
    await showBatch()
    expect(await screen.findByText('1 parte de endereço encurtada para caber no birô')).toBeTruthy()
    expect([...document.querySelectorAll('del')].map(({ textContent }) => textContent)).toEqual([
      'Avenida Professora',
      'rinho',
    ])
    expect(screen.getByText('AV PROFA Maria das Graças de Almeida Sob')).toBeTruthy()
  })

  test('a reading that ended early says why', async () => {
    await showBatch([batchOf({ readProblem: refusal('erp-down', { status: 503 }) })])
    expect(await screen.findByText(/A leitura no ERP parou antes do fim/)).toBeTruthy()
    expect(screen.getByText(/fora do ar \(código 503\)/)).toBeTruthy()
  })

  test('a failed question leaves the old numbers, says so, and can be asked again', async () => {
    const background = await showBatch()
    await screen.findByText('Simulação')
    await rowOf('Selecionado', 'Totais da simulação')
    background.answers.batchSimulation = fail('service-off')
    await accept(/HubSoft não mostra/)
    expect(await screen.findByText(/os números são os de antes/)).toBeTruthy()
    expect(await rowOf('Selecionado', 'Totais da simulação')).toContain('311')
    expect(review().getAttribute('aria-disabled')).toBe('true')
    background.answers.batchSimulation = simulated()
    await press('Tentar de novo')
    await waitFor(() => expect(screen.queryByText(/os números são os de antes/)).toBeNull())
  })

  test('is saved as a file of every debt, page after page', async () => {
    const saved: Blob[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved.push(blob as Blob)
      return 'blob:x'
    })
    const names: string[] = []
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download)
    })
    const pages = [
      { items: [itemOf({ reasons: [reason()] })], total: 2, next: 1 },
      { items: [itemOf({ position: 2, name: 'JOSÉ; MODELO' })], total: 2, next: null },
    ]
    const background = await showBatch([batchOf()], {
      answers: { batchItems: () => ok(pages.shift() ?? { items: [], total: 2, next: null }) },
    })
    await press('Exportar CSV')
    await waitFor(() => expect(saved).toHaveLength(1))
    const lines = (await saved[0]?.text())?.split('\r\n')
    expect(names).toEqual(['simulacao-2026-11-25.csv'])
    expect(lines?.[1]).toMatch(/^MARIA EXEMPLO;731\.640\.258-07;1162;.*;fica de fora: aviso não aceito;/)
    expect(lines?.[2]).toMatch(/^"JOSÉ; MODELO";.*;vai no envio;$/)
    expect(background.of('batchItems')).toHaveLength(2)
  })

  test('can be given up, after a question', async () => {
    const background = await showBatch([batchOf()], {
      answers: { batchCancel: ok(batchOf({ state: 'cancelled' })) },
    })
    await press('Desistir do lote')
    expect(background.of('batchCancel')).toEqual([])
    const dialog = await screen.findByRole('dialog', { name: 'Desistir deste lote?' })
    background.answers.batch = ok(batchOf({ state: 'cancelled' }))
    fireEvent.click(within(dialog).getByText('Desistir do lote'))
    expect(await screen.findByText(/terminou sem confirmação/)).toBeTruthy()
  })
})

test('G67 · a popup that closes loses neither the place nor what was accepted', async () => {
  await showBatch()
  await accept(/HubSoft não mostra/)
  await waitFor(async () =>
    expect(await session('batch-review:b1')).toMatchObject({ accepted: ['erp-records-unseen'] }),
  )
  const kept = {
    'batch-place': await session('batch-place'),
    'batch-review:b1': await session('batch-review:b1'),
  }
  cleanup()
  await showBatch([batchOf()], { place: '', kept, compact: true })
  expect((await box(/HubSoft não mostra/)).checked).toBe(true)
  expect((await box(/ainda está ativo/)).checked).toBe(false)
})
