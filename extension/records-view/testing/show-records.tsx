import { render } from '@testing-library/preact'
import type {
  DaySummary,
  DayTally,
  Negativation,
  OperationInput,
  OperationOutput,
  RemovalsStatus,
  Task,
} from '../../../shared/api.ts'
import { negativationStates } from '../../../shared/api.ts'
import type { Document } from '../../../shared/document.ts'
import type { Answers, FakeBackground } from '../../ui/testing/fake-background.ts'
import { fakeBackground, ok } from '../../ui/testing/fake-background.ts'
import { date, historyEntry, negativation } from '../../ui/testing/debt-samples.ts'
import { integration, product, status } from '../../ui/testing/samples.ts'
import { RecordsPage } from '../records-page.tsx'

/** 25/11/2026 10:00 in Brazil. */
export const now = Date.parse('2026-11-25T13:00:00.000Z')

export const removalsStatus = (over: Partial<RemovalsStatus> = {}): RemovalsStatus => ({
  atRisk: 0,
  pending: 0,
  openTasks: 0,
  lastSweepAt: '2026-11-25T12:57:00.000Z',
  nextSweepAt: null,
  sweepProblem: null,
  gapMinutes: 0,
  isReadOnly: false,
  isCopyFailing: false,
  restore: null,
  ...over,
})

export const dayTally = (over: Partial<DayTally> = {}): DayTally => ({
  date: date('2026-11-25'),
  included: { single: 0, batch: 0 },
  cleared: 0,
  refused: 0,
  unknown: 0,
  removalsFailed: 0,
  ...over,
})

export const daySummary = (over: Partial<DaySummary> = {}): DaySummary => ({
  atRisk: 0,
  today: dayTally(),
  yesterday: dayTally({ date: date('2026-11-24') }),
  ...over,
})

export const removal = (
  over: Partial<NonNullable<Negativation['removal']>> = {},
): NonNullable<Negativation['removal']> => ({
  cause: 'paid',
  reason: { code: '01', text: 'Pagamento' },
  requestedAt: '2026-11-24T13:00:00.000Z',
  requestedBy: 'Nada Consta',
  deadline: date('2026-12-01'),
  daysLeft: 4,
  attempts: 1,
  nextAttemptAt: null,
  problem: null,
  isHeld: false,
  ...over,
})

export const task = (over: Partial<Task> = {}): Task => ({
  id: 't1',
  kind: 'payment-undone',
  negativationId: 'n1',
  person: { name: 'MARIA EXEMPLO', document: '73164025807' as Document },
  totalCents: 239_70,
  openedAt: '2026-11-25T12:00:00.000Z',
  deadline: date('2026-12-01'),
  erp: [{ label: 'invoice-open', value: '62636 · 25/08/2026 · R$ 79,90' }],
  bureau: [{ label: 'bureau-active', value: '24/11/2026 08:00' }],
  sent: [{ label: 'contract', value: '62636-a1b2c3' }],
  actions: ['keep', 'remove', 'look-again'],
  params: {},
  resolved: null,
  ...over,
})

/** Answers the list as the service does, from these records: filters, order by change, pages of `size` at most. */
export const listOf =
  (records: () => readonly Negativation[], size = 200) =>
  (input: OperationInput<'negativations'>): ReturnType<typeof ok> => {
    const meant = records()
      .filter(({ debtor }) => debtor.name.includes(input.search))
      .filter(({ environment }) => input.environment === null || environment === input.environment)
      .toSorted((one, other) =>
        one.changedAt > other.changedAt ? -1 : one.changedAt < other.changedAt ? 1 : 0,
      )
    const counts = Object.fromEntries(
      negativationStates.map((state) => [state, meant.filter((record) => record.state === state).length]),
    ) as OperationOutput<'negativations'>['counts']
    const shown = meant.filter(({ state }) => input.states.length === 0 || input.states.includes(state))
    const from = input.after === null ? 0 : shown.findIndex(({ id }) => id === input.after) + 1
    const page = shown.slice(from, from + Math.min(size, input.limit))
    const next = from + page.length < shown.length ? (page.at(-1)?.id ?? null) : null
    return ok({
      negativations: page,
      total: shown.length,
      next,
      counts,
    } satisfies OperationOutput<'negativations'>)
  }

export const removalReasons = product({
  code: 'MOTIVO_BAIXA',
  name: 'Motivo Baixa',
  kind: 'removal-reason',
  reasons: [
    { code: '01', text: 'Pagamento' },
    { code: '19', text: 'Renegociação' },
  ],
})

/** The tab over a service with these records and tasks, but for what `answers` says. */
export const showRecords = ({
  records = [],
  hash = '',
  ...answers
}: Answers & { records?: readonly Negativation[]; hash?: string } = {}): FakeBackground => {
  history.replaceState(null, '', `/records.html${hash}`)
  const background = fakeBackground({
    'link-state': ok({ state: 'ready', port: 1, status: status() }),
    removalsStatus: ok(removalsStatus()),
    negativations: listOf(() => records),
    tasks: ok({ tasks: [] }),
    integrations: ok({ integrations: [integration({ products: [removalReasons] })] }),
    negativation: (input: OperationInput<'negativation'>) =>
      ok({
        negativation: records.find(({ id }) => id === input.id) ?? negativation({ id: input.id }),
        history: [historyEntry()],
        tasks: [],
      }),
    ...answers,
  })
  render(<RecordsPage clock={() => now} />)
  return background
}
