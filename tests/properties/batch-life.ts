import type { Inclusions, Removals } from '../../proxy/bureaus/bureau.ts'
import { batchBook } from '../../proxy/batch/book.ts'
import { finishBatch } from '../../proxy/batch/finish.ts'
import { itemStates } from '../../proxy/batch/item-states.ts'
import type { Wait } from '../../proxy/batch/lane.ts'
import { readItem } from '../../proxy/batch/read-item.ts'
import { batchRecovery } from '../../proxy/batch/recovery.ts'
import { createBatchRunner } from '../../proxy/batch/runner.ts'
import type { Erp } from '../../proxy/erps/erp.ts'
import { integrationRegistry } from '../../proxy/integrations/registry.ts'
import { confirmer } from '../../proxy/negativation/confirm.ts'
import { createDrafts } from '../../proxy/negativation/draft.ts'
import { includer } from '../../proxy/negativation/include.ts'
import { ledgerOf } from '../../proxy/negativation/ledger.ts'
import { newestPayments } from '../../proxy/negativation/newest-payment.ts'
import { outcomesIn } from '../../proxy/negativation/outcomes.ts'
import { usualPace } from '../../proxy/negativation/pace.ts'
import { personAct } from '../../proxy/negativation/person-act.ts'
import { reasonsOver } from '../../proxy/negativation/reasons.ts'
import { recordIndex } from '../../proxy/negativation/record-index.ts'
import { inclusionRecovery } from '../../proxy/negativation/recover-inclusions.ts'
import { createSender } from '../../proxy/negativation/sender.ts'
import { recordViewer } from '../../proxy/negativation/service.ts'
import { readInclusionPolicy } from '../../proxy/policy/inclusion-policy.ts'
import type { ClientRecord } from '../../proxy/store/records.ts'
import type { Store } from '../../proxy/store/store.ts'
import type { Vault } from '../../proxy/vault/vault.ts'
import type { SelectedDebt } from '../../shared/api.ts'
import { creditor, erpId, integrationId } from './integration-setup.ts'
import { randomOf } from './random-of.ts'

/** What outlives a process, and what lies outside of it. */
export interface BatchSurroundings {
  store: Store
  vault: Vault
  erp: Erp
  bureau: Inclusions & Pick<Removals, 'debtState'>
  clock: () => number
  elapsed: () => number
  wait?: Wait
}

export const desk: ClientRecord = {
  id: 'desk-1',
  name: 'Balcão 1',
  origin: 'chrome-extension://desk',
  scopes: ['query', 'include', 'remove', 'admin'],
  pairedAt: '2026-01-05T12:00:00.000Z',
  lastSeenAt: null,
  revokedAt: null,
}

/** One life of the process: everything that sends a batch, put together as the service does it, and what a person does with it. */
export const batchLife = async (outside: BatchSurroundings, seed = 1) => {
  const { store, vault, clock } = outside
  const random = randomOf(seed)
  const failures: unknown[] = []
  const onFailure = (thrown: unknown): void => void failures.push(thrown)
  const ledger = ledgerOf({ store, clock })
  const index = recordIndex({ store, ledger })
  const registry = integrationRegistry({ store, vault, random })
  const erps = { get: async () => outside.erp, all: async () => [] }
  const viewOf = recordViewer({ store, clock })
  const reasons = reasonsOver({ store, clock, index, newestPayment: newestPayments({ erps, clock }) })
  const drafts = createDrafts({ store, ledger, registry, erps, reasons, clock, random, viewOf })
  const outcomes = outcomesIn(ledger, onFailure)
  const lookUps: Pick<Removals, 'debtState'> = { debtState: (...call) => outside.bureau.debtState(...call) }
  const steps = confirmer({
    store,
    ledger,
    vault,
    drafts,
    index,
    lookUps,
    clock,
    random,
    pace: usualPace,
    viewOf,
  })
  const sender = createSender({
    ledger,
    index,
    confirmer: steps,
    include: includer({ include: (...call) => outside.bureau.include(...call) }),
    outcomes,
  })
  const book = batchBook({ store, clock })
  const states = itemStates({ book, ledger, index, clock })
  const finish = finishBatch({ book, states, clock })
  const act = personAct({ client: desk })
  const runner = createBatchRunner({
    ...outside,
    book,
    states,
    ledger,
    index,
    drafts,
    confirmer: steps,
    sender,
    policy: () => readInclusionPolicy(store),
    finish,
    random,
    onFailure,
  })
  await inclusionRecovery({ store, ledger, onFailure }).run()
  await batchRecovery({ store, book, clock, onFailure }).run()

  const at = (): string => new Date(clock()).toISOString()
  const wishOf = ({ customerId, serviceId, invoiceIds }: SelectedDebt) => ({
    erpId,
    customerId,
    integrationId,
    serviceId,
    invoiceIds,
    reasonCode: 'TI',
  })

  return {
    store,
    ledger,
    index,
    drafts,
    book,
    runner,
    states,
    sender,
    outcomes,
    act,
    failures,
    /** Reads everybody and confirms at once, every warning accepted; nothing is sent yet. */
    confirmed: async (debts: readonly SelectedDebt[]): Promise<string> => {
      const batchId = `batch-${Buffer.from(random(6)).toString('hex')}`
      const places = debts.map((asked, turn) => ({
        batchId,
        position: turn + 1,
        asked,
        key: `${batchId}-key-${turn + 1}`,
      }))
      const items = []
      for (const place of places) {
        const item = readItem(place, await drafts.readDebt(wishOf(place.asked)))
        items.push({ ...item, isGoing: item.reasons.every(({ level }) => level === 'warn') })
      }
      const first = items.find(({ shown }) => shown)?.shown
      if (!first) throw new Error('nobody owes anything')
      const going = items.filter(({ isGoing }) => isGoing)
      const totals = { people: going.length, debts: going.length, invoices: going.length, cents: 0 }
      await book.create(
        {
          id: batchId,
          state: 'running',
          key: batchId,
          version: 0,
          createdAt: at(),
          createdBy: desk.name,
          erpId,
          integrationId,
          integration: 'Matriz',
          creditor,
          environment: 'production',
          reason: first.reason,
          selected: totals,
          readProblem: null,
          seal: 'seal',
          confirmation: {
            at: at(),
            by: desk.name,
            clientId: desk.id,
            key: batchId,
            accepted: [...new Set(items.flatMap((item) => item.reasons.map(({ code }) => code)))],
            written: 'Contrato encerrado.',
            going: totals,
          },
          approvedBy: null,
          stop: null,
          endedAt: null,
          log: [],
        },
        items,
      )
      return batchId
    },
    /** A person's act: begins, or goes on after a pause, a stop or a restart. */
    resume: async (batchId: string): Promise<void> => {
      await book.change(batchId, ({ state }) =>
        state === 'done' || state === 'cancelled' || state === 'running'
          ? null
          : {
              fields: { state: 'running', stop: null },
              entry: { event: 'resumed', actor: desk.name, text: null },
            },
      )
      if ((await book.get(batchId)).state === 'running') runner.start(act, batchId)
    },
    pause: async (batchId: string): Promise<void> => {
      await book.change(batchId, ({ state }) =>
        state === 'running'
          ? { fields: { state: 'paused' }, entry: { event: 'paused', actor: desk.name, text: null } }
          : null,
      )
      await runner.halt(batchId)
    },
    /** Gives up what has not left. */
    cancel: async (batchId: string): Promise<void> => {
      await book.change(batchId, ({ state }) =>
        state === 'done' || state === 'cancelled' ? null : { fields: { state: 'cancelled' }, entry: null },
      )
      void runner.halt(batchId)
    },
    /** What is there of a single debt, and of everybody in a batch. */
    recordsOf: (key: string) => store.query('negativations', { key }),
    counts: async (batchId: string) => (await states.of(batchId)).counts(),
    single: async (asked: SelectedDebt) => {
      const { negativation, seal, reasons: found } = await drafts.open(wishOf(asked), desk.name)
      return sender.press(act, {
        id: negativation.id,
        key: crypto.randomUUID(),
        seal,
        accepted: found.map(({ code }) => code),
        written: 'Contrato encerrado.',
      })
    },
  }
}
export type BatchLife = Awaited<ReturnType<typeof batchLife>>
