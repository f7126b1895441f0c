import type { Batch } from '../../../shared/api.ts'
import { formatInstant } from '../../../shared/business-time.ts'
import { fill } from '../../../shared/errors.ts'
import { formatCount } from '../../../shared/format-count.ts'
import { formatMoney } from '../../../shared/money.ts'
import { call } from '../../messaging/call.ts'
import { useTick } from '../../records-view/use-tick.ts'
import { useMay } from '../../rights/rights-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorBanner } from '../../ui/error-banner.tsx'
import { Progress } from '../../ui/progress.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { useRead } from '../../ui/use-read.ts'
import { EnvironmentChip } from '../batch-facts.tsx'
import { BatchStateLine } from '../batch-state.tsx'
import { countWords } from '../count-words.ts'

/** What of a batch is counted in its line. */
const counted = ['sent', 'refused', 'unknown', 'skipped'] as const

interface BatchListProps {
  onOpen: (id: string) => void
  onCandidates: () => void
}

/** All batches that the service tells, newest first. */
export const BatchList = ({ onOpen, onCandidates }: BatchListProps) => {
  const { access, batch: words } = useTexts()
  const { page, list } = words
  const may = useMay()
  const { count, now } = useTick()
  const { value, error } = useRead('batches', count, () => call('batches', {}))
  if (!value)
    return (
      <div class="batch-center">
        {error ? (
          <ErrorBanner error={error}>
            <Button onPress={now}>{page.tryAgain}</Button>
          </ErrorBanner>
        ) : (
          <Progress text={list.loading} />
        )}
      </div>
    )
  if (value.batches.length === 0)
    return (
      <div class="batch-center">
        <Banner tone="neutral" text={list.none} hint={may('include') ? list.noneHint : access.candidates}>
          {may('include') ? <Button onPress={onCandidates}>{page.toCandidates}</Button> : null}
        </Banner>
      </div>
    )
  return (
    <div class="batch-body">
      <ErrorBanner error={error} note={page.stale} />
      <BatchTable batches={value.batches} onOpen={onOpen} />
    </div>
  )
}

const BatchTable = ({ batches, onOpen }: { batches: readonly Batch[] } & Pick<BatchListProps, 'onOpen'>) => {
  const { list } = useTexts().batch
  return (
    <div class="batch-list">
      <table class="table" aria-label={list.caption}>
        <thead>
          <tr>
            <th>{list.made}</th>
            <th>{list.state}</th>
            <th class="number">{list.going}</th>
            {counted.map((state) => (
              <th key={state} class="number">
                {list[state]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {batches.map((batch) => (
            <BatchRow key={batch.id} batch={batch} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A whole line opens its batch; of one that nobody confirmed, what was selected is shown. */
const BatchRow = ({ batch, onOpen }: { batch: Batch } & Pick<BatchListProps, 'onOpen'>) => {
  const texts = useTexts()
  const { list } = texts.batch
  const isConfirmed = batch.confirmedAt !== null
  const total = isConfirmed ? batch.going : batch.selected
  const time = formatInstant(batch.createdAt)
  const amount = formatMoney(total.cents)
  const people = countWords('people', total.people, texts.batch)
  return (
    <tr class="batch-row">
      <td>
        <button
          type="button"
          class="row-open batch-name"
          aria-label={fill(list.open, { time, people, amount })}
          onClick={() => onOpen(batch.id)}
        >
          {time}
        </button>
        <span class="muted batch-by">{batch.createdBy}</span>
      </td>
      <td class="batch-list-state">
        <span class="row batch-marks">
          <BatchStateLine state={batch.state} />
          {batch.environment === 'test' ? <EnvironmentChip environment="test" /> : null}
        </span>
      </td>
      <td class="number">
        {people}
        <span class="batch-amount">{amount}</span>
      </td>
      {isConfirmed ? (
        counted.map((state) => (
          <td key={state} class={batch.counts[state] === 0 ? 'number muted' : 'number'}>
            {formatCount(batch.counts[state])}
          </td>
        ))
      ) : (
        <td colSpan={counted.length} class="number muted">
          {list.unconfirmed}
        </td>
      )}
    </tr>
  )
}
