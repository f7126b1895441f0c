import { en } from './en/en.ts'
import type { Locale } from './locale.ts'
import type { Texts } from './pt-br/pt-br.ts'
import { ptBr } from './pt-br/pt-br.ts'

export type { ErrorCode } from './error-texts.ts'
export { locales } from './locale.ts'
export type { Locale } from './locale.ts'
export type { Texts }

const tables: Record<Locale, Texts> = { 'pt-BR': ptBr, en }

/** Every text a user sees, by area: `texts('pt-BR').options.title`. */
export const texts = (locale: Locale): Texts => tables[locale]
