import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Texts } from '../../shared/locales/texts.ts'
import { texts } from '../../shared/locales/texts.ts'

/** The texts of the chosen language, for every part below it. */
export const TextsContext = createContext<Texts>(texts('pt-BR'))

export const useTexts = (): Texts => useContext(TextsContext)
