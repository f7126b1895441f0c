import { useMemo } from 'preact/hooks'
import type { Batch, BatchItem } from '../../../shared/api.ts'
import { fill } from '../../../shared/errors.ts'
import { formatCount } from '../../../shared/format-count.ts'
import { formatMoney } from '../../../shared/money.ts'
import { Button } from '../../ui/button.tsx'
import { ExplainedBanner } from '../../ui/explained-banner.tsx'
import { Progress } from '../../ui/progress.tsx'
import { StateLine } from '../../ui/state-line.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import type { AgainSelection } from './again-selection.ts'
import { againSelection } from './again-selection.ts'
import type { ItemGroup } from './item-groups.ts'
import { itemGroups } from './item-groups.ts'
import { itemLooks } from './item-look.ts'
import { useResult } from './use-result.ts'

interface ResultPartProps {
  batch: Batch
  onAgain: (selection: AgainSelection) => void
}

/** What came of a batch: by state and reason, each with what to do. */
export const ResultPart = ({ batch, onAgain }: ResultPartProps) => {
  const { result: words } = useTexts().batch
  const { items, done, total, error, again } = useResult(batch)
  return (
    <section class="stack run-result" aria-label={words.title}>
      {error ? (
        <ExplainedBanner title={words.failed} error={error}>
          <Button onPress={again}>{words.tryAgain}</Button>
        </ExplainedBanner>
      ) : null}
      {items ? <ResultTable items={items} /> : null}
      {!items && !error ? (
        <Progress text={fill(words.reading, { done: formatCount(done), total: formatCount(total) })} />
      ) : null}
      {items ? <AgainPart selection={againSelection(batch.erpId, items)} onAgain={onAgain} /> : null}
    </section>
  )
}

const ResultTable = ({ items }: { items: readonly BatchItem[] }) => {
  const texts = useTexts()
  const { result } = texts.batch
  const groups = useMemo(() => itemGroups(items, texts), [items, texts])
  return (
    <div class="table-scroll">
      <table class="table run-groups">
        <caption class="visually-hidden">{result.title}</caption>
        <thead>
          <tr>
            <th scope="col">{result.state}</th>
            <th scope="col" class="number">
              {result.count}
            </th>
            <th scope="col" class="number">
              {result.people}
            </th>
            <th scope="col" class="number">
              {result.value}
            </th>
            <th scope="col">{result.what}</th>
            <th scope="col">{result.next}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <GroupRow key={`${group.state} ${group.reason}`} group={group} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const GroupRow = ({ group }: { group: ItemGroup }) => {
  const { itemStates } = useTexts().batch
  const { state, totals, what, next } = group
  return (
    <tr>
      <th scope="row">
        <StateLine {...itemLooks[state]}>{itemStates[state]}</StateLine>
      </th>
      <td class="number">{formatCount(totals.debts)}</td>
      <td class="number">{formatCount(totals.people)}</td>
      <td class="number">{formatMoney(totals.cents)}</td>
      <td>{what}</td>
      <td>{next}</td>
    </tr>
  )
}

const AgainPart = ({
  selection,
  onAgain,
}: { selection: AgainSelection } & Pick<ResultPartProps, 'onAgain'>) => {
  const { result } = useTexts().batch
  const count = selection.debts.length
  if (count === 0) return <p class="muted">{result.againNone}</p>
  return (
    <div class="row">
      <Button onPress={() => onAgain(selection)}>
        {count === 1 ? result.againOne : fill(result.again, { count: formatCount(count) })}
      </Button>
      <span class="muted">{result.againHint}</span>
    </div>
  )
}
