import type { Batch, BatchState } from '../../shared/api.ts'
import { fill } from '../../shared/errors.ts'
import { formatCount } from '../../shared/format-count.ts'
import type { Texts } from '../../shared/locales/texts.ts'
import { formatMoney } from '../../shared/money.ts'
import { countWords } from '../batch-view/count-words.ts'
import { progressOf, spanWords } from '../batch-view/run/progress-words.ts'

/** What is being sent, or was stopped on the way, comes before what has not begun. */
const ranks: Readonly<Record<BatchState, number | null>> = {
  running: 0,
  stopped: 0,
  interrupted: 0,
  paused: 0,
  approval: 1,
  reading: 1,
  draft: 1,
  cancelled: null,
  done: null,
}

const mayApprove = ({ approval }: Batch): boolean => approval?.mayApprove === true

/** The batch that the popup tells of: the newest that is under way, else the newest that waits; null when there is none. `batches` newest first. */
export const liveBatch = (batches: readonly Batch[]): Batch | null => {
  const of = (rank: number) => batches.find((batch) => ranks[batch.state] === rank && !mayApprove(batch))
  return of(0) ?? of(1) ?? null
}

const numbers = (batch: Batch, texts: Texts): string[] => {
  const { batch: words } = texts
  const progress = (done: number, total: number) =>
    fill(words.run.progress, { done: formatCount(done), total: formatCount(total) })
  if (batch.state === 'reading') return [progress(batch.readDebts, batch.selected.debts)]
  if (batch.state === 'draft') return [countWords('people', batch.selected.people, words)]
  if (batch.state === 'approval') return [countWords('people', batch.going.people, words)]
  const { done, total } = progressOf(batch)
  const isTimed = batch.state === 'running' && batch.waitingUntil === null && batch.secondsLeft !== null
  return [
    progress(done, total),
    ...(isTimed ? [fill(words.run.left, { span: spanWords(batch.secondsLeft ?? 0, words) })] : []),
  ]
}

/** "Em andamento · 142 de 287 · falta 47 s". */
export const batchLine = (batch: Batch, texts: Texts): string =>
  [texts.batch.states[batch.state], ...numbers(batch, texts)].join(' · ')

/** That a batch waits for the person of this browser, and where it is approved; null when none does. */
export const approvalLine = (
  batches: readonly Batch[],
  { batch: words, popup }: Texts,
): { text: string; place: string } | null => {
  const [first, ...more] = batches.filter((batch) => batch.state === 'approval' && mayApprove(batch))
  if (!first) return null
  if (more.length > 0)
    return { text: fill(popup.mass.approvals, { count: more.length + 1 }), place: 'batches' }
  const { people, cents } = first.going
  return {
    text: fill(popup.mass.approval, {
      people: countWords('people', people, words),
      amount: formatMoney(cents),
    }),
    place: `batch/${first.id}`,
  }
}
