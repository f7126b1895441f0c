import { z } from 'zod'
import { operations } from '../../shared/api.ts'
import { texts } from '../../shared/locales/texts.ts'

/** Names of ours, so that nothing else passes: no path with a person's name, no id, no text. */
const frames = (where: string): string =>
  [...where.matchAll(/([a-z][a-z-]{0,40}\.(?:ts|js|mjs|cjs)):(\d{1,6}):(\d{1,6})/g)]
    .map(([frame]) => frame)
    .join(' < ')

const count = z.number().int()
const isCode = (code: string): boolean => Object.hasOwn(texts('pt-BR').errors, code)
const isOperation = (name: string): boolean => Object.hasOwn(operations, name)

/** What of a log line leaves this computer; each field by its form, what does not fit is left out. */
const line = z.object({
  time: z.iso.datetime().optional().catch(undefined),
  event: z
    .enum([
      'started',
      'stopped',
      'done',
      'failed',
      'refused',
      'crashed',
      'paired',
      'pairing-opened',
      'revoked',
      'pace-refused',
      'other',
    ])
    .catch('other'),
  code: z.string().refine(isCode).optional().catch(undefined),
  operation: z.string().refine(isOperation).optional().catch(undefined),
  status: count.optional().catch(undefined),
  ms: count.optional().catch(undefined),
  count: count.optional().catch(undefined),
  port: count.optional().catch(undefined),
  where: z.string().transform(frames).optional().catch(undefined),
})
export type RedactedLine = z.infer<typeof line>

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The last lines of a log, without anything that is not ours to send; a line that is none of ours is left out. */
export const redactLog = (text: string, most: number): RedactedLine[] =>
  text
    .split('\n')
    .slice(-most - 1)
    .map((each) => line.safeParse(parsed(each)).data)
    .filter((each) => each !== undefined)
    .slice(-most)
