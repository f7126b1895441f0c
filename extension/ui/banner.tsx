import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import type { Tone } from './state-line.tsx'

interface BannerProps {
  tone: Tone
  text: string
  hint?: string | undefined
  /** The ways out, as buttons. */
  children?: ComponentChildren
  /** True for what has just happened; a screen reader reads it at once. */
  live?: boolean
}

/** What happened, and what can be done about it. */
export const Banner = ({ tone, text, hint, children, live }: BannerProps) => (
  <div class={`banner banner-${tone}`} role={live ? 'alert' : undefined}>
    <Icon name={tone === 'good' ? 'check' : tone === 'neutral' ? 'info' : 'warning'} />
    <div class="banner-body">
      <strong>{text}</strong>
      {hint ? <span>{hint}</span> : null}
    </div>
    {children ? <div class="row">{children}</div> : null}
  </div>
)
