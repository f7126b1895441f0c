import type { ErpInvoice, Renegotiation } from '../erps/erp.ts'

type Agreements = readonly Renegotiation[] | null

/** Every invoice that stands in the place of this one, of later agreements too; empty when it was not renegotiated. */
export const instalmentsOf = (invoiceId: string, agreements: Agreements): ReadonlySet<string> => {
  const found = new Set<string>()
  const replaced = [invoiceId]
  for (const id of replaced)
    for (const { oldInvoiceIds, newInvoiceIds } of agreements ?? [])
      if (oldInvoiceIds.includes(id))
        for (const newId of newInvoiceIds)
          if (!found.has(newId)) {
            found.add(newId)
            replaced.push(newId)
          }
  return found
}

export const isRenegotiated = (invoiceId: string, agreements: Agreements): boolean =>
  (agreements ?? []).some(({ oldInvoiceIds }) => oldInvoiceIds.includes(invoiceId))

const moneyDay = ({ payment }: ErpInvoice): string => payment?.credited ?? payment?.paid ?? ''

/** The instalment that was paid first: with it the old debt has to leave the bureau (case G37). Undefined while none is. */
export const firstPaidInstalment = (
  invoiceId: string,
  { rows, agreements }: { rows: readonly ErpInvoice[]; agreements: Agreements },
): ErpInvoice | undefined => {
  const ids = instalmentsOf(invoiceId, agreements)
  return rows
    .filter(({ id, fact }) => ids.has(id) && fact === 'paid')
    .toSorted((one, other) => (moneyDay(one) < moneyDay(other) ? -1 : 1))[0]
}
