import { z } from 'zod'
import type { AppError } from '../../shared/errors.ts'

const rawAnswer = z.object({
  protocol: z.string().nullable(),
  code: z.string().nullable(),
  text: z.string(),
})

/** What the bureau answered, word for word but for documents. */
export type RawAnswer = z.infer<typeof rawAnswer>

/** The answer that a failure was made of, for the history (case G54); nothing where none came. */
export const rawAnswerIn = ({ details }: AppError): { evidence?: RawAnswer } => {
  const { data } = rawAnswer.safeParse(details)
  return data ? { evidence: data } : {}
}
