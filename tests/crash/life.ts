import { vi } from 'vitest'
import { liveStates } from '../../shared/api.ts'
import type { Negativation, NegativationState } from '../../shared/api.ts'
import { confirmation } from '../cases/debt-desk.ts'
import { people } from '../simulators/people.ts'
import type { SignedClient } from '../attacks/signed-client.ts'
import type { CrashWorld } from './crash-world.ts'

const customer = people.antonia
let invoices = 900_000

/** A late invoice of a customer whose service is cancelled: nothing stands against registering it. */
export const newDebt = ({ hubsoft }: Pick<CrashWorld, 'hubsoft'>): string => {
  const { database } = hubsoft
  const model = database.invoice(database.cases.ofAllCancelled)
  invoices += 1
  const lines = [{ id: invoices * 10, text: 'Mensalidade', cents: model.cents }]
  database.invoices.push({ ...structuredClone(model), id: invoices, lines })
  return String(invoices)
}

/** What a person reads before the button: the draft of the debt. */
export const draftOf = (
  { erpId, integrationId, hubsoft }: Pick<CrashWorld, 'erpId' | 'integrationId' | 'hubsoft'>,
  browser: SignedClient,
  invoiceId: string,
) =>
  browser.call('negativationDraft', {
    erpId,
    customerId: String(customer.id),
    integrationId,
    serviceId: String(hubsoft.database.customer(customer.id).services[0]!.id),
    invoiceIds: [invoiceId],
    reasonCode: 'TI',
  })

/** The act's result, or null when the process died over it: then the connection broke off. */
export const orDead = async <Result>(act: Promise<Result>): Promise<Result | null> => {
  try {
    return await act
  } catch (thrown) {
    if (thrown instanceof TypeError) return null
    throw thrown
  }
}

export const recordsOf = async (browser: SignedClient, invoiceId: string): Promise<Negativation[]> => {
  const input = { states: [], environment: null, order: 'changed', after: null, limit: 200 } as const
  // Twenty debts looked at in one breath meet the guard of the rate: an operator's list asks again too.
  const list = () => browser.call('negativations', { ...input, search: invoiceId, states: [] })
  const { negativations } = await vi.waitFor(list, { timeout: 40_000, interval: 250 })
  return negativations.filter(({ invoices: own }) => own.some(({ id }) => id === invoiceId))
}

const isLive = ({ state }: Negativation): boolean => (liveStates as readonly string[]).includes(state)

/** Waits until the record is in one of the states, or the time is up. */
export const untilState = async (
  browser: SignedClient,
  id: string,
  states: readonly NegativationState[],
): Promise<Negativation> => {
  const look = async (): Promise<Negativation> => {
    const { negativation } = await browser.call('negativation', { id })
    if (!states.includes(negativation.state)) throw new Error(`still ${negativation.state}`)
    return negativation
  }
  return vi.waitFor(look, { timeout: 40_000, interval: 250 })
}

/**
 * What a patient operator does after a power cut: looks at what became of the debt, waits while it is not known, and confirms again
 * only what the service says was not sent. Ends with the record that stands at the bureau.
 */
export const settle = async (
  world: CrashWorld,
  browser: SignedClient,
  invoiceId: string,
): Promise<Negativation> => {
  for (;;) {
    const live = (await recordsOf(browser, invoiceId)).find(isLive)
    if (live && live.state !== 'sending' && live.state !== 'unknown') return live
    if (live)
      await untilState(browser, live.id, [
        'sent',
        'active',
        'draft',
        'rejected',
        'not-included',
        'removal-requested',
        'removing',
        'verifying',
        'removed',
      ])
    else await browser.call('negativationConfirm', confirmation(await draftOf(world, browser, invoiceId)))
  }
}

/** The records of a debt that stand, or may stand, at the bureau. */
export const liveRecordsOf = async (browser: SignedClient, invoiceId: string): Promise<Negativation[]> =>
  (await recordsOf(browser, invoiceId)).filter(isLive)

/** Waits until nothing of a paid debt stands at the bureau, with nobody's help. */
export const untilCleared = async (browser: SignedClient, invoiceId: string): Promise<void> => {
  const ended = ['removed', 'not-included', 'rejected', 'cancelled'] as const
  for (const { id } of await liveRecordsOf(browser, invoiceId)) await untilState(browser, id, ended)
}
