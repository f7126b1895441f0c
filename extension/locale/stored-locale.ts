import type { Storage } from 'webextension-polyfill'
import type { Locale } from '../../shared/locales/texts.ts'
import { locales } from '../../shared/locales/texts.ts'

const key = 'locale'

const isLocale = (value: unknown): value is Locale => (locales as readonly unknown[]).includes(value)

export interface StoredLocale {
  read: () => Promise<Locale>
  write: (locale: Locale) => Promise<void>
}

/** The language of the screens, as a person chose it; Portuguese until then. */
export const storedLocale = (area: Storage.StorageArea): StoredLocale => ({
  read: async () => {
    const stored = (await area.get(key))[key]
    return isLocale(stored) ? stored : 'pt-BR'
  },
  write: (locale) => area.set({ [key]: locale }),
})
