import type { Access, OperationName } from '../../shared/api.ts'
import { operations } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import type { Handlers } from '../messaging/router.ts'
import type { Link } from './link.ts'

const callable = (name: OperationName): boolean => {
  const access: Access = operations[name].access
  return access !== 'public' && access !== 'console'
}

const checked = (name: OperationName, input: unknown): Record<string, unknown> => {
  const parsed = operations[name].input.safeParse(input)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const code: unknown = issue?.code === 'custom' ? issue.params?.['error'] : undefined
  if (code === 'document-invalid' || code === 'creditor-invalid') throw new AppError(code)
  throw new AppError('input-invalid', { params: { field: String(issue?.path[0] ?? '') } })
}

/** The messages about the service. `call` runs operations of paired browsers only; pairing has its own message. */
export const linkHandlers = (link: Link): Pick<Handlers, 'call' | 'link-state' | 'pair' | 'forget'> => ({
  call: ({ operation, input }) => {
    if (!callable(operation)) throw new AppError('message-refused')
    return link.call(operation, checked(operation, input))
  },
  'link-state': () => link.state(),
  pair: ({ code, name }) => link.pair(code, name),
  forget: () => link.forget(),
})
