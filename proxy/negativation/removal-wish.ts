import type { DebtInvoice, ReasonView } from '../../shared/api.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import { AppError } from '../../shared/errors.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { Store } from '../store/store.ts'
import { removalDeadline } from './deadlines.ts'
import type { RemovalWish } from './event.ts'
import { reasonByCode, removalReasonsOf } from './removal-reason.ts'

/** The day on which the last of the invoices was quit, as the ERP said at its last look; null while one of them is not. */
export const quitOn = (invoices: readonly DebtInvoice[]): CalendarDate | null => {
  const days = invoices.map(({ payment }) => payment && (payment.credited ?? payment.paid))
  return days.length > 0 && days.every((day) => day !== null)
    ? days.reduce((latest, day) => (day > latest ? day : latest))
    : null
}

/** A person's wish to clear a name. The legal clock runs where everything was paid, whoever asks (Súmula 548). */
export const personWish = ({ invoices }: NegativationRecord, reason: ReasonView): RemovalWish => {
  const clockFrom = quitOn(invoices)
  return { cause: 'person', reason, clockFrom, deadline: clockFrom && removalDeadline(clockFrom) }
}

/** The Motivo Baixa that a person chose. @throws `removal-reason-unknown` when the integration does not list it (any more) */
export const chosenReason = async (
  store: Store,
  { integrationId }: NegativationRecord,
  code: string,
): Promise<ReasonView> => {
  const reason = reasonByCode(await removalReasonsOf(store, integrationId), code)
  if (!reason) throw new AppError('removal-reason-unknown')
  return reason
}
