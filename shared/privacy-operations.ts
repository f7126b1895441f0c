import { z } from 'zod'
import { day } from './api-negativation.ts'
import { document, errorBody } from './api-views.ts'
import { post } from './operation.ts'

/** The rights of the person whose document it is: to see what is held, to get it, to have it erased (LGPD art. 18). */

const count = z.int().min(0)

export const heldCounts = z.object({
  queries: count,
  reports: count,
  records: count,
  history: count,
  batchItems: count,
  tasks: count,
})
export type HeldCounts = z.infer<typeof heldCounts>

/** What stays after an erasure, without name, document, address or report, and until when. */
export const stayingProof = z.object({
  kind: z.enum(['registration', 'query']),
  /** The bureau's protocol; null where it gave none. */
  protocol: z.string().nullable(),
  /** The last day. */
  until: day,
})
export type StayingProof = z.infer<typeof stayingProof>

export const personHeld = z.object({
  counts: heldCounts,
  /** What an erasure would leave, and what earlier ones have left. */
  staying: z.array(stayingProof),
  /** Why nothing may be erased now; empty when it may. */
  obstacles: z.array(errorBody),
})
export type PersonHeld = z.infer<typeof personHeld>

/** `erased` counts what is gone; nothing of it is left but `staying`. */
export const personErased = z.object({ erased: heldCounts, staying: z.array(stayingProof) })
export type PersonErased = z.infer<typeof personErased>

const aboutPerson = z.object({ document })

/** POSTs because a document never stands in an address. */
export const privacyOperations = {
  personHeld: post('/v1/privacy/held', 'admin', aboutPerson, personHeld),
  /** Everything that is held, as one object for a file; who asked for it is noted. */
  personExport: post(
    '/v1/privacy/export',
    'admin',
    aboutPerson,
    z.object({ file: z.record(z.string(), z.unknown()) }),
  ),
  /** Refused with the reason while a debt is registered or anything about the person is under way. */
  personErase: post(
    '/v1/privacy/erase',
    'admin',
    z.object({ document, reason: z.string().trim().min(1).max(500) }),
    personErased,
  ),
}
