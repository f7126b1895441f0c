import { Button } from '../ui/button.tsx'
import { StateLine } from '../ui/state-line.tsx'
import { useTexts } from '../ui/texts-context.tsx'

interface SaveRowProps {
  isBusy: boolean
  isSaved: boolean
  disabled?: boolean
}

/** The button that saves a form, and the word that it is saved. */
export const SaveRow = ({ isBusy, isSaved, disabled = false }: SaveRowProps) => {
  const { options } = useTexts()
  return (
    <div class="row">
      <Button type="submit" disabled={isBusy || disabled}>
        {isBusy ? options.saving : options.save}
      </Button>
      {isSaved ? (
        <output>
          <StateLine tone="good">{options.saved}</StateLine>
        </output>
      ) : null}
    </div>
  )
}
