import { describe, expect, test, vi } from 'vitest'
import type { Negativation } from '../../../shared/api.ts'
import type { Document } from '../../../shared/document.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Caller } from '../../messaging/router.ts'
import type { Link } from '../../proxy-link/link.ts'
import { customerStatus, date, invoice, negativation } from '../../ui/testing/debt-samples.ts'
import { statusHandlers } from './handle-status.ts'

const now = Date.UTC(2026, 10, 25, 13, 2)
const input = { customerId: '11943', document: '731.640.258-07' }
const page: Caller = { role: 'content', tabId: 7, host: 'empresa.hubsoft.com.br' }

const setUp = (answer: unknown, history: unknown[] | Error = []) => {
  const call = vi.fn<Link['call']>(async (name) => {
    if (name === 'customerStatus') return answer
    if (history instanceof Error) throw history
    return { queries: history }
  })
  return { call, ask: statusHandlers({ link: { call }, clock: () => now })['customer-status'] }
}

describe('the status for the panel', () => {
  test('attack 24 · is asked for the site that the browser names, in two reading operations', async () => {
    const { call, ask } = setUp(customerStatus())
    expect(await ask(input, page)).toMatchObject({ overdue: { count: 3, cents: 35_970 }, isOther: false })
    expect(call.mock.calls).toEqual([
      ['customerStatus', { site: 'empresa.hubsoft.com.br', customerId: '11943' }],
      ['queryHistory', { document: '73164025807' }],
    ])
  })

  test('the last report about the document of the page; without the right to query there is none, and all else stands', async () => {
    const report = { id: 'q7', state: 'done', hasAnswer: true, startedAt: '2026-11-20T13:00:00.000Z' }
    const answered = setUp(customerStatus(), [report])
    expect(await answered.ask(input, page)).toMatchObject({
      lastReport: { queryId: 'q7', date: '2026-11-20' },
    })
    const refused = setUp(customerStatus(), new AppError('scope-refused'))
    expect(await refused.ask(input, page)).toMatchObject({ lastReport: null, overdue: { count: 3 } })
    const other = setUp(customerStatus({ document: '90731582659' }), [report])
    expect(await other.ask(input, page)).toMatchObject({ lastReport: null, isOther: true })
  })

  test('a browser that may not register is told so, and no invoice is offered for it; an older service says nothing of it', async () => {
    const eligible = { eligible: ['62636'] }
    const reader = setUp(customerStatus({ ...eligible, mayInclude: false }))
    expect(await reader.ask(input, page)).toMatchObject({ mayInclude: false, invoices: [] })
    const older = setUp(customerStatus(eligible))
    expect(await older.ask(input, page)).toMatchObject({
      mayInclude: true,
      invoices: [{ id: '62636', standing: 'eligible' }],
    })
  })

  test('attack 27 · carries no name, no address, no document, no protocol and no text of the bureau', async () => {
    const record = negativation({ state: 'active', protocol: 'PROT-77', bureauState: 'listed' })
    const { ask } = setUp(customerStatus({ records: [record] }))
    const text = JSON.stringify(await ask(input, page))
    const { street, district, city, zip } = record.debtor.address
    for (const secret of [
      'PROT-77',
      'listed',
      'MARIA',
      '73164025807',
      record.contract,
      street,
      district,
      city,
      zip,
    ])
      expect(text).not.toContain(secret)
  })

  test('another document than the page’s: nothing is told but that it is another', async () => {
    const { ask } = setUp(
      customerStatus({ document: '90731582659', records: [negativation({ state: 'active' })] }),
    )
    expect(await ask(input, page)).toMatchObject({ records: [], overdue: null, isOther: true })
  })

  test('the ERP cannot be read: the debts of the page’s document are told all the same', async () => {
    const other = negativation({ id: 'n2', state: 'active' })
    other.debtor = { ...other.debtor, document: '90731582659' as Document }
    const problem = { code: 'erp-down', text: 'A API do ERP está fora do ar.', hint: 'Tente mais tarde.' }
    const records = [negativation({ state: 'active' }), other]
    const { ask } = setUp(customerStatus({ document: null, overdue: null, problem, records }))
    const told = await ask(input, page)
    expect(told.records.map(({ id }) => id)).toEqual(['n1'])
    expect(told).toMatchObject({ overdue: null, isOther: false, problem })
  })

  test.each<[string, Caller, typeof input]>([
    ['no document', page, { ...input, document: '731.640.258-08' }],
    ['no page', { role: 'page', tabId: 1 }, input],
  ])('%s: refused, nothing is asked', async (_what, caller, asked) => {
    const { call, ask } = setUp(customerStatus())
    await expect(ask(asked, caller)).rejects.toMatchObject({ code: 'message-refused' })
    expect(call).not.toHaveBeenCalled()
  })
})

const told = async (record: Partial<Negativation>) => {
  const { ask } = setUp(customerStatus({ records: [negativation(record)] }))
  return (await ask(input, page)).records
}

describe('which debts, and what of them', () => {
  test('amount, first invoice, how many more and the days', async () => {
    const invoices = [invoice(), invoice({ id: '62637' }), invoice({ id: '62638' })]
    const [record] = await told({
      state: 'active',
      changedAt: '2026-10-15T13:00:00.000Z',
      totalCents: 239_70,
      invoices,
    })
    expect(record).toMatchObject({ cents: 239_70, invoice: '62636', more: 2, days: 41, removal: null })
  })

  test('a payment of yesterday and the deadline', async () => {
    const payment = { paid: date('2026-11-24'), credited: null, cents: 79_90 }
    const [record] = await told({
      state: 'verifying',
      invoices: [invoice({ fact: 'paid', payment })],
      removal: {
        cause: 'paid',
        reason: { code: '01', text: 'Pagamento' },
        requestedAt: '2026-11-24T20:00:00.000Z',
        requestedBy: 'Nada Consta',
        deadline: date('2026-12-01'),
        daysLeft: 4,
        attempts: 1,
        nextAttemptAt: null,
        problem: null,
        isHeld: false,
      },
    })
    expect(record?.removal).toEqual({
      paid: { date: '2026-11-24', days: 1 },
      deadline: '2026-12-01',
      daysLeft: 4,
      isHeld: false,
    })
  })

  test.each<[Negativation['state'], string, number]>([
    ['draft', '2026-11-25T13:00:00.000Z', 0],
    ['rejected', '2026-11-25T13:00:00.000Z', 0],
    ['unknown', '2026-11-25T13:00:00.000Z', 1],
    ['removed', '2026-11-20T13:00:00.000Z', 1],
    ['removed', '2026-09-20T13:00:00.000Z', 0],
  ])('%s since %s', async (state, changedAt, count) => {
    expect(await told({ state, changedAt })).toHaveLength(count)
  })
})

const removal = {
  cause: 'paid',
  reason: { code: '01', text: 'Pagamento' },
  requestedAt: '2026-11-24T20:00:00.000Z',
  requestedBy: 'Nada Consta',
  deadline: null,
  daysLeft: null,
  attempts: 0,
  nextAttemptAt: null,
  problem: null,
  isHeld: false,
} as const satisfies NonNullable<Negativation['removal']>

describe('how each invoice stands, for the marks in its rows', () => {
  const invoices = [invoice({ id: '1' }), invoice({ id: '2' })]
  const standings = async (record: Partial<Negativation>, eligible: string[] = []) => {
    const { ask } = setUp(customerStatus({ records: [negativation({ invoices, ...record })], eligible }))
    return (await ask(input, page)).invoices.map(({ id, standing }) => `${id} ${standing}`)
  }

  test.each<[string, Partial<Negativation>, string | null]>([
    ['sent', { state: 'sent' }, 'registered'],
    ['active', { state: 'active' }, 'registered'],
    ['the wish to remove is told', { state: 'active', removal }, 'removing'],
    ['the payment was undone', { state: 'active', removal: { ...removal, isHeld: true } }, 'registered'],
    ['removal requested', { state: 'removal-requested', removal }, 'removing'],
    ['removal sent', { state: 'verifying', removal }, 'removing'],
    ['nobody knows yet', { state: 'unknown' }, null],
    ['being sent', { state: 'sending' }, null],
    ['a draft', { state: 'draft' }, null],
    ['removed', { state: 'removed' }, null],
    ['a test registers nobody (case G56)', { state: 'active', environment: 'test' }, null],
  ])('%s: all invoices of the record', async (_what, record, standing) => {
    expect(await standings(record)).toEqual(standing ? [`1 ${standing}`, `2 ${standing}`] : [])
  })

  test('the service names the eligible ones; a record counts before it', async () => {
    expect(await standings({ state: 'active' }, ['2', '3'])).toEqual([
      '2 registered',
      '3 eligible',
      '1 registered',
    ])
  })

  test('nothing of another document', async () => {
    const records = [negativation({ invoices, state: 'active' })]
    const { ask } = setUp(customerStatus({ document: '90731582659', records, eligible: ['3'] }))
    expect((await ask(input, page)).invoices).toEqual([])
    const unread = setUp(customerStatus({ document: null, records, eligible: ['3'] }))
    expect((await unread.ask(input, page)).invoices).toHaveLength(2)
  })
})
