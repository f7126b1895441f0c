import type { Storage } from 'webextension-polyfill'
import type { Clock } from '../../../shared/clock.ts'
import { parseDocument } from '../../../shared/document.ts'
import type { Document } from '../../../shared/document.ts'

const key = 'own-documents'
const freshForMs = 10 * 60_000
/** A service that gave none is asked again after so long. */
const againAfterMs = 60_000

interface Kept {
  documents: Document[]
  /** When the service is asked again. */
  until: number
}

interface OwnDocumentsParts {
  /** Asks the service for the creditors of its integrations. */
  ask: () => Promise<readonly Document[]>
  /** Session memory: out of reach of content scripts, and the worker may sleep meanwhile. */
  area: Storage.StorageArea
  clock: Clock
  /** Resolves when a service that does not answer has had its time: a menu must not wait for it. */
  patience: () => Promise<void>
}

/** The provider's own CNPJs, which stand on every slip and are never the customer; empty while nobody has told them. */
export type OwnDocuments = () => Promise<readonly Document[]>

/** Keeps what the service said for some minutes; what is old is used once more while the service is asked again. */
export const ownDocuments = ({ ask, area, clock, patience }: OwnDocumentsParts): OwnDocuments => {
  let asking: Promise<readonly Document[]> | null = null

  const refresh = async (known: readonly Document[]): Promise<readonly Document[]> => {
    const kept = await ask().then(
      (told): Kept => ({ documents: [...told], until: clock() + freshForMs }),
      (): Kept => ({ documents: [...known], until: clock() + againAfterMs }),
    )
    await area.set({ [key]: kept })
    asking = null
    return kept.documents
  }

  return async () => {
    const kept = (await area.get(key))[key] as Kept | undefined
    if (kept && clock() < kept.until) return kept.documents
    const known = kept?.documents ?? []
    asking ??= refresh(known)
    if (kept) return known
    return (await Promise.race([asking, patience()])) ?? []
  }
}

/** Whether a text of a page is one of the provider's own documents. */
export const isOwn = async (text: string, own: OwnDocuments): Promise<boolean> => {
  const document = parseDocument(text)
  return document !== null && (await own()).includes(document)
}
