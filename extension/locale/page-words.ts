import type { Texts } from '../../shared/locales/texts.ts'

/** The words of what stands in the ERP's page. The background hands them over: the content script carries no language of its own. */
export interface PageWords {
  panel: Texts['erp']['panel']
  inline: Texts['erpInline']
}

export const pageWords = ({ erp, erpInline }: Texts): PageWords => ({ panel: erp.panel, inline: erpInline })
