import { useCallback, useEffect, useState } from 'preact/hooks'

export type View = 'tasks' | 'records' | 'audit'

/** What the page shows, as its address names it. */
export interface Place {
  /** Null while the address names none: the page chooses. */
  view: View | null
  /** The record that is open, or whose tasks alone are shown. */
  id: string | null
}

const named = /^(?:(tasks)(?:\/([A-Za-z0-9_-]{1,64}))?|(records|audit)|([A-Za-z0-9_-]{1,64}))$/

/** Reads the part behind `#`: `#tasks`, `#tasks/<id>`, `#records`, `#audit` or `#<id>`; anything else names nothing. */
export const placeOf = (hash: string): Place => {
  const [, tasks, tasksOf, view, id] = named.exec(hash.replace(/^#/, '')) ?? []
  if (tasks) return { view: 'tasks', id: tasksOf ?? null }
  if (view) return { view: view as View, id: null }
  return { view: id ? 'records' : null, id: id ?? null }
}

export interface Places {
  place: Place
  /** Goes to what a hash names, without the `#`. */
  go: (name: string) => void
}

/** Follows the address, so that a link, the back button and another tab's request all lead to the record. */
export const usePlace = (): Places => {
  const [place, setPlace] = useState(() => placeOf(location.hash))
  useEffect(() => {
    const follow = () => setPlace(placeOf(location.hash))
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])
  const go = useCallback((name: string) => {
    location.hash = name
    setPlace(placeOf(name))
  }, [])
  return { place, go }
}
