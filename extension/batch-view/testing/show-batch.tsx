import { fireEvent, render, screen } from '@testing-library/preact'
import browser from 'webextension-polyfill'
import type { Batch, OperationInput, Simulation } from '../../../shared/api.ts'
import { vi } from 'vitest'
import type { Answers, FakeBackground } from '../../ui/testing/fake-background.ts'
import { fakeBackground, ok } from '../../ui/testing/fake-background.ts'
import { armedAfterMs } from '../../ui/use-armed.ts'
import { BatchPage } from '../batch-page.tsx'
import type { PageSelection } from '../selection/page-selection.ts'
import { batchOf, itemOf, noTotals, now, simulationOf } from './batch-samples.ts'

interface ShowOptions {
  answers?: Answers
  /** Behind the `#`; without it the page stands where it was. */
  place?: string
  compact?: boolean
  fromPage?: PageSelection | null
  /** What lies in the session memory already. */
  kept?: Record<string, unknown>
}

/** Nothing goes before its warnings are accepted, as the service says it. */
export const simulated =
  (over: Partial<Simulation> = {}) =>
  ({ accepted }: OperationInput<'batchSimulation'>): ReturnType<typeof ok> => {
    const all = simulationOf(over)
    const isAccepted = all.warnings.every(({ code }) => accepted.includes(code))
    return ok(isAccepted ? all : { ...all, going: noTotals, costCents: 0 })
  }

/** The page over a service with these batches, but for what `answers` says. */
export const showBatch = async (
  batches: readonly Batch[] = [batchOf()],
  { answers = {}, place = 'batch/b1', compact = false, fromPage = null, kept = {} }: ShowOptions = {},
): Promise<FakeBackground> => {
  history.replaceState(null, '', place ? `/batch.html#${place}` : '/batch.html')
  const background = fakeBackground({
    batches: ok({ batches }),
    batch: ({ id }: OperationInput<'batch'>) => ok(batches.find((one) => one.id === id) ?? batchOf({ id })),
    batchSimulation: simulated(),
    batchItems: ok({ items: [itemOf()], total: 1, next: null }),
    erps: ok({ erps: [] }),
    integrations: ok({ integrations: [] }),
    'open-batch': ok({ opened: true }),
    ...answers,
  })
  await browser.storage.session.set(kept)
  render(<BatchPage clock={() => now} compact={compact} fromPage={fromPage} />)
  return background
}

/** Presses a button by its words, once it stands there. */
export const press = async (name: string | RegExp): Promise<void> => {
  fireEvent.click(await screen.findByRole('button', { name }))
}

/** The confirming button takes no press in its first moment, which begins once the part has been drawn. */
export const arm = () => vi.advanceTimersByTimeAsync(armedAfterMs + 200)

export const session = async (key: string): Promise<unknown> => (await browser.storage.session.get(key))[key]
