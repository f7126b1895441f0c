import { dateAt } from '../../shared/business-time.ts'
import type { Negativation } from '../../shared/api.ts'
import type { NegativationRecord, RemovalRecord } from '../store/records.ts'
import { alarmOf } from './alarm.ts'
import { businessDaysLeft } from './deadlines.ts'

const removalViewOf = (removal: RemovalRecord, now: number): Negativation['removal'] => ({
  cause: removal.cause,
  reason: removal.reason,
  requestedAt: removal.requestedAt,
  requestedBy: removal.requestedBy,
  deadline: removal.deadline,
  daysLeft: removal.deadline && businessDaysLeft(dateAt(now), removal.deadline),
  attempts: removal.attempts,
  nextAttemptAt: removal.nextAt,
  problem: removal.problem,
  isHeld: removal.isHeld,
})

/** What a screen sees of a record. `now` in Unix milliseconds: the days left and the alarm are of that moment. */
export const viewOf = (
  record: NegativationRecord,
  { now, openTasks }: { now: number; openTasks: number },
): Negativation => {
  const { document, name, address } = record.debtor
  return {
    id: record.id,
    state: record.state,
    version: record.version,
    environment: record.environment,
    integrationId: record.integrationId,
    integration: record.integration,
    creditor: record.creditor,
    erpId: record.erpId,
    customer: record.customer,
    debtor: { name, document, address },
    service: record.service,
    contract: record.contract,
    invoices: record.invoices,
    totalCents: record.totalCents,
    due: record.due,
    reason: record.reason,
    createdAt: record.createdAt,
    createdBy: record.createdBy,
    changedAt: record.changedAt,
    protocol: record.protocol,
    bureauState: record.bureauState,
    removal: record.removal && removalViewOf(record.removal, now),
    alarm: alarmOf(record, now),
    openTasks,
  }
}
