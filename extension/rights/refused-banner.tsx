import type { ComponentChildren } from 'preact'
import { Banner } from '../ui/banner.tsx'
import { useTexts } from '../ui/texts-context.tsx'

/** Stands where something would be offered: what this browser may not do, and who grants it. */
export const RefusedBanner = ({ text, children }: { text: string; children?: ComponentChildren }) => (
  <Banner tone="neutral" text={text} hint={useTexts().access.who}>
    {children}
  </Banner>
)
