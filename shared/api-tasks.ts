import { z } from 'zod'
import { day, debtCents } from './api-negativation.ts'
import { id, instant } from './api-views.ts'
import type { Document } from './document.ts'
import { knownOf, orOther } from './growing.ts'

/** What the program cannot decide by itself, and what a person may answer. */

export const taskKinds = [
  /** The inclusion's end is not known and the bureau cannot be asked, or says something else than what was sent. */
  'inclusion-unknown',
  /** Included although it had been reported as absent. */
  'appeared-later',
  'adopted',
  /** The bureau refused after it had accepted. */
  'refused-later',
  /** The bureau does not know the record, and we never had a number of it (case G48). */
  'removal-unproven',
  'payment-undone',
  'payment-returned',
  'partial-payment',
  'written-off',
  'invoice-cancelled',
  'renegotiated',
  'invoice-vanished',
  'invoice-unchecked',
  'letter-returned',
  'expiring',
  /** Cleared at the bureau by somebody else: the money may not have arrived. */
  'removed-elsewhere',
  'removal-late',
] as const
export type TaskKind = (typeof taskKinds)[number]

export const taskActions = [
  'confirm-listed',
  'confirm-not-listed',
  'remove',
  'keep',
  'look-again',
  'acknowledge',
] as const
export type TaskAction = (typeof taskActions)[number]

export const task = z.object({
  id,
  /** `other` is one that only a newer service knows. */
  kind: orOther(taskKinds),
  negativationId: id,
  person: z.object({ name: z.string(), document: z.string().transform((text) => text as Document) }),
  totalCents: debtCents,
  openedAt: instant,
  /** The clearing deadline, where one runs. */
  deadline: day.nullable(),
  /** The facts side by side: label keys of the locale with values that are already text. */
  erp: z.array(z.object({ label: z.string(), value: z.string() })),
  bureau: z.array(z.object({ label: z.string(), value: z.string() })),
  sent: z.array(z.object({ label: z.string(), value: z.string() })),
  /** The first is the proposed one. */
  actions: knownOf(taskActions, 1),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  resolved: z
    .object({ at: instant, by: z.string(), action: orOther(taskActions), note: z.string() })
    .nullable(),
})
export type Task = z.infer<typeof task>
