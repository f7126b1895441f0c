/** How HubSoft writes money and answers. */
import type { Answer } from '../server/answer.ts'
import { json } from '../server/answer.ts'

/** The documented variants of a tenant: what its version of HubSoft knows. */
export type Tenant = 'old' | 'new'

/** `11990` → `119.9`: a number, and so without a last zero. */
export const amount = (cents: number): number => cents / 100

/** `11990` → `"119.9"` on an old tenant, `119.9` on a new one; null stays null. Both forms are in use. */
export const amountOf = (cents: number | null, tenant: Tenant): string | number | null => {
  if (cents === null) return null
  return tenant === 'old' ? String(amount(cents)) : amount(cents)
}

const found = 'Dados consultados com sucesso'

export const success = (rest: object): Answer => json({ status: 'success', msg: found, ...rest })

/** `cliente/financeiro` alone spells it so. */
export const misspelt = (rest: object): Answer => json({ status: 'suscess', msg: found, ...rest })

/** A business error: HTTP 200. */
export const failure = (msg: string, errors: string[] = []): Answer => json({ status: 'error', msg, errors })

export interface Page<Row> {
  rows: Row[]
  paginacao: { primeira_pagina: 0; ultima_pagina: number; pagina_atual: number; total_registros: number }
}

const whole = (text: string | null, fallback: number): number =>
  text !== null && /^\d+$/.test(text) ? Number(text) : fallback

/**
 * Cuts one page out of `rows`. The first page is 0; 50 a page unless asked, never more than 500.
 * @param shift rows by which the list has slipped since the page before, so that its last ones come again.
 */
export const pageOf = <Row>(rows: readonly Row[], query: URLSearchParams, shift = 0): Page<Row> => {
  const size = Math.min(500, Math.max(1, whole(query.get('itens_por_pagina'), 50)))
  const page = whole(query.get('pagina'), 0)
  const start = Math.max(0, page * size - (page > 0 ? shift : 0))
  return {
    rows: rows.slice(start, start + size),
    paginacao: {
      primeira_pagina: 0,
      ultima_pagina: Math.max(0, Math.ceil(rows.length / size) - 1),
      pagina_atual: page,
      total_registros: rows.length,
    },
  }
}
