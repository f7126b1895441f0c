import { describe, expect, test } from 'vitest'
import type { BatchItem } from '../../../shared/api.ts'
import { texts } from '../../../shared/locales/texts.ts'
import { refusal } from '../../ui/testing/samples.ts'
import { itemOf } from '../testing/batch-samples.ts'
import { itemWords } from './item-words.ts'

const wordsOf = (over: Partial<BatchItem>) => itemWords(itemOf(over), texts('pt-BR'))
const block = { code: 'address-incomplete', level: 'block', written: false, params: {} } as const
const warning = { code: 'service-active', level: 'warn', written: true, params: {} } as const

describe('why a debt is in its state', () => {
  test('a refusal has the bureau’s code and words, and what to do', () => {
    const refused = wordsOf({
      state: 'refused',
      problem: refusal('inclusion-refused', { code: '17', message: 'ENDERECO INVALIDO' }),
    })
    expect(refused).toMatchObject({ code: '17', isOwn: true })
    expect(refused.why).toBe('O Connect recusou a inclusão: 17 ENDERECO INVALIDO.')
    expect(refused.next).toMatch(/não foi negativada/)
  })

  test('an unknown one is never told to be tried again, whatever its error says', () => {
    const late = { state: 'unknown', problem: refusal('connect-down', { status: 503 }) } as const
    expect(wordsOf(late).next).toBe('O serviço consulta o birô; nunca é reenviada.')
    expect(wordsOf({ state: 'unknown' }).next).toBe('O serviço consulta o birô; nunca é reenviada.')
  })

  test('G53 · a contract that the bureau has already is a duplicate to look at', () => {
    for (const state of ['unknown', 'refused'] as const)
      expect(wordsOf({ state, problem: refusal('inclusion-duplicate') }).next).toMatch(
        /^Verificar duplicidade/,
      )
  })

  test('what changed meanwhile is said invoice by invoice', () => {
    const changed = wordsOf({
      state: 'skipped',
      problem: refusal('negativation-changed'),
      changes: [{ field: 'cents', invoiceId: '62636', before: '7990', after: '8140' }],
    })
    expect(changed.why).toBe('A fatura 62636 valia R$ 79,90 e agora vale R$ 81,40.')
    const paid = wordsOf({ state: 'skipped', problem: refusal('paid-in-queue', { invoice: '62636' }) })
    expect(paid.why).toBe('A fatura 62636 foi paga durante a fila. Nada foi enviado.')
    expect(paid.next).toMatch(/^Nada a fazer\./)
  })

  test('a blocked one says its impediments, not that there are some', () => {
    const blocked = { reasons: [block, warning], problem: refusal('inclusion-blocked', { count: 1 }) }
    expect(wordsOf({ state: 'skipped', ...blocked }).why).toBe(
      'O endereço do cadastro está incompleto; a carta não chegaria.',
    )
  })

  test('before anything is sent: impediments and warnings', () => {
    expect(wordsOf({ reasons: [warning, block] }).why).toBe(
      'O endereço do cadastro está incompleto; a carta não chegaria. O serviço ainda está ativo.',
    )
  })

  test('where nothing more is known the state speaks, in both languages', () => {
    expect(wordsOf({ state: 'cancelled' })).toMatchObject({
      why: 'Uma pessoa cancelou antes do envio.',
      isOwn: false,
    })
    expect(itemWords(itemOf({ state: 'sent' }), texts('en')).why).toBe('Accepted by Connect.')
    expect(wordsOf({ state: 'sent', reasons: [warning] }).isOwn).toBe(false)
  })
})
