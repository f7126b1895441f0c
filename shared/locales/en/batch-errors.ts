import type { batchErrors as portuguese } from '../pt-br/batch-errors.ts'

export const batchErrors: typeof portuguese = {
  'listing-unknown': {
    text: 'This list of overdue invoices is no longer in the memory of the service.',
    hint: 'Read the invoices again; the selection was kept.',
  },
  'listing-cancelled': {
    text: 'Reading the invoices was interrupted.',
    hint: 'Read the invoices again whenever you want.',
  },
  'erp-rate': {
    text: 'The ERP asked to wait {seconds} s before further reads.',
    hint: 'Wait and try again.',
  },
  'batch-unknown': {
    text: 'This batch no longer exists.',
    hint: 'Reload the list of batches.',
  },
  'batch-too-large': {
    text: 'The batch has {count} debts; the maximum is {max}. Nothing was sent.',
    hint: 'Narrow the selection with the filters and make more than one batch.',
  },
  'batch-parts-differ': {
    text: 'The selection reached the service incomplete. Nothing was sent.',
    hint: 'Simulate again.',
  },
  'batch-empty': {
    text: 'None of the selected debts can be registered. Nothing was sent.',
    hint: 'See in the simulation what stands in the way.',
  },
  'batch-count-differs': {
    text: 'The number typed ({typed}) does not match: the batch is about {people} person(s). Nothing was sent.',
    hint: 'Check the summary and type the number of people.',
  },
  'batch-changed': {
    text: 'The batch has changed since it was shown. Nothing was sent.',
    hint: 'Check the updated summary and confirm again.',
  },
  'batch-state': {
    text: 'This batch is “{state}”. Nothing was sent.',
    hint: 'See how the batch stands now.',
  },
  'batch-over-daily-limit': {
    text: 'The batch has {going} inclusions and today’s limit still allows {left}. Nothing was sent.',
    hint: 'Narrow the selection, or ask an administrator to review the limit a day.',
  },
  'batch-approver-same': {
    text: 'Whoever confirmed the batch cannot approve it. Nothing was sent.',
    hint: 'Another person has to approve it in his own browser.',
  },
  'paid-in-queue': {
    text: 'Invoice {invoice} was paid while it waited. Nothing was sent.',
    hint: 'Nothing to do.',
  },
  'left-out': {
    text: 'Left out of the batch: a warning was not accepted.',
    hint: 'To register it, select it again and accept the warning.',
  },
  'inclusion-absent': {
    text: 'The bureau did not find the record: it was not registered.',
    hint: 'To try again, make another batch with this debt.',
  },
  'not-read': {
    text: 'The customer could not be read at the ERP.',
    hint: 'Simulate again when the ERP answers.',
  },
}
