import type { Scope } from '../../shared/api.ts'
import { scopes } from '../../shared/api.ts'
import { CheckField } from '../ui/check-field.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { completeScopes, lockOf } from './chosen-scopes.ts'

interface ScopeChoicesProps {
  chosen: readonly Scope[]
  onChosen: (chosen: Scope[]) => void
  disabled?: boolean
}

/** What a browser may do, one box for each permission with what it means. */
export const ScopeChoices = ({ chosen, onChosen, disabled }: ScopeChoicesProps) => {
  const { access } = useTexts()
  return (
    <fieldset class="plain-fieldset scopes">
      <legend class="label">{access.permissions}</legend>
      {scopes.map((scope) => {
        const lock = lockOf(scope, chosen)
        const { name, text } = access.scopes[scope]
        return (
          <CheckField
            key={scope}
            label={name}
            hint={lock === 'with-include' ? `${text} ${access.removeLocked}` : text}
            checked={chosen.includes(scope)}
            disabled={disabled === true || lock !== null}
            onChecked={(checked) =>
              onChosen(completeScopes(checked ? [...chosen, scope] : chosen.filter((one) => one !== scope)))
            }
          />
        )
      })}
    </fieldset>
  )
}
