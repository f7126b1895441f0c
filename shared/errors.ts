import type { ErrorCode } from './locales/error-texts.ts'

/** What may be done again: never, at once without harm, or only after looking at what happened. */
export type Retry = 'never' | 'safe' | 'reconcile'

/** Values put into the `{braces}` of a text. Never personal data, never a secret. */
export type ErrorParams = Readonly<Record<string, string | number>>

/** The wire form of an error: what a screen needs to explain it, and nothing else. */
export interface ErrorBody {
  code: ErrorCode
  text: string
  hint: string
  params?: ErrorParams
}

interface AppErrorOptions {
  params?: ErrorParams
  retry?: Retry
  cause?: unknown
  /** Further facts for the screen, e.g. the earlier query behind a repeat warning. */
  details?: Record<string, unknown>
}

/**
 * The one error family of the product.
 * `code` selects the Portuguese text and the hint in `locales/`; `message` is the code, so a log that prints
 * an error by accident prints no text built from data.
 */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly params: ErrorParams
  readonly retry: Retry
  readonly details: Record<string, unknown>

  constructor(code: ErrorCode, options: AppErrorOptions = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.params = options.params ?? {}
    this.retry = options.retry ?? 'never'
    this.details = options.details ?? {}
  }
}

const isOfFullDisk = (thrown: unknown): boolean =>
  thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOSPC' || thrown.code === 'EDQUOT')

/**
 * Any thrown value as an `AppError`; what is not ours becomes `internal`, its message stays behind. A disk without room is nobody's
 * mistake, whoever wrote: `disk-full` (case G84).
 */
export const asAppError = (thrown: unknown): AppError => {
  if (thrown instanceof AppError) return thrown
  return new AppError(isOfFullDisk(thrown) ? 'disk-full' : 'internal', { cause: thrown })
}

/** Fills `{name}` in a text with `params.name`; an unknown name stays visible, so that a test finds it. */
export const fill = (text: string, params: ErrorParams = {}): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
