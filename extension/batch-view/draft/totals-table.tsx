import type { Simulation, Totals } from '../../../shared/api.ts'
import { formatCount } from '../../../shared/format-count.ts'
import { formatMoney } from '../../../shared/money.ts'
import { useTexts } from '../../ui/texts-context.tsx'
import { leftOut } from './left-out.ts'

/** The four figures of some debts, as cells of a row. */
export const TotalCells = ({ total }: { total: Totals }) => (
  <>
    <td class="number">{formatCount(total.people)}</td>
    <td class="number">{formatCount(total.debts)}</td>
    <td class="number">{formatCount(total.invoices)}</td>
    <td class="number">{formatMoney(total.cents)}</td>
  </>
)

/** The head of those four columns. */
export const TotalHeads = () => {
  const { simulation } = useTexts().batch
  return (
    <>
      <th class="number">{simulation.people}</th>
      <th class="number">{simulation.debts}</th>
      <th class="number">{simulation.invoices}</th>
      <th class="number">{simulation.value}</th>
    </>
  )
}

/** What was selected, what of it goes and what stays out. */
export const TotalsTable = ({ simulation }: { simulation: Simulation }) => {
  const words = useTexts().batch.simulation
  return (
    <table class="table figures" aria-label={words.totals}>
      <thead>
        <tr>
          <th>{words.portion}</th>
          <TotalHeads />
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{words.selected}</th>
          <TotalCells total={simulation.selected} />
        </tr>
        <tr>
          <th scope="row">{words.out}</th>
          <TotalCells total={leftOut(simulation)} />
        </tr>
        <tr class="figures-main">
          <th scope="row">{words.going}</th>
          <TotalCells total={simulation.going} />
        </tr>
      </tbody>
    </table>
  )
}
