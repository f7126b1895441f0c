import { en } from './en/en.ts'
import type { Texts } from './pt-br/pt-br.ts'
import { ptBr } from './pt-br/pt-br.ts'

/** The languages of the screens; Portuguese is the default everywhere. */
export const locales = ['pt-BR', 'en'] as const
export type Locale = (typeof locales)[number]
export type { Texts }
export type ErrorCode = keyof Texts['errors']

const tables: Record<Locale, Texts> = { 'pt-BR': ptBr, en }

/** Every text a user sees, by area: `texts('pt-BR').options.title`. */
export const texts = (locale: Locale): Texts => tables[locale]
