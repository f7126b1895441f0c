import type { ComponentChildren } from 'preact'
import { Icon } from '../../../ui/icon.tsx'

/** What a person should look at before going on. */
export const AttentionLine = ({ children }: { children: ComponentChildren }) => (
  <p class="attention">
    <Icon name="warning" />
    <span>{children}</span>
  </p>
)
