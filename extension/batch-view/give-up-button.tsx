import { ConfirmButton } from '../ui/confirm-button.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import type { Action } from '../ui/use-action.ts'

/** Gives up a batch of which nothing has left; asks once more. */
export const GiveUpButton = ({ givingUp }: { givingUp: Action<[]> }) => {
  const { simulation } = useTexts().batch
  return (
    <ConfirmButton
      text={simulation.giveUp}
      title={simulation.giveUpTitle}
      explanation={simulation.giveUpText}
      cancel={simulation.keep}
      disabled={givingUp.busy}
      onConfirm={givingUp.start}
    />
  )
}
