import type { Link } from './journal-line.ts'
import type { Place } from './place.ts'
import { reachName } from './place.ts'
import { sealedJson } from './sealed-json.ts'

/**
 * How far the journal reached when it was last looked at, in a file of its own: a journal that was cut at its end looks like one that a
 * crash tore, and only this tells that lines are missing (case G81). Written once a minute and at the end, so it is a lower bound.
 */
export const writeReach = (place: Place, link: Link): Promise<void> =>
  sealedJson<Link>(place, reachName).write(link)

/** 0 when nothing says how far: the journal is then believed. */
export const readReach = (place: Place): Promise<number> =>
  sealedJson<Link>(place, reachName)
    .read()
    .then(
      ({ seq }) => seq,
      () => 0,
    )
