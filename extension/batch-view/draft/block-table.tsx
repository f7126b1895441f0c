import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import type { Simulation } from '../../../shared/api.ts'
import { StateLine } from '../../ui/state-line.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { groupReason } from './reason-words.ts'
import { TotalCells, TotalHeads } from './totals-table.tsx'

interface BlockTableProps {
  blocked: Simulation['blocked']
  /** The ways out, beside the title. */
  children: ComponentChildren
}

/** Why debts stay out whatever is accepted, by the reason. */
export const BlockTable = ({ blocked, children }: BlockTableProps) => {
  const texts = useTexts()
  const { simulation } = texts.batch
  const title = useId()
  return (
    <section class="batch-box" aria-labelledby={title}>
      <div class="row">
        <h3 id={title}>{simulation.blocked}</h3>
        <span class="row spread">{children}</span>
      </div>
      {blocked.length === 0 ? (
        <StateLine tone="good">{simulation.noBlocks}</StateLine>
      ) : (
        <table class="table figures" aria-labelledby={title}>
          <thead>
            <tr>
              <th>{simulation.why}</th>
              <TotalHeads />
            </tr>
          </thead>
          <tbody>
            {blocked.map(({ code, total }) => (
              <tr key={code}>
                <th scope="row">
                  <StateLine tone="neutral" icon="cross">
                    {groupReason(code, texts)}
                  </StateLine>
                </th>
                <TotalCells total={total} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {blocked.length > 1 ? <p class="muted">{simulation.several}</p> : null}
    </section>
  )
}
