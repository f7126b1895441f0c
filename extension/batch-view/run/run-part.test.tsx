import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Batch, BatchItem, OperationInput } from '../../../shared/api.ts'
import type { Answers } from '../../ui/testing/fake-background.ts'
import { fail, fakeBackground, ok } from '../../ui/testing/fake-background.ts'
import { refusal } from '../../ui/testing/samples.ts'
import { counts, itemOf, now, runningBatch, stopOf, totalsOf } from '../testing/batch-samples.ts'
import type { AgainSelection } from './again-selection.ts'
import { RunPart } from './run-part.tsx'

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const clock = () => now
const itemsOf =
  (items: readonly BatchItem[]) =>
  ({ states, from, count }: OperationInput<'batchItems'>) => {
    const meant = items.filter(({ state }) => states.length === 0 || states.includes(state))
    const next = from + count < meant.length ? from + count : null
    return ok({ items: meant.slice(from, from + count), total: meant.length, next })
  }

const show = (
  over: Partial<Batch> = {},
  { items = [itemOf()], ...answers }: Answers & { items?: BatchItem[] } = {},
) => {
  const background = fakeBackground({ batchItems: itemsOf(items), ...answers })
  const onChanged = vi.fn<() => void>()
  const onAgain = vi.fn<(selection: AgainSelection) => void>()
  const part = (batch: Batch) => (
    <RunPart batch={batch} clock={clock} onChanged={onChanged} onAgain={onAgain} />
  )
  const view = render(part(runningBatch(over)))
  return {
    background,
    onChanged,
    onAgain,
    now: (later: Partial<Batch>) => view.rerender(part(runningBatch({ ...over, ...later }))),
  }
}
const button = (name: string | RegExp) => screen.getByRole('button', { name })
const live = () => document.querySelector('[aria-live="polite"]')?.textContent

describe('while it runs', () => {
  test('the bar has its words; a screen reader hears them seldom', async () => {
    const shown = show({ going: totalsOf(301) })
    const bar = screen.getByRole('progressbar')
    expect([bar.getAttribute('value'), bar.getAttribute('max')]).toEqual(['137', '301'])
    expect(screen.getAllByText(/^137 de 301 · 3,1\/s · falta 47 s/)).toHaveLength(2)
    for (const waiting of [150, 140, 130]) shown.now({ counts: counts({ waiting }) })
    expect(live()).toMatch(/^137 de 301/)
    await vi.advanceTimersByTimeAsync(5_000)
    await waitFor(() => expect(live()).toMatch(/^171 de 301/))
  })

  test('G49 · pausing is one act, however often it is pressed, and the batch is looked at afterwards', async () => {
    const { background, onChanged } = show({}, { batchPause: ok(runningBatch({ state: 'paused' })) })
    fireEvent.click(button('Pausar'))
    fireEvent.click(button('Pausando…'))
    await waitFor(() => expect(onChanged).toHaveBeenCalledOnce())
    expect(background.of('batchPause')).toEqual([{ id: 'b1' }])
  })

  test('a refused act says why; the word goes once the batch has gone on', async () => {
    const shown = show({}, { batchPause: fail('batch-state', { state: 'Concluído' }) })
    fireEvent.click(button('Pausar'))
    expect(await screen.findByText(/Este lote está como “Concluído”/)).toBeTruthy()
    expect(shown.onChanged).toHaveBeenCalledOnce()
    shown.now({ state: 'paused' })
    await waitFor(() => expect(screen.queryByText(/Este lote está como/)).toBeNull())
  })

  test('cancelling asks once more in its place, says how many stay unsent, and can be left by Escape', async () => {
    const { background } = show({}, { batchCancel: ok(runningBatch({ state: 'cancelled' })) })
    fireEvent.click(button('Cancelar o que falta'))
    const question = screen.getByRole('group', { name: 'Cancelar as 156 que faltam?' })
    expect(question.textContent).toMatch('Ficam sem enviar: 156.')
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Voltar'))
    fireEvent.keyDown(question, { key: 'Escape' })
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Cancelar o que falta'))
    expect(background.of('batchCancel')).toEqual([])

    fireEvent.click(button('Cancelar o que falta'))
    fireEvent.click(button('Cancelar as 156'))
    await waitFor(() => expect(background.of('batchCancel')).toEqual([{ id: 'b1' }]))
  })
})

describe('when it does not go on', () => {
  test('continuing is a person’s act that names what it does', async () => {
    const log = [{ at: '2026-11-25T13:02:00.000Z', actor: 'Bia', event: 'paused', text: null } as const]
    const { background } = show({ state: 'paused', log: [...log] }, { batchResume: ok(runningBatch()) })
    expect(screen.getByText('Pausado por Bia em 25/11/2026 10:02.')).toBeTruthy()
    fireEvent.click(button('Continuar: enviar as 156 que faltam'))
    await waitFor(() => expect(background.of('batchResume')).toEqual([{ id: 'b1' }]))
  })

  test('G31 · a restart is told, and nothing goes on by itself', async () => {
    const { background } = show({ state: 'interrupted', counts: counts({ waiting: 1 }) })
    expect(screen.getByText('O serviço reiniciou. Nada foi enviado desde então.')).toBeTruthy()
    expect(button('Continuar: enviar a que falta')).toBeTruthy()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(background.of('batchResume')).toEqual([])
  })

  test('a stop is announced with its cause', () => {
    show({ state: 'stopped', stop: stopOf({ cause: 'balance' }) })
    expect(within(screen.getByRole('alert')).getByText('O Connect informou que falta saldo.')).toBeTruthy()
  })

  test('the history of the batch is folded, the newest first', () => {
    const log: Batch['log'] = [
      { at: '2026-11-25T12:59:00.000Z', actor: 'Ana', event: 'confirmed', text: 'Avisados por carta.' },
      { at: '2026-11-25T13:02:00.000Z', actor: 'Nada Consta', event: 'stopped', text: null },
    ]
    show({ log })
    const fold = screen.getByText('Histórico do lote').closest('details')
    expect(fold?.open).toBe(false)
    expect([...(fold?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent)).toEqual([
      '25/11/2026 10:02Parado pelo serviçoNada Consta',
      '25/11/2026 09:59ConfirmadoAnaAvisados por carta.',
    ])
  })
})

describe('the result', () => {
  const ended = { state: 'done', endedAt: '2026-11-25T13:05:00.000Z' } as const
  const items = [
    itemOf({ position: 1, state: 'sent', protocol: '000123456', negativationId: 'n1' }),
    itemOf({
      position: 2,
      customer: { id: 'c2', code: '2' },
      state: 'refused',
      problem: refusal('inclusion-refused', { code: '17', message: 'CEP' }),
    }),
    itemOf({ position: 3, state: 'unknown', problem: refusal('inclusion-duplicate') }),
  ]

  test('G53 · by state and reason with what to do; those refused become a new selection, the duplicate never', async () => {
    const { onAgain } = show({ ...ended, counts: counts({ sent: 1, refused: 1, unknown: 1 }) }, { items })
    const table = await screen.findByRole('table', { name: 'Resultado' })
    expect([...table.querySelectorAll('tbody tr')].map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^incerta11R\$ 79,90Contrato já existente no birô\.Verificar duplicidade/),
      expect.stringMatching(/^recusada11R\$ 79,90O Connect recusou a inclusão: 17 CEP\./),
      expect.stringMatching(/^enviada11R\$ 79,90O Connect aceitou\./),
    ])
    fireEvent.click(button('Nova seleção com a que não foi enviada'))
    expect(onAgain).toHaveBeenCalledExactlyOnceWith({
      erpId: 'e1',
      debts: [{ customerId: 'c2', serviceId: 's1', invoiceIds: ['62636'] }],
    })
    expect(screen.queryByRole('button', { name: 'Pausar' })).toBeNull()
  })

  test('an uncertain one that is found later moves to its group', async () => {
    const found = [...items]
    const shown = show({ ...ended, counts: counts({ sent: 1, refused: 1, unknown: 1 }) }, { items: found })
    await screen.findByText('Contrato já existente no birô.')
    found[2] = itemOf({ position: 3, state: 'sent' })
    shown.now({ counts: counts({ sent: 2, refused: 1 }) })
    await waitFor(() => expect(screen.queryByText('Contrato já existente no birô.')).toBeNull())
  })

  test('what cannot be read can be read again; the act itself needs no second look', async () => {
    const { background } = show(
      { ...ended, counts: counts({ sent: 1 }) },
      { batchItems: fail('answer-lost') },
    )
    expect(await screen.findByText('O resultado por motivo não pôde ser lido agora')).toBeTruthy()
    background.answers.batchItems = itemsOf(items)
    fireEvent.click(screen.getAllByRole('button', { name: 'Tentar de novo' })[0] as HTMLElement)
    expect(await screen.findByRole('table', { name: 'Resultado' })).toBeTruthy()
  })

  test('the focus does not get lost with the last button', async () => {
    const shown = show({ counts: counts({ waiting: 1 }) })
    button('Pausar').focus()
    shown.now({ ...ended, counts: counts({ sent: 1 }) })
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Andamento do lote'))
  })
})
