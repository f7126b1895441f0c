import type { Handlers } from '../messaging/router.ts'
import type { StoredLocale } from './stored-locale.ts'

/** The `locale` message; `changed` is called after a change, so that the menu speaks the new language. */
export const localeHandlers = (
  stored: StoredLocale,
  changed: () => Promise<void>,
): Pick<Handlers, 'locale'> => ({
  locale: async ({ locale }, { role }) => {
    // The content script may ask which language to speak, not decide it.
    if (locale !== undefined && role === 'page') {
      await stored.write(locale)
      await changed()
    }
    return { locale: await stored.read() }
  },
})
