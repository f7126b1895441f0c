import type { ComponentChildren } from 'preact'
import type { ErrorView } from '../../shared/api.ts'
import type { AppError } from '../../shared/errors.ts'
import { Banner } from './banner.tsx'
import { explain } from './explain.ts'
import { useTexts } from './texts-context.tsx'

interface ExplainedBannerProps {
  title: string
  error: AppError | ErrorView | null
  /** What still holds in spite of it. */
  note?: string | undefined
  children?: ComponentChildren
}

/** A title of our own over what an error says about it. */
export const ExplainedBanner = ({ title, error, note, children }: ExplainedBannerProps) => {
  const texts = useTexts()
  const said = error ? explain(error, texts) : null
  const hint = [said?.text, said?.hint, note].filter(Boolean).join(' ')
  return (
    <Banner tone="attention" text={title} hint={hint} live>
      {children}
    </Banner>
  )
}
