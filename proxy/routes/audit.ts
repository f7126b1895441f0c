import type { Document } from '../../shared/document.ts'
import { trailEntries } from '../audit/trail-entries.ts'
import { trailIndex } from '../audit/trail-index.ts'
import { actorsOf, placeOf, trailPage } from '../audit/trail-page.ts'
import type { ToldStore } from '../store/told-store.ts'
import type { Handlers } from './handlers.ts'

interface AuditDeps {
  store: ToldStore
  /** The keyed hash by which a document is found again. */
  hashOf: (document: Document) => Promise<string>
}

/** Who did what, when, about whom and for which purpose (LGPD art. 37). */
export const auditHandlers = ({ store, hashOf }: AuditDeps): Pick<Handlers, 'auditTrail'> => {
  const index = trailIndex(store)
  const aboutOf = async (document: Document): Promise<Set<string>> => {
    const queries = await store.query('queries', { document })
    return new Set([...(await index.about(document)), ...queries.map(({ id }) => id), await hashOf(document)])
  }
  return {
    auditTrail: async ({ from, to, kinds, actor, document, people, after, limit }) => {
      const place = after === null ? null : placeOf(after)
      const about = document && (await aboutOf(document))
      const days = await index.days(from, to)
      const { marks, next } = trailPage(days, { kinds, actor, people, about }, { after: place, limit })
      const actors = actorsOf(days, { people })
      return { entries: await trailEntries(store, marks, document), next, actors }
    },
  }
}
