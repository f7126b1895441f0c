import { erp as english } from '../../shared/locales/en/erp.ts'
import { erp as portuguese } from '../../shared/locales/pt-br/erp.ts'
import type { Locale, Texts } from '../../shared/locales/texts.ts'

/** The panel's words alone: the content script does not carry the texts of all screens into every ERP page. */
export const panelWords = (locale: Locale): Texts['erp']['panel'] =>
  (locale === 'en' ? english : portuguese).panel
