import { z } from 'zod'
import { environments, instant, productKinds, vitals } from './api-views.ts'

/** What the command `doctor` asks of the running service: counts and states; no secret, no document, no name, no tenant. */

/** The outcome of the last test; null: never tested. `code` is that of the error. */
const lastTest = z.object({ at: instant, ok: z.boolean(), code: z.string().nullable() }).nullable()
const pairHealth = z.object({ isSaved: z.boolean(), tested: lastTest })

export const health = z.object({
  storeReason: z.string().nullable(),
  isReadOnly: z.boolean(),
  clients: z.object({ count: z.int(), admins: z.int() }),
  integrations: z.array(
    z.object({
      environment: z.enum(environments),
      pairs: z.object({ query: pairHealth, pefin: pairHealth }),
      missing: z.array(z.enum(['query-credentials', 'pefin-credentials', ...productKinds])),
    }),
  ),
  erps: z.array(
    z.object({
      /** The public end of the address, e.g. `hubsoft.com.br`: never the tenant's own part. */
      domain: z.string(),
      savedAt: instant,
      tested: lastTest,
      /** Start of the last complete read of the payments, and of the last walk over every active record. */
      paymentsAt: instant.nullable(),
      auditAt: instant.nullable(),
      /** Why the last of these reads failed. */
      problem: z.string().nullable(),
    }),
  ),
  heartbeatAt: instant.nullable(),
  queues: vitals.shape.queues,
  /** How far this computer's clock is ahead of the last server that answered; null before any did. */
  aheadMs: z.int().nullable(),
})
export type Health = z.infer<typeof health>
