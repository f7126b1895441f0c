import type { ComponentChild } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Locale } from '../../shared/locales/texts.ts'
import { texts } from '../../shared/locales/texts.ts'
import { send } from '../messaging/send.ts'
import { TextsContext } from './texts-context.tsx'

interface LocaleRootProps {
  children: (locale: Locale, onLocale: (locale: Locale) => void) => ComponentChild
}

/** Gives a page its language: Portuguese at once, the person's own choice as soon as the background has told it. */
export const LocaleRoot = ({ children }: LocaleRootProps) => {
  const [locale, setLocale] = useState<Locale>('pt-BR')
  useEffect(() => {
    const read = async () => {
      // Without the background every page already says so; Portuguese stays.
      const answer = await send('locale', {}).catch((): null => null)
      if (answer) setLocale(answer.locale)
    }
    void read()
  }, [])
  useEffect(() => {
    document.documentElement.lang = locale
  }, [locale])

  const choose = (chosen: Locale) => {
    setLocale(chosen)
    void send('locale', { locale: chosen }).catch(() => undefined)
  }
  return <TextsContext.Provider value={texts(locale)}>{children(locale, choose)}</TextsContext.Provider>
}
