import { AppError } from '../../../shared/errors.ts'
import type { Handlers } from '../../messaging/router.ts'
import { checkedDocument } from '../query/checked-document.ts'
import { isOwn } from '../query/own-documents.ts'
import type { OwnDocuments } from '../query/own-documents.ts'
import { plainName } from '../query/plain-name.ts'
import type { OpenConfirmation } from './open-confirmation.ts'
import type { OpenRecords } from './open-records.ts'

interface NegativationParts {
  open: OpenConfirmation
  openRecords: OpenRecords
  own: OwnDocuments
}

/** The messages that lead to the windows where a person acts. None of them includes, removes or confirms anything. */
export const negativationHandlers = (
  parts: NegativationParts,
): Pick<Handlers, 'open-negativation' | 'open-records'> => ({
  'open-negativation': async ({ customerId, document, name }, { role, tabId, host }) => {
    if (role === 'content' && document !== undefined && (await isOwn(document, parts.own)))
      throw new AppError('document-own')
    const proposal = {
      // Whose customer it is follows from the page that asks, never from what it says (attack 24).
      site: host ?? null,
      customerId: customerId ?? null,
      document: document === undefined ? null : checkedDocument(document),
      name: (name && plainName(name)) || null,
      act: null,
    }
    await parts.open(proposal, tabId)
    return { opened: true }
  },
  'open-records': async ({ negativationId }, { tabId }) => {
    await parts.openRecords(negativationId, tabId)
    return { opened: true }
  },
})
