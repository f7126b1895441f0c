import { z } from 'zod'
import { AppError } from '../../../shared/errors.ts'
import type { HubsoftBody } from './transport.ts'

/** "Nothing found" is an empty list on some tenants and `status:"error"` on others (domain 1.3). */
const nothingFound = /nenhum|n[ãa]o encontrad|sem resultado/i

const list = z.union([z.array(z.unknown()), z.literal('')])

/** The rows under a name of an answer, unread. @throws `erp-refused`, `erp-unreadable` */
export const rowsOf = (body: HubsoftBody, name: string): unknown[] => {
  if (body.status === 'error') {
    if (nothingFound.test(body.msg ?? '')) return []
    throw new AppError('erp-refused')
  }
  const rows = list.safeParse(body[name])
  if (!rows.success) throw new AppError('erp-unreadable')
  return rows.data === '' ? [] : rows.data
}
