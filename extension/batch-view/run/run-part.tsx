import { useEffect, useId, useRef } from 'preact/hooks'
import type { Batch } from '../../../shared/api.ts'
import { formatInstant } from '../../../shared/business-time.ts'
import type { Clock } from '../../../shared/clock.ts'
import { fill } from '../../../shared/errors.ts'
import { formatMoney } from '../../../shared/money.ts'
import { RefusedBanner } from '../../rights/refused-banner.tsx'
import { useMay } from '../../rights/rights-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { EnvironmentChip } from '../batch-facts.tsx'
import { BatchStateLine } from '../batch-state.tsx'
import { countWords } from '../count-words.ts'
import { ReportActions } from '../report/report-actions.tsx'
import type { AgainSelection } from './again-selection.ts'
import { BatchLog } from './batch-log.tsx'
import { ItemsTable } from './items-table.tsx'
import { progressOf, progressWords } from './progress-words.ts'
import { ResultPart } from './result-part.tsx'
import { RunControls } from './run-controls.tsx'
import { haltWords } from './stop-words.ts'
import { useSeldom } from './use-seldom.ts'

/** Milliseconds between two sentences that a screen reader is given about the progress. */
const pause = 5_000

/** Milliseconds between two readings of the table. */
const tablePause = 3_000

interface RunPartProps {
  /** Confirmed; the caller reads it again while it runs. */
  batch: Batch
  clock: Clock
  /** After a person's act, however it ended: the batch itself says where it stands. */
  onChanged: () => void
  onAgain: (selection: AgainSelection) => void
}

const isEnded = ({ state }: Batch): boolean => state === 'done' || state === 'cancelled'

/** How a batch gets on, what a person can do about it, and what came of it. */
export const RunPart = ({ batch, clock, onChanged, onAgain }: RunPartProps) => {
  const { access, batch: words } = useTexts()
  const { run } = words
  const may = useMay()
  const part = useRef<HTMLElement>(null)
  const hasEnded = isEnded(batch)
  const version = useSeldom(JSON.stringify(batch.counts), tablePause)
  useEffect(() => {
    // The button that had the focus is gone
    if (hasEnded && document.activeElement === document.body) part.current?.focus()
  }, [hasEnded])
  return (
    <section ref={part} class="run" aria-label={run.label} tabIndex={-1}>
      <RunHead batch={batch} />
      <HaltBanner batch={batch} clock={clock} />
      <ProgressBar batch={batch} />
      {may('include') ? (
        <>
          {hasEnded ? null : <RunControls batch={batch} onChanged={onChanged} />}
          {hasEnded ? <ResultPart batch={batch} onAgain={onAgain} /> : null}
          <ReportActions batch={batch} clock={clock} />
          <ItemsTable batchId={batch.id} states={[]} version={version} counts={itemCounts(batch)} />
        </>
      ) : (
        <RefusedBanner text={access.run} />
      )}
      <BatchLog log={batch.log} />
    </section>
  )
}

/** The table also lists what was selected and not confirmed; it is skipped from the beginning. */
const itemCounts = ({ counts, selected, going }: Batch): Batch['counts'] => ({
  ...counts,
  skipped: counts.skipped + selected.debts - going.debts,
})

const RunHead = ({ batch }: { batch: Batch }) => {
  const { batch: words } = useTexts()
  const { run } = words
  const { going, confirmedBy, confirmedAt, approvedBy, environment } = batch
  const facts = [
    countWords('people', going.people, words),
    countWords('invoices', going.invoices, words),
    formatMoney(going.cents),
    confirmedBy && confirmedAt
      ? fill(run.confirmed, { by: confirmedBy, at: formatInstant(confirmedAt) })
      : null,
    approvedBy ? fill(run.approved, { by: approvedBy }) : null,
  ]
  return (
    <header class="row run-head">
      <BatchStateLine state={batch.state} />
      <EnvironmentChip environment={environment} />
      <span class="muted">{facts.filter(Boolean).join(' · ')}</span>
    </header>
  )
}

/** What keeps it from going on; or when it came to its end. */
const HaltBanner = ({ batch, clock }: { batch: Batch; clock: Clock }) => {
  const texts = useTexts()
  const { run } = texts.batch
  const halt = haltWords(batch, texts, clock())
  if (halt) return <Banner tone={halt.tone} text={halt.text} hint={halt.hint} live />
  if (!isEnded(batch) || batch.endedAt === null) return null
  const isDone = batch.state === 'done'
  return (
    <Banner
      tone={isDone ? 'good' : 'neutral'}
      text={fill(isDone ? run.done : run.cancelled, { at: formatInstant(batch.endedAt) })}
    />
  )
}

/** The bar with its words; a screen reader hears them seldom, however often they change. */
const ProgressBar = ({ batch }: { batch: Batch }) => {
  const { batch: words } = useTexts()
  const id = useId()
  const { done, total } = progressOf(batch)
  const text = progressWords(batch, words)
  const told = useSeldom(text, pause)
  return (
    <div class="run-progress">
      <progress
        class="run-bar"
        max={Math.max(1, total)}
        value={done}
        aria-label={words.run.bar}
        aria-describedby={id}
      />
      <span id={id}>{text}</span>
      <span class="visually-hidden" aria-live="polite">
        {told}
      </span>
    </div>
  )
}
