import { useState } from 'preact/hooks'
import type { Scope } from '../../shared/api.ts'
import { fill } from '../../shared/errors.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { ScopeChoices } from './scope-choices.tsx'

/** What a later browser gets when nobody says otherwise. */
const everyday: Scope[] = ['query', 'include', 'remove']

/** How another browser is paired with the permissions that are ticked: the command, ready to copy. */
export const PairCommand = () => {
  const { access, options } = useTexts()
  const [scopes, setScopes] = useState(everyday)
  const command = fill(access.pairCommand, { scopes: scopes.join(',') })
  return (
    <details class="fold">
      <summary>{access.pairTitle}</summary>
      <div class="fold-body stack">
        <p>{access.pairText}</p>
        <ScopeChoices chosen={scopes} onChosen={setScopes} />
        <div class="row">
          <code>{command}</code>
          <CopyButton text={command} label={options.copy} done={options.copied} />
        </div>
      </div>
    </details>
  )
}
