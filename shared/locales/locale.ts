/** The languages of the screens; Portuguese is the default everywhere. */
export const locales = ['pt-BR', 'en'] as const
export type Locale = (typeof locales)[number]
