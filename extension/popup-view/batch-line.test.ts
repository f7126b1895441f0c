import { describe, expect, test } from 'vitest'
import type { Batch } from '../../shared/api.ts'
import { ptBr } from '../../shared/locales/pt-br/pt-br.ts'
import { batchOf, counts, runningBatch, totalsOf } from '../batch-view/testing/batch-samples.ts'
import { approvalLine, batchLine, liveBatch } from './batch-line.ts'

const running = (over: Partial<Batch> = {}) =>
  runningBatch({
    going: totalsOf(287),
    counts: counts({ waiting: 137, sending: 8, sent: 139, refused: 2, unknown: 1 }),
    ...over,
  })

describe('the line of a batch', () => {
  test.each<[string, Batch]>([
    ['Em andamento · 142 de 287 · falta 47 s', running()],
    ['Em andamento · 142 de 287', running({ secondsLeft: null })],
    ['Em andamento · 142 de 287', running({ waitingUntil: '2026-11-25T13:02:00.000Z' })],
    ['Pausado · 142 de 287', running({ state: 'paused' })],
    ['Parado · 142 de 287', running({ state: 'stopped' })],
    ['Interrompido · 142 de 287', running({ state: 'interrupted' })],
    ['Aguardando aprovação · 287 pessoas', running({ state: 'approval' })],
    [
      'Lendo cadastros · 1.200 de 4.000',
      batchOf({ state: 'reading', selected: totalsOf(4_000), readDebts: 1_200 }),
    ],
    ['Simulado, não enviado · 1 pessoa', batchOf({ selected: totalsOf(1) })],
  ])('%s', (words, batch) => expect(batchLine(batch, ptBr)).toBe(words))
})

const told = (...batches: [string, Partial<Batch>][]) =>
  liveBatch(batches.map(([id, over]) => batchOf({ id, ...over })))?.id ?? null

describe('which one is told', () => {
  test('none that has ended', () => {
    expect(told(['b2', { state: 'done' }], ['b1', { state: 'cancelled' }])).toBeNull()
  })

  test('the newest that is under way, before a newer one that waits', () => {
    expect(told(['b3', { state: 'draft' }], ['b2', { state: 'stopped' }], ['b1', { state: 'running' }])).toBe(
      'b2',
    )
    expect(told(['b2', { state: 'reading' }], ['b1', { state: 'draft' }])).toBe('b2')
  })

  test('what this browser may approve has a line of its own', () => {
    const mine = batchOf({ id: 'b1', state: 'approval', approval: { mayApprove: true }, going: totalsOf(1) })
    expect(liveBatch([mine])).toBeNull()
    expect(approvalLine([mine], ptBr)).toEqual({
      text: 'Espera a sua aprovação · 1 pessoa · R$ 79,90',
      place: 'batch/b1',
    })
    expect(approvalLine([{ ...mine, approval: { mayApprove: false } }], ptBr)).toBeNull()
  })
})
