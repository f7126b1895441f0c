import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Batch } from '../../../shared/api.ts'
import { fail, ok } from '../../ui/testing/fake-background.ts'
import { batchOf, runningBatch, totals } from '../testing/batch-samples.ts'
import { arm, press, session, showBatch } from '../testing/show-batch.tsx'

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const waiting = (mayApprove: boolean): Batch =>
  batchOf({
    state: 'approval',
    going: totals(),
    confirmedBy: 'Ana – Cobrança',
    confirmedAt: '2026-11-25T12:52:00.000Z',
    accepted: ['service-active'],
    approval: { mayApprove },
    log: [
      { at: '2026-11-25T12:50:00.000Z', actor: 'Ana – Cobrança', event: 'drafted', text: null },
      {
        at: '2026-11-25T12:52:00.000Z',
        actor: 'Ana – Cobrança',
        event: 'confirmed',
        text: 'Contrato conferido.',
      },
    ],
  })
const act = 'Aprovar e enviar 287 pessoas · R$ 51.204,30'
const field = () => screen.getByLabelText<HTMLInputElement>('Digite 287 para aprovar')

test('who confirmed waits for somebody else', async () => {
  await showBatch([waiting(false)])
  expect(await screen.findByText(/Aguardando outra pessoa aprovar no navegador dela/)).toBeTruthy()
  expect(screen.getByText('Confirmado por Ana – Cobrança em 25/11/2026 09:52, há 8 min.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /Aprovar/ })).toBeNull()
})

describe('the second person', () => {
  test('sees what was confirmed and why, types the number and approves once', async () => {
    const background = await showBatch([waiting(true)], { answers: { batchApprove: ok(runningBatch()) } })
    expect(await screen.findByText('Contrato conferido.')).toBeTruthy()
    expect(screen.getByText('O serviço ainda está ativo.')).toBeTruthy()
    expect(screen.getByText(/Aprovar envia ao Serasa 301 inclusões em nome de 287 pessoas/)).toBeTruthy()
    await arm()
    await press(act)
    expect(screen.getByText('Falta digitar 287.')).toBeTruthy()
    expect(background.of('batchApprove')).toEqual([])
    fireEvent.input(field(), { target: { value: '287' } })
    background.answers.batch = ok(runningBatch())
    await press(act)
    expect(await screen.findByText('Em andamento')).toBeTruthy()
    expect(background.of('batchApprove')).toEqual([{ id: 'b1', people: 287 }])
  })

  test('G67 · finds the typed number again', async () => {
    await showBatch([waiting(true)])
    fireEvent.input(await screen.findByLabelText('Digite 287 para aprovar'), { target: { value: '28' } })
    await waitFor(async () =>
      expect(await session('batch-review:approval:b1')).toMatchObject({ typed: '28' }),
    )
    const kept = { 'batch-review:approval:b1': await session('batch-review:approval:b1') }
    cleanup()
    await showBatch([waiting(true)], { kept })
    expect((await screen.findByLabelText<HTMLInputElement>('Digite 287 para aprovar')).value).toBe('28')
  })

  test('who also confirmed is refused, in place', async () => {
    await showBatch([waiting(true)], {
      answers: { batchApprove: fail('batch-approver-same') },
      kept: { 'batch-review:approval:b1': { typed: '287' } },
    })
    await screen.findByRole('button', { name: act })
    await arm()
    await press(act)
    expect(await screen.findByText(/Quem confirmou o lote não pode aprová-lo/)).toBeTruthy()
    expect(field().value).toBe('287')
  })

  test('G58 · a lost answer is looked up in the batch, never repeated by the program', async () => {
    const background = await showBatch([waiting(true)], {
      answers: { batchApprove: fail('service-off') },
      kept: { 'batch-review:approval:b1': { typed: '287' } },
    })
    await screen.findByRole('button', { name: act })
    await arm()
    await press(act)
    await vi.advanceTimersByTimeAsync(14_500)
    expect(await screen.findByText(/Não foi possível saber se a aprovação chegou/)).toBeTruthy()
    expect(background.of('batchApprove')).toHaveLength(1)
  })

  test('may refuse it, after a question', async () => {
    const background = await showBatch([waiting(true)], { answers: { batchCancel: ok(batchOf()) } })
    await press('Recusar')
    const dialog = await screen.findByRole('dialog', { name: 'Recusar este lote?' })
    fireEvent.click(within(dialog).getByText('Recusar'))
    await waitFor(() => expect(background.of('batchCancel')).toEqual([{ id: 'b1' }]))
  })
})
