import { expect, test } from 'vitest'
import { parseDocument } from '../../shared/document.ts'
import { recordIn } from '../negativation/machine.samples.ts'
import { linksOf } from '../negativation/registered.ts'
import { defaultInclusionPolicy } from '../policy/inclusion-policy.ts'
import { memoryStore } from '../store/memory-store.ts'
import type { IntegrationRecord, NegativationRecord } from '../store/records.ts'
import type { OverdueInvoice } from '../erps/erp.ts'
import { candidateJudge, candidateOf } from './judge.ts'
import { overdueDebts } from './overdue-debts.ts'
import { dayOf, overdueInvoice } from './overdue-invoice.samples.ts'

const creditor = '04718253000156' as IntegrationRecord['creditor']
const rules = { creditors: [creditor], policy: defaultInclusionPolicy, today: dayOf('2026-11-25') }
const debtOf = (...invoices: Partial<OverdueInvoice>[]) =>
  overdueDebts(invoices.map((fields, at) => overdueInvoice({ id: String(at + 1), ...fields })))[0]!
const judged = (
  fields: Partial<OverdueInvoice> = {},
  facts: Partial<Parameters<typeof candidateOf>[1]> = {},
) => {
  const debt = debtOf(fields)
  const document = parseDocument(debt.customer.document ?? '')
  return candidateOf(debt, { document, consultedName: null, registered: new Set(), ...facts }, rules)
}
const codes = (reasons: readonly { code: string; level: string }[]) =>
  reasons.map(({ code, level }) => `${level} ${code}`)

test('a debt of a cancelled service that nothing speaks against has no reasons', () => {
  expect(judged()).toEqual({
    id: '5012:7701:04718253000156',
    customer: { id: '5012', code: '931', name: 'MARIA EXEMPLO DA SILVA', document: '73164025807' },
    service: { id: '7701', name: 'FIBRA 500 MEGA', state: 'Cancelado', isCancelled: true },
    city: 'LAVRAS',
    issuer: '04718253000156',
    invoices: [
      {
        id: '1',
        due: '2026-08-10',
        cents: 119_90,
        daysLate: 107,
        description: 'Mensalidade',
        isRegistered: false,
        reasons: [],
      },
    ],
    reasons: [],
  })
})

test.each<[string, Partial<OverdueInvoice>, string]>([
  ['too young a debt', { due: dayOf('2026-11-20') }, 'block not-late-enough'],
  ['too old a debt (case G36)', { due: dayOf('2021-12-24') }, 'block too-old'],
  ['too small a debt (case G96)', { cents: 9_99 as never }, 'block value-too-small'],
  [
    'a service that runs (case G35)',
    { service: { name: '', state: '', isCancelled: false } },
    'warn service-active',
  ],
  ['a service that nobody names', { service: null }, 'warn service-unknown'],
  ["another branch's debt", { issuer: '90001000000107' }, 'block issuer-differs'],
  ['a fine', { isFee: true }, 'block fee'],
  ['a partly paid one (case G40)', { fact: 'partial' }, 'block not-open'],
  ['no payable slip (case G55)', { slip: null }, 'warn no-payable-slip'],
])('%s says so beside the invoice', (_, fields, reason) => {
  const [invoice] = judged(fields).invoices
  expect(codes(invoice!.reasons)).toEqual([reason])
})

test('what concerns the person stands once', () => {
  const customer = overdueInvoice().customer
  const of = (fields: Partial<OverdueInvoice['customer']>) =>
    codes(judged({ customer: { ...customer, ...fields } }).reasons)
  expect(of({ document: '73164025808' })).toEqual(['block document-invalid'])
  expect(of({ document: null, birth: null })).toEqual(['block document-invalid', 'warn birth-unknown'])
  expect(of({ birth: dayOf('2010-01-01') })).toEqual(['block minor'])
  expect(of({ name: ' ' })).toEqual(['block name-missing'])
  expect(codes(judged({}, { consultedName: 'PEDRO ALVES' }).reasons)).toEqual(['warn name-differs'])
})

test('a document is bare, and as the ERP has it when it is none', () => {
  const customer = overdueInvoice().customer
  const of = (document: string | null) => judged({ customer: { ...customer, document } }).customer.document
  expect([of('731.640.258-07'), of('123'), of(null)]).toEqual(['73164025807', '123', ''])
})

test('a service of which only the number is known is named by it', () => {
  expect(judged({ service: null }).service).toEqual({ id: '7701', name: '', state: '', isCancelled: false })
  expect(judged({ service: null, serviceId: null }).service).toBeNull()
})

const integration = (fields: Partial<IntegrationRecord> = {}) =>
  ({ id: 'i1', creditor, environment: 'production', ...fields }) as IntegrationRecord

const clock = () => Date.parse('2026-11-25T13:00:00Z')
const judgeOver = async (
  records: NegativationRecord[],
  integrations = [integration()],
  elapsed = () => 0,
) => {
  const store = memoryStore()
  for (const value of records)
    await store.commit([{ collection: 'negativations', id: value.id, value }, ...linksOf(value)])
  const registry = { list: async () => integrations }
  return { store, judge: candidateJudge({ store, registry, clock, elapsed }) }
}
const held = (id: string, fields: Partial<NegativationRecord> = {}) => {
  const record = recordIn('active', { id: `r${id}`, erpId: 'e1', ...fields })
  return { ...record, invoices: [{ ...record.invoices[0]!, id }] }
}
const registeredOf = async ({ judge }: Awaited<ReturnType<typeof judgeOver>>, erpId = 'e1') => {
  const [candidate] = await judge(erpId, [debtOf({}, {}, {})])
  return candidate!.invoices.filter(({ isRegistered }) => isRegistered).map(({ id }) => id)
}

test('G43 · an invoice that a live record holds is registered, and blocked', async () => {
  const world = await judgeOver([held('1'), held('2', { state: 'removed' }), held('3', { state: 'sending' })])
  expect(await registeredOf(world)).toEqual(['1', '3'])
  expect(await registeredOf(world, 'e2')).toEqual([])
  const [candidate] = await world.judge('e1', [debtOf({})])
  expect(codes(candidate!.invoices[0]!.reasons)).toEqual(['block already-registered'])
})

test('G56 · a test record is in nobody’s way while a real registration is possible', async () => {
  const record = held('1', { environment: 'test' })
  const both = [integration(), integration({ id: 'i2', environment: 'test' })]
  expect(await registeredOf(await judgeOver([record]))).toEqual([])
  expect(await registeredOf(await judgeOver([record], both))).toEqual([])
  expect(await registeredOf(await judgeOver([record], [integration({ environment: 'test' })]))).toEqual(['1'])
})

test('it takes a breath every ten milliseconds, so that nobody else is held up', async () => {
  let now = 0
  const elapsed = () => (now += 2)
  const { judge } = await judgeOver([], [integration()], elapsed)
  let others = 0
  let isDone = false
  const turn = (): void => {
    others += 1
    if (!isDone) setImmediate(turn)
  }
  setImmediate(turn)
  await judge(
    'e1',
    Array.from({ length: 500 }, () => debtOf({})),
  )
  isDone = true
  expect(now / 10).toBeGreaterThan(100)
  expect(others).toBeGreaterThan(now / 20)
})
