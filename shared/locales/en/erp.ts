import type { Texts } from '../pt-br/pt-br.ts'

/** The panel in the ERP's pages and the context menu. */
export const erp: Texts['erp'] = {
  menu: {
    unread: 'Query credit of “%s”',
    one: 'Query credit of {document}',
    maybePhone: 'Query credit of {document} (may be a phone)',
    several: 'Query credit: {count} documents in the selection',
    none: 'Query credit: no CPF or CNPJ in the selection',
    masked: 'Query credit: the document is masked',
  },
  panel: {
    title: 'Nada Consta',
    open: 'Open the Nada Consta panel',
    minimise: 'Minimise',
    close: 'Close',
    query: 'Query credit',
    queryChosen: 'Query the chosen one',
    type: 'Type CPF/CNPJ',
    nameless: 'Customer without a name on screen',
    reading: 'Reading the record…',
    noDocument: 'No CPF or CNPJ is visible on this screen. Open the full record or type the document.',
    readAgain: 'Read again',
    masked: 'The ERP shows the document masked; open the full record.',
    several: 'This record has more than one document. Choose which to query:',
    changed: 'The record has changed since it was read. Check the data and click again. Nothing was queried.',
    elsewhere: 'Select a CPF or CNPJ and right-click, open a record, or type.',
    opening: 'Opening the query…',
    opened: 'The query opened in another tab.',
    lost: 'No answer came. See whether the query opened in another tab; nothing was queried.',
    updated: 'The extension was updated. Reload the page (F5) to continue. Nothing was sent.',
  },
  badge: {
    permission: 'A browser permission is missing. Open Settings.',
  },
}
