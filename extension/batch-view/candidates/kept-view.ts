import { z } from 'zod'
import { noFilters, situationFilters } from './filters.ts'
import { firstSort, sortKeys } from './sort-candidates.ts'

/** What a person has set on this screen and does not want to set again when the popup opens the next time. */
export const keptView = z.object({
  erpId: z.string().nullable(),
  filters: z.object({
    text: z.string(),
    minDays: z.string(),
    minValue: z.string(),
    maxValue: z.string(),
    service: z.string().nullable(),
    city: z.string().nullable(),
    issuer: z.string().nullable(),
    situation: z.enum(situationFilters),
    onlySelected: z.boolean(),
  }),
  sort: z.object({ key: z.enum(sortKeys), direction: z.enum(['ascending', 'descending']) }),
  /** Whether the filters that a popup has no room for are open. */
  isFurther: z.boolean(),
  integrationId: z.string(),
  reasonCode: z.string(),
})
export type KeptView = z.infer<typeof keptView>

export const firstView: KeptView = {
  erpId: null,
  filters: noFilters,
  sort: firstSort,
  isFurther: false,
  integrationId: '',
  reasonCode: '',
}
