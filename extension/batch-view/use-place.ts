import { useCallback, useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { batchPlace } from '../features/batch/batch-place.ts'

/** What the page shows, as it stands behind the `#`: `candidates`, `batches` or `batch/<id>`. */
export type Place = string

/** The place that the part behind `#` names, or null. */
export const placeOf = (hash: string): Place | null =>
  batchPlace.safeParse(hash.replace(/^#/, '')).data ?? null

/** The batch that a place shows; null for the lists. */
export const batchIdOf = (place: Place): string | null => /^batch\/(.+)$/.exec(place)?.[1] ?? null

const memory = 'batch-place'

const remembered = async (): Promise<Place | null> => {
  const kept = await browser.storage.session.get(memory).catch((): Record<string, unknown> => ({}))
  return batchPlace.safeParse(kept[memory]).data ?? null
}

export interface Places {
  /** Null until it is known where the person was. */
  place: Place | null
  go: (place: Place) => void
}

/**
 * Follows the address; where it names no place, the page stands where it was last, so that a popup that had closed loses nothing
 * (case G67).
 */
export const usePlace = (): Places => {
  const [place, setPlace] = useState(() => placeOf(location.hash))
  useEffect(() => {
    const follow = () => setPlace((known) => placeOf(location.hash) ?? known)
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
  useEffect(() => {
    const settle = async () => {
      if (place) return browser.storage.session.set({ [memory]: place })
      const last = await remembered()
      setPlace((known) => known ?? last ?? 'candidates')
    }
    void settle()
  }, [place])
  const go = useCallback((name: Place) => {
    location.hash = name
    setPlace(name)
  }, [])
  return { place, go }
}
