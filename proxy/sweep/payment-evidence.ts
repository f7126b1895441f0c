import type { DebtInvoice } from '../../shared/api.ts'
import { formatDate } from '../../shared/calendar.ts'
import { formatMoney } from '../../shared/money.ts'

const lineOf = ({ id, cents, payment }: DebtInvoice): string | null => {
  if (!payment) return null
  const amount = payment.cents === null ? null : formatMoney(payment.cents)
  const differs = payment.cents !== null && payment.cents !== cents
  return [id, formatDate(payment.credited ?? payment.paid), amount, differs && `≠ ${formatMoney(cents)}`]
    .filter(Boolean)
    .join(' ')
}

/** The payments that prove the end of a debt, in figures alone; where the amount is another one, both (case G41). */
export const paymentEvidence = (invoices: readonly DebtInvoice[]): string =>
  invoices.flatMap((invoice) => lineOf(invoice) ?? []).join('; ')
