import { z } from 'zod'
import { id } from './api-views.ts'
import type { Scope } from './api-views.ts'

/** Who may call: nobody paired (`public`), the command line of the same machine (`console`), or a paired browser with the scope. */
export type Access = 'public' | 'console' | Scope

export const nothing = z.object({})
export const done = z.object({ ok: z.literal(true) })

export interface Operation<Who extends Access, Input extends z.ZodType, Output extends z.ZodType> {
  readonly method: 'GET' | 'POST'
  /** `:name` segments are filled from the input of the same name; the rest of the input is the JSON body, of a GET the query. */
  readonly path: string
  readonly access: Who
  readonly input: Input
  readonly output: Output
  /** HTTP status of a success. */
  readonly success: 200 | 201 | 202
}

export const getFor = <Who extends Access, Input extends z.ZodType, Output extends z.ZodType>(
  path: string,
  access: Who,
  input: Input,
  output: Output,
): Operation<Who, Input, Output> => ({ method: 'GET', path, access, input, output, success: 200 })

export const get = <Who extends Access, Output extends z.ZodType>(
  path: string,
  access: Who,
  output: Output,
) => getFor(path, access, nothing, output)

export const getBy = <Who extends Access, Output extends z.ZodType>(
  path: string,
  access: Who,
  output: Output,
) => getFor(path, access, z.object({ id }), output)

export const post = <Who extends Access, Input extends z.ZodType, Output extends z.ZodType>(
  path: string,
  access: Who,
  input: Input,
  output: Output,
  success: 200 | 201 | 202 = 200,
): Operation<Who, Input, Output> => ({ method: 'POST', path, access, input, output, success })
