import { today } from '../../shared/business-time.ts'
import type { Task, TaskAction } from '../../shared/api.ts'
import { readInclusionPolicy, saveInclusionPolicy } from '../../proxy/policy/inclusion-policy.ts'
import { memoryStore } from '../../proxy/store/memory-store.ts'
import type { ClientRecord, NegativationRecord } from '../../proxy/store/records.ts'
import { memoryVault } from '../../proxy/vault/memory-vault.ts'
import { fakeBureau } from '../fakes/bureau.ts'
import { fakeErp } from '../fakes/erp.ts'
import type { Core, Surroundings } from './core.ts'
import { openCore } from './core.ts'
import { fillErp, overheard, owing } from './debtors.ts'
import type { Debt } from './debtors.ts'
import { erpId, integrationId, setUp } from './integration-setup.ts'
import type { Pace } from '../../proxy/negativation/pace.ts'
import { hour, minute, paced } from './paced.ts'
import type { Temper } from './steps.ts'
import { settle, virtualTime } from './virtual-time.ts'

/** A bureau that does everything at once. */
export const easyTemper: Temper = {
  isDaily: false,
  removesBeforeActive: true,
  forgetsEnded: false,
  refusesDuplicates: true,
}

const start = Date.parse('2026-11-24T13:00:00Z')
const nightEvery = 2 * hour

const browser: ClientRecord = {
  id: 'desk-1',
  name: 'Balcão 1',
  origin: 'chrome-extension://desk',
  scopes: ['query', 'include', 'remove', 'admin'],
  pairedAt: '2026-01-05T12:00:00.000Z',
  lastSeenAt: null,
  revokedAt: null,
}

const caller = { client: browser }

/** The provider, its debtors, the bureau and the service, all in one process on a clock that only the test moves. */
export const clearingWorld = async ({
  seed = 1,
  temper = easyTemper,
  startAt = start,
  pace = paced,
}: { seed?: number; temper?: Temper; startAt?: number; pace?: Pace } = {}) => {
  const time = virtualTime(startAt)
  const fake = fakeErp()
  const debts = fillErp(fake)
  const bureau = fakeBureau({ clock: time.clock })
  /** The last word on each invoice that anybody here was told, and that the clearing side was told. */
  const told = new Map<string, string>()
  const toldClearing = new Map<string, string>()
  const breaches: string[] = []
  bureau.pefin.mode = temper.isDaily ? 'daily' : 'immediate'
  bureau.pefin.letterDays = 2
  bureau.pefin.removesBeforeActive = temper.removesBeforeActive
  bureau.pefin.forgetsEnded = temper.forgetsEnded
  bureau.pefin.refusesDuplicates = temper.refusesDuplicates

  const outside: Surroundings = {
    store: memoryStore(),
    vault: memoryVault(),
    time,
    erp: { desk: overheard(fake.erp, told), program: overheard(fake.erp, told, toldClearing) },
    pace,
    bureau: {
      remove: async (credentials, removal) => {
        const { contract } = removal
        const [record] = await outside.store.query('negativations', { contract, state: 'removing' })
        if (!record) breaches.push('a removal left without an intent on disk')
        const owed = record?.invoices.filter(({ id }) => owing.has(toldClearing.get(id) ?? '')) ?? []
        if (record?.removal?.cause === 'paid' && owed.length > 0)
          breaches.push('a removal left after the ERP took the payment back')
        return bureau.remove(credentials, removal)
      },
      debtState: (...call) => bureau.debtState(...call),
      include: async (credentials, inclusion) => {
        const [record] = await outside.store.query('negativations', {
          contract: inclusion.contract,
          state: 'sending',
        })
        if (!record) breaches.push('an inclusion left without an intent on disk')
        if (record?.removal) breaches.push('an inclusion left after the wish to clear')
        if (record?.invoices.some(({ id }) => told.get(id) !== 'open'))
          breaches.push('an inclusion left after the payment was known')
        return bureau.include(credentials, inclusion)
      },
    },
  }
  await setUp(outside.store, outside.vault)

  let lives = 0
  const live = (): Promise<Core> => openCore(outside, (lives += 1) * 1000 + seed)
  let core = await live()
  let night = nightEvery

  const recordsOf = (debt: Debt): Promise<NegativationRecord[]> =>
    outside.store
      .query('negativations', {})
      .then((records) => records.filter(({ invoices }) => debt.invoiceIds.includes(invoices[0]?.id ?? '')))

  const press = async ({ customerId, invoiceIds }: Debt): Promise<void> => {
    const { handlers } = core
    const { negativation, seal, reasons } = await handlers.negativationDraft(
      {
        erpId,
        customerId,
        integrationId,
        serviceId: `s${customerId}`,
        invoiceIds,
        reasonCode: 'TI',
      },
      caller,
    )
    const input = {
      id: negativation.id,
      key: crypto.randomUUID(),
      seal,
      accepted: reasons.map(({ code }) => code),
      written: 'Contrato encerrado',
    }
    await handlers.negativationConfirm(input, caller)
  }

  /** Lets so many minutes pass, tick by tick. */
  const wait = async (minutes: number, every = 1): Promise<void> => {
    for (let passed = 0; passed < minutes; passed += every) {
      time.advance(every * minute)
      if (time.elapsed() >= night) {
        night = time.elapsed() + nightEvery
        bureau.pefin.processDay()
      }
      await core.tick()
    }
    if (minutes === 0) await core.tick()
  }

  /** What a person finds at the bureau's own site. */
  const isListed = async (task: Task): Promise<boolean> => {
    const { contract, debtor } = await core.ledger.get(task.negativationId)
    return bureau.pefin.live(debtor.document).some((record) => record.contract === contract)
  }

  return {
    time,
    fake,
    bureau,
    debts,
    breaches,
    outside,
    recordsOf,
    wait,
    press,
    caller,
    core: () => core,
    /** The process dies after so many steps of whatever it was doing, and starts again. */
    restart: async (depth: number): Promise<void> => {
      for (let turn = 0; turn < depth; turn += 1) await Promise.resolve()
      core.kill()
      await settle()
      core = await live()
    },
    pause: async (isPaused: boolean): Promise<void> => {
      await saveInclusionPolicy(outside.store, { ...(await readInclusionPolicy(outside.store)), isPaused })
    },
    /** Requests that lay in some queue; the platform refuses one whose contract is there by then. */
    commitLate: (): void => {
      const { refusesDuplicates } = bureau.pefin
      bureau.pefin.refusesDuplicates = true
      bureau.pefin.commitLate()
      bureau.pefin.refusesDuplicates = refusesDuplicates
    },
    /** A person answers a task by what the bureau's site shows, or chooses; never says what is not so. */
    resolve: async (task: Task, choice: number): Promise<void> => {
      const listed = await isListed(task)
      const honest = task.actions.filter(
        (action: TaskAction) =>
          (action !== 'confirm-listed' || listed) && (action !== 'confirm-not-listed' || !listed),
      )
      const action = honest[choice % Math.max(1, honest.length)]
      if (action)
        await core.handlers.taskResolve({ id: task.id, action, note: 'conferido no site do birô' }, caller)
    },
    tasks: async (): Promise<Task[]> => (await core.handlers.tasks({}, caller)).tasks,
    removeByHand: async (id: string): Promise<void> => {
      await core.handlers.removalRequest({ id, reasonCode: '03', note: 'a pedido' }, caller)
    },
    payToday: (invoiceId: string): void => fake.pay(invoiceId, today(time.clock)),
  }
}
export type World = Awaited<ReturnType<typeof clearingWorld>>
