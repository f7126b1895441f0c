import type { ComponentChildren } from 'preact'
import type { ErrorView } from '../../shared/api.ts'
import type { AppError } from '../../shared/errors.ts'
import { Banner } from './banner.tsx'
import { explain } from './explain.ts'
import { useTexts } from './texts-context.tsx'

interface ErrorBannerProps {
  error: AppError | ErrorView | null
  /** What still holds in spite of it, after the next step. */
  note?: string | undefined
  children?: ComponentChildren
}

/** An error as what happened and the one next step; nothing while there is none. */
export const ErrorBanner = ({ error, note, children }: ErrorBannerProps) => {
  const texts = useTexts()
  if (!error) return null
  const { text, hint } = explain(error, texts)
  return (
    <Banner tone="attention" text={text} hint={note ? `${hint} ${note}` : hint} live>
      {children}
    </Banner>
  )
}
