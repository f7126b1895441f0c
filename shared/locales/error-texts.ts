import { errors as english } from './en/errors.ts'
import type { Locale } from './locale.ts'
import { errors as portuguese } from './pt-br/errors.ts'

export type ErrorCode = keyof typeof portuguese

/** The texts of the errors alone: a content script does not carry those of all screens into every ERP page. */
export const errorTexts = (locale: Locale): typeof portuguese => (locale === 'en' ? english : portuguese)
