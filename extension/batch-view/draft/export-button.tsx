import { useEffect, useRef, useState } from 'preact/hooks'
import type { Batch, EligibilityCode } from '../../../shared/api.ts'
import { dateAt } from '../../../shared/business-time.ts'
import { fill } from '../../../shared/errors.ts'
import { formatCount } from '../../../shared/format-count.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorBanner } from '../../ui/error-banner.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { useAction } from '../../ui/use-action.ts'
import { saveCsv } from '../report/save-csv.ts'
import { readItems } from '../run/read-items.ts'
import { simulationRows } from './simulation-rows.ts'

interface ExportButtonProps {
  batch: Batch
  accepted: readonly EligibilityCode[]
}

/** The simulation as a file: every debt with where it stands and why. */
export const ExportButton = ({ batch, accepted }: ExportButtonProps) => {
  const texts = useTexts()
  const { simulation } = texts.batch
  const [read, setRead] = useState({ done: 0, total: batch.selected.debts })
  const leaving = useRef(new AbortController())
  useEffect(() => {
    const mine = new AbortController()
    leaving.current = mine
    return () => mine.abort()
  }, [])
  const saving = useAction(async () => {
    setRead({ done: 0, total: batch.selected.debts })
    const { signal } = leaving.current
    const items = await readItems(batch.id, { signal, onProgress: (done, total) => setRead({ done, total }) })
    saveCsv(simulationRows(items, accepted, texts), fill(simulation.file, { day: dateAt(batch.createdAt) }))
  })
  const counts = { read: formatCount(read.done), total: formatCount(read.total) }
  return (
    <>
      <ErrorBanner error={saving.error} />
      <Button disabled={saving.busy} onPress={saving.start}>
        <output>{saving.busy ? fill(simulation.exporting, counts) : simulation.export}</output>
      </Button>
    </>
  )
}
