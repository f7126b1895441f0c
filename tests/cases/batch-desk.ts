import { defaultInclusionPolicy } from '../../proxy/policy/inclusion-policy.ts'
import type {
  Batch,
  EligibilityCode,
  InclusionPolicy,
  OperationInput,
  SelectedDebt,
  Simulation,
} from '../../shared/api.ts'
import type { Defaulter } from '../simulators/hubsoft-api/seed/defaulters.ts'
import { addDefaulters } from '../simulators/hubsoft-api/seed/defaulters.ts'
import type { Browser } from './credit-service.ts'
import type { DebtDesk, Platforms } from './debt-desk.ts'
import { freshDesk, startPlatforms } from './debt-desk.ts'

/** Both platforms, with so many people against whose one invoice nothing speaks. */
export const platformsWithDefaulters = async (people: number) => {
  const platforms = await startPlatforms()
  const defaulters = addDefaulters(platforms.hubsoft.database, people, {
    today: '2026-11-25',
    isPlain: true,
  })
  return { platforms, defaulters }
}

/** What a screen selects of somebody: one debt for each of his services. */
export const debtsOf = ({ customerId, debts }: Defaulter): SelectedDebt[] =>
  debts.map(({ serviceId, invoices }) => ({
    customerId: String(customerId),
    serviceId: String(serviceId),
    invoiceIds: invoices.map(({ id }) => String(id)),
  }))

/** Every warning that the simulation names, accepted, and the number of people typed. */
export const everythingAccepted = (simulation: Simulation): EligibilityCode[] =>
  simulation.warnings.map(({ code }) => code)

/** A desk where batches are made. */
export const batchDesk = async (platforms: Platforms, options?: Parameters<typeof freshDesk>[1]) => {
  const desk: DebtDesk = await freshDesk(platforms, options)
  const { ana, service, erpId, integrationId } = desk

  const policy = (fields: Partial<InclusionPolicy>) =>
    ana.call('inclusionPolicySave', {
      ...defaultInclusionPolicy,
      batchAtOnce: 4,
      batchPerMinute: 6_000,
      ...fields,
    })
  await policy({})

  const part = (
    debts: readonly SelectedDebt[],
    fields: Partial<OperationInput<'batchDraft'>> = {},
  ): OperationInput<'batchDraft'> => ({
    key: crypto.randomUUID(),
    erpId,
    integrationId,
    reasonCode: 'TI',
    part: 0,
    parts: 1,
    debts: [...debts],
    ...fields,
  })
  const look = (id: string, browser: Browser = ana): Promise<Batch> => browser.call('batch', { id })
  const simulate = (id: string, accepted: EligibilityCode[] = []) =>
    ana.call('batchSimulation', { id, accepted })
  const items = async (id: string, states: OperationInput<'batchItems'>['states'] = []) =>
    (await ana.call('batchItems', { id, states, from: 0, count: 500 })).items

  /** Selected and read; nothing is confirmed. */
  const draft = async (people: readonly Defaulter[], browser: Browser = ana): Promise<Batch> => {
    const { batch } = await browser.call('batchDraft', part(people.flatMap(debtsOf)))
    await service.services.idle()
    return look(batch!.id)
  }
  /** What the button of the confirmation sends, every warning accepted. */
  const press = async (
    id: string,
    fields: Partial<OperationInput<'batchConfirm'>> = {},
  ): Promise<OperationInput<'batchConfirm'>> => {
    const accepted = everythingAccepted(await simulate(id))
    const { seal, going } = await simulate(id, accepted)
    return { id, key: crypto.randomUUID(), seal, people: going.people, accepted, written: '', ...fields }
  }
  const confirm = async (id: string, browser: Browser = ana) => browser.call('batchConfirm', await press(id))
  /** Drafted, confirmed and sent to its end. */
  const run = async (people: readonly Defaulter[]): Promise<Batch> => {
    const { id } = await draft(people)
    await confirm(id)
    await service.services.idle()
    return look(id)
  }
  const includes = () => platforms.connect.ledger.of('include').length

  return { ...desk, policy, part, look, simulate, items, draft, press, confirm, run, includes }
}
export type BatchDesk = Awaited<ReturnType<typeof batchDesk>>
