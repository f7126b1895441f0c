import type { Texts } from '../../../../shared/locales/texts.ts'
import { Icon } from '../../../ui/icon.tsx'
import type { PanelMover } from './panel-mover.ts'
import type { PanelActions } from './panel.tsx'
import { TrustedButton } from './trusted-button.tsx'

interface PanelHeaderProps {
  mover: PanelMover
  actions: PanelActions
  words: Texts['erp']['panel']
}

/** The upper end of the panel: it is moved by it, or with the keys by its first button. */
export const PanelHeader = ({ mover, actions, words }: PanelHeaderProps) => (
  <header {...mover.handle}>
    <strong>{words.title}</strong>
    <TrustedButton kind="corner" label={words.moving} onPress={actions.explainMoving} {...mover.keys}>
      <Icon name="move" />
    </TrustedButton>
    <TrustedButton kind="corner" label={words.minimise} onPress={actions.minimise}>
      <Icon name="down" />
    </TrustedButton>
  </header>
)

/** What stands of the panel while it is put away; it can be dragged too. */
export const PanelTab = ({ mover, actions, words }: PanelHeaderProps) => (
  <div {...mover.handle}>
    <TrustedButton kind="tab" label={words.open} onPress={actions.open}>
      {words.title}
    </TrustedButton>
  </div>
)
