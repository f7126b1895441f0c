import type { Texts } from '../../../shared/locales/texts.ts'
import type { Handlers } from '../../messaging/router.ts'
import { checkedDocument } from './checked-document.ts'
import type { ContextMenu } from './context-menu.ts'
import type { Drafts } from './drafts.ts'
import type { LastSelection } from './last-selection.ts'
import type { OpenReport } from './open-report.ts'
import { plainName } from './plain-name.ts'
import { menuTitle } from './read-selection.ts'

interface QueryParts {
  drafts: Drafts
  menu: ContextMenu
  selection: LastSelection
  open: OpenReport
  words: () => Promise<Texts['erp']>
}

/** The messages of the credit query. None of them queries: they bring a document to the tab where a person decides. */
export const queryHandlers = (
  parts: QueryParts,
): Pick<Handlers, 'open-query' | 'selection-changed' | 'draft'> => ({
  'open-query': async ({ document, name }, { tabId }) => {
    const shownName = name === undefined ? '' : plainName(name)
    const draft = {
      document: document === null ? null : checkedDocument(document),
      ...(shownName && { name: shownName }),
    }
    await parts.open(draft, tabId)
    return { opened: true }
  },
  'selection-changed': async ({ text }, { tabId }) => {
    await parts.selection.note({ tabId, text })
    await parts.menu.setTitle(menuTitle(text, await parts.words()))
    return { noted: true }
  },
  draft: ({ id, queryId }) =>
    queryId === undefined ? parts.drafts.read(id) : parts.drafts.attach(id, queryId),
})
