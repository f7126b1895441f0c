import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import type { Draft } from '../features/query/draft.ts'
import { sessionDrafts } from '../features/query/drafts.ts'
import { send } from '../messaging/send.ts'

export interface OpenDraft {
  id: string
  draft: Draft
}

const drafts = sessionDrafts(browser.storage.session, () => crypto.randomUUID())

/** A draft for a tab that has none (opened by hand, or restored with the browser), so that its own reload finds its query. */
const newDraft = async (): Promise<OpenDraft> => {
  const draft: Draft = { document: null }
  const id = await drafts.save(draft)
  const address = new URL(location.href)
  address.searchParams.set('draft', id)
  history.replaceState(null, '', address)
  return { id, draft }
}

const readDraft = async (): Promise<OpenDraft> => {
  const id = new URL(location.href).searchParams.get('draft')
  const draft = id && (await send('draft', { id }).catch((): null => null))
  return id && draft ? { id, draft } : newDraft()
}

/** True once, for the tab that was opened to make the PDF of that saved query; a tab without its draft makes none by itself. */
export const claimPdf = (draftId: string, queryId: string): Promise<boolean> =>
  drafts.claimPdf(draftId, queryId).catch(() => false)

/** What this tab was opened for; null while it is read. The address carries only a random id. */
export const useDraft = (): OpenDraft | null => {
  const [open, setOpen] = useState<OpenDraft | null>(null)
  useEffect(() => {
    const read = async () => {
      setOpen(await readDraft())
    }
    void read()
  }, [])
  return open
}
