import { describe, expect, test } from 'vitest'
import { texts } from '../../../shared/locales/texts.ts'
import { date } from '../../ui/testing/debt-samples.ts'
import type { PanelRecord } from './panel-status.ts'
import { overdueText, recordDetail, recordTitle, statusLine } from './status-words.ts'

const words = texts('pt-BR').erp.panel.status
const record = (over: Partial<PanelRecord> = {}): PanelRecord => ({
  id: 'n1',
  state: 'active',
  isTest: false,
  cents: 239_70,
  invoice: '62636',
  more: 2,
  days: 41,
  alarm: 'none',
  removal: null,
  ...over,
})
const removal = (over: Partial<NonNullable<PanelRecord['removal']>> = {}) => ({
  paid: { date: date('2026-11-24'), days: 1 },
  deadline: date('2026-12-01'),
  daysLeft: 4,
  isHeld: false,
  ...over,
})

describe('a debt in two lines', () => {
  test('state, amount, invoice and how many more', () => {
    expect(recordTitle(record(), words)).toBe('Negativada · R$ 239,70 · F-62636 +2')
    expect(recordTitle(record({ more: 0, state: 'verifying' }), words)).toBe(
      'Baixa enviada · R$ 239,70 · F-62636',
    )
  })

  test.each<[Partial<PanelRecord>, string]>([
    [{}, 'ativa há 41 dias'],
    [{ days: 0 }, 'ativa desde hoje'],
    [{ days: 1, isTest: true }, 'ativa desde ontem · homologação'],
    [{ state: 'sent', days: 3 }, 'aguarda a carta, há 3 dias'],
    [{ state: 'unknown' }, 'o serviço confere com o birô'],
    [{ state: 'sending' }, ''],
    [{ state: 'removed', days: 2, removal: removal() }, 'nome limpo há 2 dias'],
    [
      { state: 'verifying', removal: removal() },
      'pago ontem · aguardando confirmação · prazo 01/12 (4 dias úteis)',
    ],
    [{ state: 'removing', removal: removal({ daysLeft: 1 }) }, 'pago ontem · prazo 01/12 (1 dia útil)'],
    [
      { state: 'removal-requested', removal: removal({ daysLeft: 0 }) },
      'pago ontem · prazo 01/12 (vence hoje)',
    ],
    [{ state: 'removing', removal: removal({ daysLeft: -2 }) }, 'pago ontem · prazo 01/12 (vencido)'],
    [
      { state: 'removing', removal: removal({ paid: { date: date('2026-11-20'), days: 5 } }) },
      'pago em 20/11/2026 · prazo 01/12 (4 dias úteis)',
    ],
    [{ state: 'removing', removal: removal({ paid: null, deadline: null, daysLeft: null }) }, ''],
    [
      { state: 'removal-requested', removal: removal({ isHeld: true }) },
      'pagamento desfeito no ERP: baixa em espera',
    ],
  ])('%j: %s', (over, sentence) => {
    expect(recordDetail(record(over), words)).toBe(sentence)
  })
})

test('overdue invoices, counted and summed', () => {
  expect(overdueText({ count: 3, cents: 359_70 }, words)).toBe('3 faturas vencidas · R$ 359,70')
  expect(overdueText({ count: 1, cents: 79_90 }, words)).toBe('1 fatura vencida · R$ 79,90')
})

describe('the line below the buttons', () => {
  const status = {
    records: [],
    invoices: [],
    lastReport: null,
    overdue: null,
    mayInclude: true,
    isOther: false,
    problem: null,
    readAt: Date.UTC(2026, 10, 25, 13, 2),
  }

  test('says when the status was read, in the business zone', () => {
    expect(statusLine({ at: 'known', status }, words)).toBe('Situação lida às 10:02')
  })

  test('says what this browser may not do', () => {
    expect(statusLine({ at: 'known', status: { ...status, mayInclude: false } }, words)).toBe(
      'Situação lida às 10:02. Sem permissão para negativar.',
    )
  })

  test('says in short why it was not, in the service’s words where we have none', () => {
    expect(statusLine({ at: 'failed', code: 'service-off', text: 'x' }, words)).toBe(
      'Situação não lida: serviço local desligado.',
    )
    expect(statusLine({ at: 'failed', code: 'newer', text: 'Algo novo.' }, words)).toBe('Algo novo.')
    const problem = { code: 'erp-down', text: 'A API do ERP está fora do ar.', hint: '' }
    expect(statusLine({ at: 'known', status: { ...status, problem } }, words)).toBe(problem.text)
  })
})
