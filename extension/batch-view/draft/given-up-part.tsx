import type { Batch } from '../../../shared/api.ts'
import { formatInstant } from '../../../shared/business-time.ts'
import { fill } from '../../../shared/errors.ts'
import { useMay } from '../../rights/rights-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { useTexts } from '../../ui/texts-context.tsx'

interface GivenUpPartProps {
  batch: Batch
  onCandidates: () => void
}

/** A batch that came to its end before anybody confirmed it. */
export const GivenUpPart = ({ batch, onCandidates }: GivenUpPartProps) => {
  const { page, simulation } = useTexts().batch
  const may = useMay()
  const end = batch.log.findLast(({ event }) => event === 'cancelled')
  const by = end ? fill(simulation.givenUpBy, { actor: end.actor, time: formatInstant(end.at) }) : null
  return (
    <div class="batch-center">
      <Banner
        tone="neutral"
        text={simulation.givenUp}
        hint={[by, simulation.givenUpHint].filter(Boolean).join(' ')}
      >
        {may('include') ? <Button onPress={onCandidates}>{page.toCandidates}</Button> : null}
      </Banner>
    </div>
  )
}
