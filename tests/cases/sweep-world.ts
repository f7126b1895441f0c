import { randomBytes } from 'node:crypto'
import type { RemovalRecord, NegativationRecord } from '../../proxy/store/records.ts'
import { ledgerOf } from '../../proxy/negativation/ledger.ts'
import { usualPace } from '../../proxy/negativation/pace.ts'
import { linksOf } from '../../proxy/negativation/registered.ts'
import { defaultInclusionPolicy } from '../../proxy/policy/inclusion-policy.ts'
import { memoryStore } from '../../proxy/store/memory-store.ts'
import type { Store } from '../../proxy/store/store.ts'
import { createSweeper } from '../../proxy/sweep/sweeper.ts'
import type { Sweeper } from '../../proxy/sweep/sweeper.ts'
import { createTasks } from '../../proxy/tasks/tasks.ts'
import type { InclusionPolicy, TaskKind } from '../../shared/api.ts'
import type { FakeErp } from '../fakes/erp.ts'
import { fakeErp } from '../fakes/erp.ts'
import { NOW } from './credit-service.ts'
import { dayOf, sampleNegativation } from './sample-negativation.ts'

export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

/** A wish as it stands before anything of it was sent. */
export const sampleRemoval = (fields: Partial<RemovalRecord> = {}): RemovalRecord => ({
  cause: 'paid',
  reason: { code: '01', text: 'Pagamento da dívida' },
  requestedAt: '2026-11-25T12:00:00.000Z',
  requestedBy: 'Nada Consta',
  clockFrom: dayOf('2026-11-24'),
  deadline: dayOf('2026-12-01'),
  attempts: 0,
  nextAt: null,
  absentReads: 0,
  lastReadAt: null,
  acceptedAt: null,
  problem: null,
  isHeld: false,
  ...fields,
})

/** The sweeper over a real ledger and real tasks in memory, an ERP that does as it is told, and two clocks that a test moves. */
export const sweepWorld = (
  options: { store?: Store; erp?: FakeErp; policy?: Partial<InclusionPolicy> } = {},
) => {
  const store = options.store ?? memoryStore()
  const erp = options.erp ?? fakeErp()
  const time = { wall: NOW, elapsed: 0 }
  const clock = (): number => time.wall
  const ledger = ledgerOf({ store, clock })
  const tasks = createTasks({ store, ledger, clock, random: randomBytes })
  const latched: string[] = []
  const failures: unknown[] = []
  const erps = [{ id: 'erp-1', erp: erp.erp }]
  const open = (): Sweeper =>
    createSweeper({
      store,
      ledger,
      tasks,
      erps: async () => erps,
      removalReason: async (_record, cause) => ({ code: cause === 'paid' ? '01' : '19', text: cause }),
      policy: async () => ({ ...defaultInclusionPolicy, ...options.policy }),
      clock,
      elapsed: () => time.elapsed,
      random: randomBytes,
      pace: usualPace,
      onLatched: () => void latched.push('kick'),
      onFailure: (thrown) => void failures.push(thrown),
    })
  let sweeper = open()

  /** A record with its links; its invoices stand open at the ERP unless they are there already. */
  const register = async (fields: Partial<NegativationRecord> = {}): Promise<NegativationRecord> => {
    const record = sampleNegativation(fields)
    await store.commit([{ collection: 'negativations', id: record.id, value: record }, ...linksOf(record)])
    for (const invoice of record.invoices)
      erp.add({
        id: invoice.id,
        customerId: record.customer.id,
        due: invoice.due,
        cents: invoice.cents as never,
        document: record.debtor.document,
        serviceId: record.service?.id ?? null,
      })
    return record
  }
  const get = (id = 'record-1') => ledger.get(id)
  /** Kinds and parameters of the tasks that stand open. */
  const openTasks = async (): Promise<[TaskKind, object][]> =>
    (await store.query('tasks', { isOpen: true })).map(({ kind, params }) => [kind, params])

  return {
    store,
    erp,
    erps,
    ledger,
    time,
    latched,
    failures,
    register,
    get,
    openTasks,
    /** Both clocks go on. */
    pass: (milliseconds: number) => {
      time.wall += milliseconds
      time.elapsed += milliseconds
    },
    tick: () => sweeper.tick(),
    /** Ticks until a whole audit is through. */
    audit: async () => {
      time.wall += day
      time.elapsed += day
      await sweeper.tick()
    },
    sweeper: () => sweeper,
    restart: () => {
      sweeper = open()
    },
    invoices: (...ids: string[]) =>
      ids.map((id) => ({ ...sampleNegativation().invoices[0]!, id, checkedAt: '2026-11-24T13:00:00.000Z' })),
  }
}
export type SweepWorld = ReturnType<typeof sweepWorld>
