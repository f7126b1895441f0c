import type { negativationErrors as portuguese } from '../pt-br/negativation-errors.ts'

/** Errors of registering debts, clearing names and keeping data. */
export const negativationErrors: typeof portuguese = {
  'negativation-unknown': {
    text: 'This record no longer exists.',
    hint: 'Reload the list.',
  },
  'negativation-changed': {
    text: 'What was shown has changed in the ERP. Nothing was sent.',
    hint: 'Check the updated data and confirm again.',
  },
  'negativation-not-draft': {
    text: 'This registration was already handled and is “{state}”. Nothing was sent again.',
    hint: 'See its progress in the list of registrations.',
  },
  'negativation-expired': {
    text: 'The confirmation was open for more than {minutes} minutes. Nothing was sent.',
    hint: 'Read the updated data and confirm again.',
  },
  'confirm-key-reused': {
    text: 'This request was already used for another registration. Nothing was sent.',
    hint: 'Reload the window and confirm again.',
  },
  'inclusion-blocked': {
    text: 'This cannot be registered: {count} reason(s). Nothing was sent.',
    hint: 'See the reasons beside the invoices and correct them in the ERP.',
  },
  'warnings-not-accepted': {
    text: '{count} warning(s) were not accepted. Nothing was sent.',
    hint: 'Read each warning and accept it.',
  },
  'written-reason-missing': {
    text: 'The written reason is missing. Nothing was sent.',
    hint: 'Write why this debt is to be registered all the same.',
  },
  'inclusion-not-set-up': {
    text: 'Inclusion is off in this integration: {missing} is missing.',
    hint: 'An administrator must complete the set-up: what could not be removed is not included.',
  },
  'inclusion-refused': {
    text: 'Connect refused the inclusion: {code} {message}',
    hint: 'See the reason given; if in doubt, ask Connect’s support. The person was not registered.',
  },
  'inclusion-duplicate': {
    text: 'Connect says that this contract is already registered. Nothing was included again.',
    hint: 'Check the duplicate: the existing record is being looked up at the bureau.',
  },
  'inclusion-uncertain': {
    text: 'Connect did not confirm the inclusion. It may have been made.',
    hint: 'It was not repeated. The service asks the bureau; if it cannot tell, a task shows what to check.',
  },
  'already-registered': {
    text: 'This invoice is already registered. Nothing was sent.',
    hint: 'Open the existing record in the list.',
  },
  'already-at-bureau': {
    text: 'The bureau already holds a record with this contract. Nothing was sent.',
    hint: 'Check on the bureau’s site who included it before going on.',
  },
  'inclusion-reason-unknown': {
    text: 'This inclusion reason is no longer among the synchronised ones.',
    hint: 'Choose another reason or synchronise the products.',
  },
  'removal-reason-unknown': {
    text: 'This removal reason is no longer among the synchronised ones.',
    hint: 'Choose another reason or synchronise the products.',
  },
  'removal-refused': {
    text: 'Connect refused the removal: {code} {message}',
    hint: 'The service tries again by itself. If it persists, ask Connect’s support for the removal.',
  },
  'removal-unproven': {
    text: 'The bureau did not find the record, and we never received a number of it.',
    hint: 'Check on the bureau’s site whether the name is clear.',
  },
  'removal-uncertain': {
    text: 'Connect did not confirm the removal. It will be repeated: repeating a removal is safe.',
    hint: 'Nothing to do now.',
  },
  'removal-earlier-proof': {
    text: 'The ERP could not be read again; the removal was sent on the payment proved before.',
    hint: 'Nothing to do now.',
  },
  'removal-not-possible': {
    text: 'This record is “{state}” and there is nothing to remove.',
    hint: 'See the history of the record.',
  },
  'removal-still-present': {
    text: 'The bureau still shows the record after its processing time. The removal was sent again.',
    hint: 'If it persists, ask Connect’s support for the removal.',
  },
  'environment-differs': {
    text: 'This record was made in {recorded} and the integration is in {current}. Nothing was sent.',
    hint: 'Switch the integration back to {recorded} to handle this record.',
  },
  'lookup-unsupported': {
    text: 'Connect offers no look-up of a debt’s state for this account.',
    hint: 'Check on the bureau’s site and answer the task.',
  },
  'lookup-failed': {
    text: 'The bureau could not be asked before sending. Nothing was sent.',
    hint: 'Try again in a few minutes.',
  },
  'bureau-busy': {
    text: 'The bureau is processing this record.',
    hint: 'The service tries again by itself.',
  },
  'task-unknown': {
    text: 'This task no longer exists.',
    hint: 'Reload the list.',
  },
  'task-resolved': {
    text: 'This task was already resolved by {by}.',
    hint: 'Reload the list.',
  },
  'task-action-refused': {
    text: 'This action does not fit this task.',
    hint: 'Reload the list and choose one of the actions shown.',
  },
  'note-missing': {
    text: 'What was checked is missing.',
    hint: 'Write what the bureau’s site shows, or why you decided so.',
  },
  'erp-none': {
    text: 'No ERP is set up for this site.',
    hint: 'An administrator must enter the ERP’s API in the set-up.',
  },
  'erp-customer-unknown': {
    text: 'The ERP’s API did not find this customer.',
    hint: 'Check the API user’s permissions in HubSoft. Nothing was sent.',
  },
  'erp-filter-ignored': {
    text: 'The ERP answered with another customer’s or invoice’s data; reading was stopped. Nothing was sent.',
    hint: 'Tell support: the ERP’s API ignores its filter.',
  },
  'invoice-reissued': {
    text: 'Invoice {invoice} was cancelled and issued again as {reissued}.',
    hint: 'The new invoice is registered only if somebody decides so.',
  },
  'erp-in-use': {
    text: '{count} registration(s) depend on this ERP to know of the payment. Nothing was removed.',
    hint: 'To change address or password, edit it; remove it only after the clearing.',
  },
  'integration-in-use': {
    text: '{count} registration(s) can be cleared only by this integration. Nothing was removed.',
    hint: 'Change the passwords without removing; remove it only after the clearing.',
  },
  'store-read-only': {
    text: 'The stored data is read-only. Nothing was included.',
    hint: 'Restore a copy with “nada-consta restore” or ask support.',
  },
  'restore-audit-running': {
    text: 'This installation went back to a copy that is not checked yet at the bureau and the ERP. Nothing was included.',
    hint: 'Wait for the check to end. Its progress is shown in the list of registrations.',
  },
  'copies-unreachable': {
    text: 'The day’s copy does not reach its second place.',
    hint: 'Check that the disk or share of NADA_CONSTA_BACKUPS is connected and that the folder exists.',
  },
  'store-missing': {
    text: 'No data are stored in this folder.',
    hint: 'Start the service once with “nada-consta start”.',
  },
  'store-repaired': {
    text: 'A damaged data file was made good from a copy. Nothing was lost.',
    hint: 'If it happens again, check the disk of this computer.',
  },
  'disk-full': {
    text: 'The disk is full. Nothing was sent.',
    hint: 'Free disk space and try again.',
  },
  'backup-unreadable': {
    text: 'This copy could not be read or belongs to another installation. Nothing was changed.',
    hint: 'Choose another copy; “nada-consta restore” without a name lists them.',
  },
  'recovery-code-incomplete': {
    text: 'The code has {count} groups; there are {wanted}.',
    hint: 'Copy the whole code from the paper, in the order in which it stands there.',
  },
  'recovery-code-typo': {
    text: 'There is a typo in the code, in group: {groups}.',
    hint: 'Check that group on the paper and type the code again.',
  },
  'recovery-code-wrong': {
    text: 'This code is not right.',
    hint: 'Check every group on the paper and type the code again.',
  },
  'recovery-code-missing': {
    text: 'The recovery code is needed to open this copy.',
    hint: 'Type the code that “nada-consta recovery-code” printed, or use “--code-file”.',
  },
  'backup-foreign': {
    text: 'The code is spelled right but does not open this copy: the copy is of another installation, or damaged. Nothing was changed.',
    hint: 'Use the code of the installation that made the copy, or another copy.',
  },
  'service-running': {
    text: 'The service is running (process {pid}).',
    hint: 'Stop the service before restoring a copy.',
  },
}
