import { expect, test } from 'vitest'
import { texts } from '../../../shared/locales/texts.ts'
import { historyEntry } from '../../ui/testing/debt-samples.ts'
import { evidenceWords, isRawAnswer } from './history-words.ts'

const ptBr = texts('pt-BR')

test.each([
  ['looked', 'absent', ['não consta']],
  ['looked', 'E42', ['código E42']],
  ['latch', '01', ['Motivo Baixa 01']],
  ['refused', 'P017', ['código P017']],
  ['removal-failed', 'bureau-busy', []],
  ['accepted', null, []],
])('%s with %s is proved by %j', (event, code, words) => {
  expect(evidenceWords(historyEntry({ event, code }), ptBr)).toEqual(words)
})

test('a protocol comes before the code', () => {
  expect(evidenceWords(historyEntry({ protocol: '000123', code: '00' }), ptBr)).toEqual([
    'protocolo 000123',
    'código 00',
  ])
})

test.each([
  ['accepted', true],
  ['looked', true],
  ['confirm', false],
  ['person-not-found', false],
  ['refused', false],
])('the text of %s is folded away: %s', (event, isFolded) => {
  expect(isRawAnswer(historyEntry({ event }))).toBe(isFolded)
})
