import { fill } from '../../../shared/errors.ts'
import { Field } from '../../ui/field.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { isTypedWrong, typedProblem } from './typed-number.ts'

interface TypedNumberFieldProps {
  /** With `{people}`. */
  label: string
  people: number
  typed: string
  /** The person has tried to go on: what is missing is said too. */
  isTried: boolean
  onTyped: (typed: string) => void
}

/** Where a person types how many people it is about: compared figure by figure, and what is wrong said beside it. */
export const TypedNumberField = ({ label, people, typed, isTried, onTyped }: TypedNumberFieldProps) => {
  const { confirm } = useTexts().batch
  const problem = isTried || isTypedWrong(typed, people) ? typedProblem(typed, people) : null
  const words = {
    missing: confirm.typedMissing,
    digits: confirm.typedDigits,
    differs: people === 1 ? confirm.typedDiffersOne : confirm.typedDiffers,
  }
  return (
    <div class="typed-number">
      <Field
        label={fill(label, { people })}
        value={typed}
        onValue={onTyped}
        error={problem ? fill(words[problem], { people }) : undefined}
      />
    </div>
  )
}
