import { useState } from 'preact/hooks'
import type { Batch } from '../../../shared/api.ts'
import { useTexts } from '../../ui/texts-context.tsx'
import { ItemsTable } from '../run/items-table.tsx'

/** Everybody in the batch, folded; read once it is opened. */
export const WhoList = ({ batch }: { batch: Batch }) => {
  const { simulation } = useTexts().batch
  const [isOpen, setOpen] = useState(false)
  return (
    <details
      class="batch-box batch-fold"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{simulation.who}</summary>
      {isOpen ? <ItemsTable batchId={batch.id} states={[]} version="" /> : null}
    </details>
  )
}
