import type { OperationInput, Task } from '../../../shared/api.ts'
import { AppError } from '../../../shared/errors.ts'
import { pefinPair } from '../../cases/credit-service.ts'
import { apiUser } from '../../cases/debt-desk.ts'
import { desk as client } from '../batch-life.ts'
import { erpId, integrationId } from '../integration-setup.ts'
import type { Debt, Debts } from './debts.ts'
import type { ServiceLife } from './service-life.ts'
import type { BureauDesk } from './bureau-desk.ts'

interface DeskDeps {
  debts: Debts
  bureau: () => BureauDesk
  roll: () => number
  /** Lets the act come to its end while time goes by; whatever it does not reach in some minutes goes on by itself. */
  during: (act: Promise<unknown>) => Promise<void>
}

const caller = { client }
const written = 'Contrato encerrado, valores conferidos.'

/** What the service refuses in so many words is an answer like any other; a mistake in the program is not. */
const refusable = (act: Promise<unknown>): Promise<unknown> =>
  act.catch((thrown: unknown) => {
    if (!(thrown instanceof AppError) || thrown.code === 'internal') throw thrown
  })

/** The people at the provider's desk: they register, answer tasks and renew passwords. */
export const deskOf = ({ debts, bureau, roll, during }: DeskDeps) => {
  /** Not yet at the bureau as far as the desk knows. */
  let waiting: Debt[] = []

  const uuid = (): string => {
    const hex = Array.from({ length: 32 }, () => Math.floor(16 * roll()).toString(16)).join('')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
  }
  const selected = ({ customerId, serviceId, invoiceIds }: Debt) => ({
    customerId: String(customerId),
    serviceId: String(serviceId),
    invoiceIds: invoiceIds.map(String),
  })

  const single = async ({ services }: ServiceLife, debt: Debt): Promise<void> => {
    const { handlers } = services
    const draft = await handlers.negativationDraft(
      { erpId, integrationId, reasonCode: 'TI', ...selected(debt) },
      caller,
    )
    const input: OperationInput<'negativationConfirm'> = {
      id: draft.negativation.id,
      key: uuid(),
      seal: draft.seal,
      accepted: draft.reasons.filter(({ level }) => level === 'warn').map(({ code }) => code),
      written,
    }
    const press = () => handlers.negativationConfirm({ ...input, written }, caller)
    // Twice, as a double click does it.
    await Promise.all(roll() < 0.2 ? [press(), press()] : [press()])
  }
  const batch = async ({ services }: ServiceLife, several: readonly Debt[]): Promise<void> => {
    const { handlers } = services
    const { batch: made } = await handlers.batchDraft(
      {
        key: uuid(),
        erpId,
        integrationId,
        reasonCode: 'TI',
        part: 0,
        parts: 1,
        debts: several.map(selected),
      },
      caller,
    )
    if (!made) return
    await services.idle()
    const { id } = made
    const { warnings } = await handlers.batchSimulation({ id, accepted: [] }, caller)
    const accepted = warnings.map(({ code }) => code)
    const { seal, going } = await handlers.batchSimulation({ id, accepted }, caller)
    if (going.people === 0) return void (await handlers.batchCancel({ id }, caller))
    await handlers.batchConfirm({ id, key: uuid(), seal, people: going.people, accepted, written }, caller)
    await services.idle()
  }

  /** By what the bureau's own site shows; never says what is not so. */
  const answer = async ({ services, store }: ServiceLife, task: Task): Promise<void> => {
    const [record] = await store.query('negativations', { id: task.negativationId })
    if (!record) return
    const isListed = bureau()
      .pefin.live(record.debtor.document)
      .some(({ contract }) => contract === record.contract)
    const honest = task.actions.filter(
      (action) =>
        (action !== 'confirm-listed' || isListed) &&
        (action !== 'confirm-not-listed' || !isListed) &&
        // Of what is paid nobody says that it stays.
        action !== 'keep',
    )
    const action = honest[Math.floor(roll() * honest.length)] ?? task.actions[0]!
    const debt = debts.ofContract(record.contract)
    if (action === 'keep' && debt) debt.isSettled = task.kind !== 'payment-undone'
    await services.handlers.taskResolve({ id: task.id, action, note: 'conferido no site do birô' }, caller)
  }

  return {
    /** In the morning of a business day. */
    register: async (life: ServiceLife, newDebts: number): Promise<void> => {
      for (let turn = 0; turn < newDebts; turn += 1) waiting.push(debts.arise())
      waiting = waiting
        .filter(({ includedAt, clearedAt }) => includedAt === null && clearedAt === null)
        .slice(-12)
      const today = waiting
      if (today.length === 0) return
      const [first, ...rest] = today
      if (roll() < 0.5 || rest.length === 0)
        for (const debt of today) await during(refusable(single(life, debt)))
      else {
        await during(refusable(batch(life, rest)))
        if (!life.fate.isDead) await during(refusable(single(life, first!)))
      }
    },
    /** In the afternoon: some of what is asked, and what stands still goes on. */
    tidy: async (life: ServiceLife): Promise<void> => {
      const { handlers } = life.services
      const look = async (): Promise<void> => {
        await handlers.daySummary({}, caller)
        for (const each of (await handlers.batches({}, caller)).batches)
          if (['paused', 'stopped', 'interrupted'].includes(each.state))
            await refusable(
              roll() < 0.5
                ? handlers.batchResume({ id: each.id }, caller)
                : handlers.batchCancel({ id: each.id }, caller),
            )
          else if (each.state === 'draft') await refusable(handlers.batchCancel({ id: each.id }, caller))
        for (const task of (await handlers.tasks({}, caller)).tasks)
          if (roll() < 0.25) await refusable(answer(life, task))
      }
      await during(look())
    },
    renewBureau: (life: ServiceLife, password: string): Promise<void> =>
      during(
        life.services.handlers.credentialsSave(
          { id: integrationId, pair: 'pefin', login: pefinPair.login, password },
          caller,
        ),
      ),
    renewErp: (life: ServiceLife, password: string): Promise<void> =>
      during(
        life.services.handlers.erpUpdate(
          { id: erpId, ...apiUser, baseUrl: 'https://api.provedor.example', password },
          caller,
        ),
      ),
  }
}
