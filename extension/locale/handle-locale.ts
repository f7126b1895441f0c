import { texts } from '../../shared/locales/texts.ts'
import type { Handlers } from '../messaging/router.ts'
import { pageWords } from './page-words.ts'
import type { StoredLocale } from './stored-locale.ts'

/** The messages about language; `changed` is called after a change, so that the menu speaks the new one. */
export const localeHandlers = (
  stored: StoredLocale,
  changed: () => Promise<void>,
): Pick<Handlers, 'locale' | 'page-words'> => ({
  locale: async ({ locale }) => {
    if (locale !== undefined) {
      await stored.write(locale)
      await changed()
    }
    return { locale: await stored.read() }
  },
  'page-words': async () => pageWords(texts(await stored.read())),
})
