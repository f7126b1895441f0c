import { randomBytes } from 'node:crypto'
import type { Removals } from '../../proxy/bureaus/bureau.ts'
import type { Erp } from '../../proxy/erps/erp.ts'
import { hubsoft } from '../../proxy/erps/hubsoft/hubsoft.ts'
import { ledgerOf } from '../../proxy/negativation/ledger.ts'
import { usualPace } from '../../proxy/negativation/pace.ts'
import { linksOf } from '../../proxy/negativation/registered.ts'
import { createRunner } from '../../proxy/negativation/runner.ts'
import { request } from '../../proxy/net/request.ts'
import { readInclusionPolicy } from '../../proxy/policy/inclusion-policy.ts'
import { memoryStore } from '../../proxy/store/memory-store.ts'
import type { NegativationRecord } from '../../proxy/store/records.ts'
import type { Store } from '../../proxy/store/store.ts'
import { createSweeper } from '../../proxy/sweep/sweeper.ts'
import { createTasks } from '../../proxy/tasks/tasks.ts'
import { startHubsoftApi } from '../simulators/hubsoft-api/start-hubsoft-api.ts'
import type { HubsoftApiSimulator } from '../simulators/hubsoft-api/start-hubsoft-api.ts'
import { sampleDebt } from './sample-debts.ts'

const sizes = [10_000, 100_000] as const
const payments = 200
const pageSize = 500
/** Look-ups per record that are really made; the others are counted. */
const lookedUp = 100
const now = Date.parse('2026-11-25T13:00:00Z')
const clock = (): number => now
const erpId = 'erp'
const count = (value: number): string => value.toLocaleString('en').replaceAll(',', ' ')

/** Each debt is another customer's: the documents are few, the customers as many as the debts. */
const debt = (index: number): NegativationRecord => {
  const sample = sampleDebt(index)
  return { ...sample, erpId, customer: { id: String(1_000_000 + index), code: String(index) } }
}

const fillStore = async (store: Store, size: number): Promise<void> => {
  for (let from = 0; from < size; from += 1_000) {
    const debts = Array.from({ length: Math.min(1_000, size - from) }, (_, place) => debt(from + place))
    await store.commit(
      debts.flatMap((value) => [
        { collection: 'negativations' as const, id: value.id, value },
        ...linksOf(value),
      ]),
    )
  }
}

/** The same debts at the ERP, so many of them paid since yesterday. */
const fillErp = ({ database }: HubsoftApiSimulator, size: number): void => {
  const [customer] = database.customers
  const [invoice] = database.invoices
  if (!customer || !invoice) throw new Error('the simulator is empty')
  database.customers.length = 0
  database.invoices.length = 0
  for (let index = 0; index < size; index += 1) {
    const { debtor, customer: of, invoices, totalCents } = debt(index)
    database.customers.push({ ...customer, id: Number(of.id), code: index, document: debtor.document })
    database.invoices.push({
      ...invoice,
      id: Number(invoices[0]!.id),
      customerId: Number(of.id),
      due: invoices[0]!.due,
      cents: totalCents,
      paid: null,
      receipts: [],
    })
  }
  const step = size / payments
  for (let payment = 0; payment < payments; payment += 1)
    database.pay(Number(debt(payment * step).invoices[0]!.id), { on: '2026-11-24' })
}

const open = (store: Store, erp: Erp) => {
  const ledger = ledgerOf({ store, clock })
  const tasks = createTasks({ store, ledger, clock, random: randomBytes })
  let removed = 0
  const removals: Removals = {
    remove: async () => {
      removed += 1
      return { kind: 'accepted', protocol: `B${removed}` }
    },
    debtState: async () => ({ kind: 'absent' }),
  }
  const shared = { store, ledger, tasks, clock, random: randomBytes, pace: usualPace }
  const runner = createRunner({
    isHeldBack: async () => false,
    ...shared,
    removals: async () => ({ removals, credentials: { login: 'bench', password: 'bench' } }),
    erpOf: async () => erp,
  })
  const sweeper = createSweeper({
    ...shared,
    erps: async () => [{ id: erpId, erp }],
    removalReason: async () => ({ code: '01', text: 'Pagamento da dívida' }),
    policy: () => readInclusionPolicy(store),
    elapsed: () => performance.now(),
    onLatched: () => runner.kick(),
  })
  return { runner, sweeper, removed: () => removed }
}

interface SweepFigure {
  size: number
  /** Requests that reached the ERP, log-in left out: pages of payments, and reads of one invoice. */
  requests: number
  removed: number
  /** Until the last removal was sent. */
  milliseconds: number
  limit: number
  /** Requests of one look-up per active record, the way without a payments feed. */
  lookUps: number
}

const measure = async (size: number): Promise<SweepFigure> => {
  const api = await startHubsoftApi({ clock })
  try {
    fillErp(api, size)
    const store = memoryStore()
    await fillStore(store, size)
    const access = {
      baseUrl: api.url,
      clientId: '17',
      clientSecret: 's3cr3t',
      username: 'integracao@provedor.example',
      password: 'hubsoft-123',
    }
    const erp = hubsoft({ request, clock, access })
    const { runner, sweeper, removed } = open(store, erp)
    const asked = (): number => api.ledger.requests.filter(({ call }) => call !== 'token').length

    const begun = performance.now()
    await sweeper.sweepNow()
    await runner.idle()
    const milliseconds = performance.now() - begun
    const requests = asked()
    api.ledger.clear()

    for (let index = 0; index < lookedUp; index += 1)
      await erp.invoices(debt(index).customer.id, debt(index).invoices)
    const lookUps = (asked() * size) / lookedUp
    await Promise.all([sweeper.stop(), runner.stop()])
    const limit = Math.ceil(payments / pageSize) + removed() + 2
    return { size, requests, removed: removed(), milliseconds, limit, lookUps }
  } finally {
    await api.close()
  }
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`

/**
 * A look at the payments with 200 of them, over real HTTP against the simulator and counted in its ledger, each removal's last read
 * of its invoice included; beside it one look-up per active record, of which 100 are made and the rest is counted.
 * @returns whether the limit is reached with every size
 */
export const benchSweep = async (print: (line: string) => void): Promise<boolean> => {
  let isReached = true
  for (const size of sizes) {
    const { requests, removed, milliseconds, limit, lookUps } = await measure(size)
    isReached &&= requests <= limit && removed === payments
    print(
      `sweep over ${count(size)} active records, ${payments} payments, ${removed} removals: ${count(requests)} ERP requests in ${seconds(milliseconds)} (to reach: ≤ ${limit}); one look-up per record ${count(lookUps)} requests (${lookedUp} made, scaled)`,
    )
  }
  return isReached
}

if (import.meta.main) await benchSweep((line) => process.stdout.write(`${line}\n`))
