import type { Simulation } from '../../../shared/api.ts'
import { fill } from '../../../shared/errors.ts'
import { formatCount } from '../../../shared/format-count.ts'
import { formatMoney } from '../../../shared/money.ts'
import { Banner } from '../../ui/banner.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { Fact } from '../batch-facts.tsx'
import { countWords } from '../count-words.ts'

/** What it would cost, what today still allows, and whether a second person is wanted. */
export const SimulationFacts = ({ simulation }: { simulation: Simulation }) => {
  const texts = useTexts()
  const words = texts.batch.simulation
  const { going, leftToday, costCents, unitCents, needsApproval } = simulation
  const isOver = going.debts > leftToday
  return (
    <>
      <dl class="facts facts-row">
        <Fact label={words.cost}>
          {costCents === null || unitCents === null
            ? words.noPrice
            : fill(words.costOf, { cost: formatMoney(costCents), unit: formatMoney(unitCents) })}
        </Fact>
        <Fact label={words.limit}>
          {leftToday === 1 ? words.leftOne : fill(words.left, { count: formatCount(leftToday) })}
        </Fact>
      </dl>
      {isOver ? (
        <Banner
          tone="attention"
          text={fill(words.overLimit, {
            going: countWords('debts', going.debts, texts.batch),
            left: formatCount(leftToday),
          })}
          hint={words.overLimitHint}
        />
      ) : null}
      {needsApproval ? <Banner tone="neutral" text={words.approval} /> : null}
    </>
  )
}
