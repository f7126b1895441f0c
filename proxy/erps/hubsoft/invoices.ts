import { z } from 'zod'
import { addMonths } from '../../../shared/calendar.ts'
import type { CalendarDate } from '../../../shared/calendar.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ErpInvoice, OverduePage, PaymentsPage } from '../erp.ts'
import type { InvoiceOwner } from './invoice-row.ts'
import { invoiceOf, overdueOf, ownerOf } from './invoice-row.ts'
import type { HubsoftReader, Query } from './read.ts'
import { rowsOf } from './rows.ts'

export interface Days {
  from: CalendarDate
  to: CalendarDate
}

const path = 'financeiro/fatura'
const pageSize = 500
/** No customer has so many invoices; a tenant that never says "last page" must not be read for ever. */
const mostPages = 40

const paging = z.object({ pagina_atual: z.coerce.number(), ultima_pagina: z.coerce.number() })

interface Page {
  rows: unknown[]
  nextPage: number | null
  /** How many there are; null when the answer does not say. */
  pages: number | null
}

/** Explicit days always: without them HubSoft shows the last ten days alone (domain 1.6). */
const window = (kind: 'data_vencimento' | 'data_pagamento', { from, to }: Days): Query => ({
  tipo_data: kind,
  data_inicio: from,
  data_fim: to,
})
const everything: Query = { exibir_fatura_inativa: 'sim', valor_zerado: 'sim' }

const readPage = async (read: HubsoftReader, query: Query, page: number, size = pageSize): Promise<Page> => {
  const body = await read(path, { ...query, pagina: String(page), itens_por_pagina: String(size) })
  const rows = rowsOf(body, 'faturas')
  const place = paging.safeParse(body['paginacao'])
  if (!place.success) return { rows, nextPage: rows.length < size ? null : page + 1, pages: null }
  const { ultima_pagina: last } = place.data
  return { rows, nextPage: page < last ? page + 1 : null, pages: last + 1 }
}

/** Every row must be of the customer that was asked for: an unknown filter is ignored, and then everybody's come (domain 1.6). */
const assertOwner = (row: unknown, customerId: string): InvoiceOwner => {
  const owner = ownerOf(row)
  if (!owner) throw new AppError('erp-unreadable')
  if (owner.cliente.id_cliente !== customerId) throw new AppError('erp-filter-ignored')
  return owner
}

const readable = (row: unknown): ErpInvoice => {
  const invoice = invoiceOf(row)
  if (!invoice) throw new AppError('erp-unreadable')
  return invoice
}

const ofCustomer = async (read: HubsoftReader, customerId: string, query: Query): Promise<unknown[]> => {
  const found: unknown[] = []
  let page: number | null = 0
  for (let pages = 0; page !== null && pages < mostPages; pages += 1) {
    const answer: Page = await readPage(
      read,
      { busca: 'id_cliente', termo_busca: customerId, ...query },
      page,
    )
    for (const row of answer.rows) assertOwner(row, customerId)
    found.push(...answer.rows)
    page = answer.nextPage
  }
  return found
}

/** Rows come again when the list moves between two pages. */
const unique = (invoices: readonly ErpInvoice[]): ErpInvoice[] => [
  ...new Map(invoices.map((invoice) => [invoice.id, invoice])).values(),
]

/** Every invoice that is not quit, by due date. Partly paid and written-off ones too; what HubSoft made inactive is owed by nobody. */
export const readUnpaidInvoices = async (
  read: HubsoftReader,
  customerId: string,
  between: Days,
): Promise<ErpInvoice[]> => {
  const rows = await ofCustomer(read, customerId, {
    ...window('data_vencimento', between),
    tipo_resultado: 'detalhado',
    valor_zerado: 'sim',
    exibir_pix_copia_cola: 'sim',
  })
  return unique(rows.map(readable)).filter(({ fact }) => fact !== 'paid' && fact !== 'cancelled')
}

/** The days between which any invoice of interest is due. */
const wide = (day: CalendarDate): Days => ({ from: addMonths(day, -240), to: addMonths(day, 120) })

/** The wanted invoices as they are now; one that is missing has vanished. See `Erp.invoices`. */
export const readInvoices = async (
  read: HubsoftReader,
  customerId: string,
  wanted: readonly { id: string; due: CalendarDate }[],
  today: CalendarDate,
): Promise<ErpInvoice[]> => {
  const ids = new Set(wanted.map(({ id }) => id))
  const dues = wanted.map(({ due }) => due).toSorted()
  const [from] = dues
  const to = dues.at(-1)
  if (!from || !to) return []
  const readBetween = async (days: Days): Promise<ErpInvoice[]> => {
    const rows = await ofCustomer(read, customerId, {
      ...window('data_vencimento', days),
      ...everything,
      tipo_resultado: 'detalhado',
    })
    return unique(rows.filter((row) => ids.has(ownerOf(row)?.id_fatura ?? '')).map(readable))
  }
  const found = await readBetween({ from, to })
  // Its due date may have been moved.
  return found.length === ids.size ? found : readBetween(wide(today))
}

/**
 * One page of what was paid. A row that cannot be read is left out rather than stop everybody's removals: the audit reads its record
 * by itself and tells. @throws `erp-unreadable` when none of them can be read
 */
export const readPaymentsPage = async (
  read: HubsoftReader,
  between: Days,
  page: number,
): Promise<PaymentsPage> => {
  const query = {
    ...window('data_pagamento', between),
    ...everything,
    apenas_quitado: 'sim',
    tipo_resultado: 'detalhado',
  }
  const { rows, nextPage } = await readPage(read, query, page)
  const invoices = rows.flatMap((row) => invoiceOf(row) ?? [])
  if (rows.length > 0 && invoices.length === 0) throw new AppError('erp-unreadable')
  return { invoices: invoices.filter(({ fact }) => fact === 'paid' || fact === 'written-off'), nextPage }
}

/**
 * One page of everybody's overdue invoices. `apenas_em_aberto` is a hint that a tenant may not know: each row speaks for itself. A row
 * that cannot be read is counted. @throws `erp-filter-ignored` when a row is not of the days, `erp-unreadable` when none can be read
 */
export const readOverduePage = async (
  read: HubsoftReader,
  between: Days,
  page: number,
): Promise<OverduePage> => {
  const query = {
    ...window('data_vencimento', between),
    tipo_resultado: 'detalhado',
    apenas_em_aberto: 'sim',
    exibir_pix_copia_cola: 'sim',
  }
  const { rows, nextPage, pages } = await readPage(read, query, page)
  const found = rows.flatMap((row) => overdueOf(row) ?? [])
  if (rows.length > 0 && found.length === 0) throw new AppError('erp-unreadable')
  if (found.some(({ due }) => due < between.from || due > between.to))
    throw new AppError('erp-filter-ignored')
  const invoices = found.filter(({ fact }) => fact !== 'paid' && fact !== 'cancelled')
  return { invoices, unread: rows.length - found.length, nextPage, pages }
}

/** Code, name and document of a customer, from any invoice; null when there is none. `cliente` has no search by this number (domain 1.9). */
export const readOwner = async (
  read: HubsoftReader,
  customerId: string,
  today: CalendarDate,
): Promise<InvoiceOwner['cliente'] | null> => {
  const query = {
    busca: 'id_cliente',
    termo_busca: customerId,
    ...window('data_vencimento', wide(today)),
    ...everything,
  }
  const { rows } = await readPage(read, query, 0, 1)
  return rows.length > 0 ? assertOwner(rows[0], customerId).cliente : null
}
