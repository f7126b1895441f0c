import type { ComponentChildren } from 'preact'
import type { IconName } from './icon.tsx'
import { Icon } from './icon.tsx'

export type Tone = 'good' | 'attention' | 'harm' | 'neutral'

/** How a state is shown. */
export interface Look {
  tone: Tone
  icon: IconName
}

const toneIcons: Record<Tone, IconName> = {
  good: 'check',
  attention: 'warning',
  harm: 'warning',
  neutral: 'todo',
}

interface StateLineProps {
  tone: Tone
  icon?: IconName
  children: ComponentChildren
}

/** A state as icon and word; colour only repeats it. */
export const StateLine = ({ tone, icon, children }: StateLineProps) => (
  <span class={`state state-${tone}`}>
    <Icon name={icon ?? toneIcons[tone]} />
    <span>{children}</span>
  </span>
)
