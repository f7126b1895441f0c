/** ASSUMED: how a row of `financeiro/renegociacao` names its invoices; HubSoft's collection shows the path, the filter and the sums alone. */
import { z } from 'zod'
import { AppError } from '../../../shared/errors.ts'
import type { Renegotiation } from '../erp.ts'
import type { HubsoftReader } from './read.ts'
import { rowsOf } from './rows.ts'
import { listOf, number } from './wire.ts'

const invoice = z.object({ id_fatura: number })
const row = z.object({
  id_renegociacao: number,
  faturas_renegociadas: listOf(invoice),
  faturas_geradas: listOf(invoice),
})

/**
 * Every agreement, ended and broken ones too: the first instalment may be paid all the same (case G37).
 * @throws `erp-unreadable` when the rows name no invoices
 */
export const readRenegotiations = async (read: HubsoftReader): Promise<Renegotiation[]> => {
  const rows = rowsOf(await read('financeiro/renegociacao', { status: 'todos' }), 'renegociacoes')
  const agreements = rows.flatMap((wire) => row.safeParse(wire).data ?? [])
  const isUnderstood = agreements.some(({ faturas_renegociadas: old }) => old.length > 0)
  if (rows.length > 0 && !isUnderstood) throw new AppError('erp-unreadable')
  return agreements.map((wire) => ({
    id: wire.id_renegociacao,
    oldInvoiceIds: wire.faturas_renegociadas.map(({ id_fatura: id }) => id),
    newInvoiceIds: wire.faturas_geradas.map(({ id_fatura: id }) => id),
  }))
}
