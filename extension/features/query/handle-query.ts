import type { Query } from '../../../shared/api.ts'
import { formatDocument, parseDocument } from '../../../shared/document.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Texts } from '../../../shared/locales/texts.ts'
import type { Handlers } from '../../messaging/router.ts'
import type { Link } from '../../proxy-link/link.ts'
import { checkedDocument } from './checked-document.ts'
import type { ContextMenu } from './context-menu.ts'
import type { Drafts } from './drafts.ts'
import type { LastSelection } from './last-selection.ts'
import type { OpenReport } from './open-report.ts'
import { isOwn } from './own-documents.ts'
import type { OwnDocuments } from './own-documents.ts'
import { plainName } from './plain-name.ts'
import { menuTitle } from './read-selection.ts'

interface QueryParts {
  drafts: Drafts
  menu: ContextMenu
  selection: LastSelection
  open: OpenReport
  own: OwnDocuments
  words: () => Promise<Texts['erp']>
  link: Pick<Link, 'call'>
}

/** The messages of the credit query. None of them queries: they bring a document to the tab where a person decides. */
export const queryHandlers = (
  parts: QueryParts,
): Pick<Handlers, 'open-query' | 'open-last-report' | 'selection-changed' | 'draft'> => ({
  'open-query': async ({ document, name }, { role, tabId }) => {
    if (role === 'content' && document !== null && (await isOwn(document, parts.own))) {
      // Read off a slip, most likely; a person who means it types it.
      await parts.open({ document: null, notice: 'own' }, tabId)
      return { opened: true }
    }
    const shownName = name === undefined ? '' : plainName(name)
    const draft = {
      document: document === null ? null : checkedDocument(document),
      ...(shownName && { name: shownName }),
    }
    await parts.open(draft, tabId)
    return { opened: true }
  },
  'open-last-report': async ({ queryId, document: text }, { tabId }) => {
    const document = parseDocument(text)
    const query = document && ((await parts.link.call('query', { id: queryId })) as Query)
    // Whose answer it is says the service; a page names no other person's (attack 24).
    if (!query || query.document !== document) throw new AppError('message-refused')
    await parts.open({ document: formatDocument(document), queryId, pdf: 'wanted' }, tabId)
    return { opened: true }
  },
  'selection-changed': async ({ text }, { tabId }) => {
    await parts.selection.note({ tabId, text })
    await parts.menu.setTitle(menuTitle(text, await parts.words(), await parts.own()))
    return { noted: true }
  },
  draft: ({ id, queryId }) =>
    queryId === undefined ? parts.drafts.read(id) : parts.drafts.attach(id, queryId),
})
