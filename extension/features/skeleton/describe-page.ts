import { knownName } from './known-text.ts'
import { skeletonLimits, skeletonOf } from './skeleton-of.ts'

/** The page of this window for the support: where it stands in the ERP, how large it is shown, its skeleton. */
export const describePage = ({ document, location, innerWidth, innerHeight }: Window): string =>
  [
    `${knownName(location.pathname + location.hash)} (${innerWidth} × ${innerHeight})`,
    skeletonOf(document, skeletonLimits),
  ].join('\n')
