import type { Texts } from '../pt-br/pt-br.ts'
import { batchErrors } from './batch-errors.ts'
import { negativationErrors } from './negativation-errors.ts'
import { serviceErrors } from './service-errors.ts'
import { versionErrors } from './version-errors.ts'

/** What happened, and the one next step. `{name}` is filled from the error's params. */
export const errors: Texts['errors'] = {
  internal: {
    text: 'The Nada Consta service ran into an internal failure. Nothing was sent again.',
    hint: 'Try again; if it repeats, send the service log to support.',
  },

  'host-refused': { text: 'Access address refused.', hint: 'Use the Nada Consta extension.' },
  'origin-refused': { text: 'This browser is not authorised.', hint: 'Pair the browser in Settings.' },
  'method-refused': { text: 'Operation not allowed.', hint: 'Update the extension.' },
  'media-type-refused': { text: 'Request format refused.', hint: 'Update the extension.' },
  'body-too-large': {
    text: 'The request is larger than allowed. Nothing was done.',
    hint: 'Split the request into smaller parts.',
  },
  'signature-refused': {
    text: 'The service did not recognise this browser.',
    hint: 'Check the date and time of the computer; if they are right, pair again in Settings.',
  },
  'clock-skew': {
    text: 'The clock of this computer differs from the clock of the service.',
    hint: 'Set the date and time and try again.',
  },
  'scope-refused': {
    text: 'This browser is not permitted to do that.',
    hint: 'Nothing was done. Ask whoever administers to grant it in Settings › Paired browsers; there is no need to pair again.',
  },
  'rate-refused': { text: 'Too many requests in a short time.', hint: 'Wait {seconds} s and try again.' },
  'route-unknown': {
    text: 'Unknown operation.',
    hint: 'Update the extension and the service to the same version.',
  },
  'input-invalid': {
    text: 'The field “{field}” was not accepted.',
    hint: 'Correct the value and try again. Nothing was sent.',
  },

  'pairing-closed': {
    text: 'Pairing is closed.',
    hint: 'On the computer of the service, run “nada-consta pair” and type the code within 2 minutes.',
  },
  'pairing-code-wrong': {
    text: 'Wrong pairing code.',
    hint: 'Check the code. {left} attempts left.',
  },
  'pairing-locked': {
    text: 'Pairing was closed after 5 wrong codes.',
    hint: 'Run “nada-consta pair” again to get another code.',
  },

  'document-invalid': {
    text: 'Invalid CPF or CNPJ: the check digits do not match.',
    hint: 'Check the number in the customer record. Nothing was queried or charged.',
  },
  'document-own': {
    text: 'The CNPJ on the screen is your company’s, not the customer’s.',
    hint: 'Open the customer’s full record. Nothing was opened.',
  },
  'document-not-text': {
    text: 'The document must be text.',
    hint: 'Send the CPF or CNPJ as text, so that no leading zero is lost.',
  },
  'creditor-invalid': {
    text: 'The CNPJ of the creditor is invalid.',
    hint: 'Check the CNPJ of the company that issues the invoices.',
  },

  'integration-unknown': {
    text: 'This integration no longer exists.',
    hint: 'Reload the page and choose another.',
  },
  'credentials-missing': {
    text: '{pair} missing in this integration.',
    hint: 'An administrator must enter them in Settings.',
  },
  'product-unknown': {
    text: 'The product “{product}” is not among the synchronised products of this integration.',
    hint: 'Synchronise the products in Settings or choose another product.',
  },
  'product-wrong-person': {
    text: 'The product “{product}” does not serve {person}.',
    hint: 'Choose a product for {person}.',
  },
  'document-unsupported': {
    text: 'Connect does not accept a CNPJ with letters yet.',
    hint: 'Ask the support of Connect. Nothing was done or charged.',
  },

  'query-repeated': {
    text: 'This document was queried with this product {days} days ago.',
    hint: 'Open the stored result or confirm the new query, which has a cost.',
  },
  'query-key-reused': {
    text: 'This request was already used for another query.',
    hint: 'Reload the page and query again. Nothing was queried or charged.',
  },
  'query-unknown': { text: 'This query no longer exists.', hint: 'Its retention period may have ended.' },
  'query-no-answer': {
    text: 'This query has no stored result.',
    hint: 'See the state of the query in the history.',
  },
  'query-uncertain': {
    text: 'The answer of Connect did not arrive. The query may have been made and charged.',
    hint: 'It was not repeated. Look in Connect whether it is listed before you query again.',
  },

  'connect-unreachable': {
    text: 'Connect could not be reached. Nothing was queried or charged.',
    hint: 'Check the internet connection of the computer of the service and try again.',
  },
  'connect-credentials-refused': {
    text: 'Connect refused {pair}.',
    hint: 'Check them with the support of Connect and save them again in Settings.',
  },
  'connect-no-balance': {
    text: 'Connect reported insufficient balance.',
    hint: 'Settle the balance with Connect. Nothing was done or charged.',
  },
  'connect-refused': {
    text: 'Connect refused the query: {message}',
    hint: 'See the reason given; if in doubt, talk to the support of Connect.',
  },
  'connect-error-page': {
    text: 'Connect answered with an error page instead of the result.',
    hint: 'Try later. If it was a query, look in Connect whether it is listed before you repeat it.',
  },
  'connect-cut': {
    text: 'The answer of Connect arrived incomplete and was not accepted as a result.',
    hint: 'If it was a query, it may have been charged: look in Connect whether it is listed before you repeat it.',
  },
  'connect-unproven': {
    text: 'Connect answered without the protocol or without the document asked for; the answer was not accepted as a result.',
    hint: 'If it was a query, it may have been charged: look in Connect whether it is listed before you repeat it.',
  },
  'connect-no-reply': {
    text: 'Connect did not answer.',
    hint: 'Try later. This operation is never charged.',
  },
  'connect-rate': {
    text: 'Connect asked to wait. Nothing was done.',
    hint: 'Try again in {seconds} s.',
  },
  'connect-down': {
    text: 'Connect is down (code {status}).',
    hint: 'Try later. If it was a query, look in Connect whether it is listed before you repeat it.',
  },
  'connect-products-unreadable': {
    text: 'The product list of Connect could not be read. The previous list was kept.',
    hint: 'Try again; if it repeats, enter the product code by hand.',
  },

  'erp-unknown': { text: 'This ERP is no longer registered.', hint: 'Reload the page.' },
  'erp-unreachable': {
    text: 'The API of the ERP could not be reached.',
    hint: 'Check the address (for example, https://api.empresa.hubsoft.com.br) and the internet connection.',
  },
  'erp-credentials-refused': {
    text: 'The ERP refused the API user.',
    hint: 'Check client_id, client_secret, user and password in HubSoft.',
  },
  'erp-refused': {
    text: 'The ERP refused the request.',
    hint: 'Check the permissions of the API user in HubSoft.',
  },
  'erp-unreadable': {
    text: 'The answer of the ERP could not be understood.',
    hint: 'Check whether the address is that of the HubSoft API.',
  },
  'erp-down': { text: 'The API of the ERP is down (code {status}).', hint: 'Try later.' },

  ...negativationErrors,
  ...serviceErrors,
  ...versionErrors,
  ...batchErrors,

  'client-unknown': { text: 'This browser is no longer paired.', hint: 'Reload the list.' },
  'address-invalid': {
    text: 'The address is not accepted.',
    hint: 'Use https:// and the name of the server, without path or password.',
  },

  'person-registered': {
    text: 'A debt of this person is registered from here. Nothing was erased.',
    hint: 'The record is what gets the name cleared in time. Have it removed and erase when that is done.',
  },
  'person-under-way': {
    text: 'An inclusion or removal of this person is under way or its end is unknown. Nothing was erased.',
    hint: 'Wait for its end or settle the pending matter, then erase.',
  },
  'person-watched': {
    text: 'The bureau is still checked until {until}, to see that the name does not appear again. Nothing was erased.',
    hint: 'Erase after that day.',
  },
  'person-task-open': {
    text: 'A matter about this person is pending. Nothing was erased.',
    hint: 'Settle it, then erase.',
  },
  'person-query-running': {
    text: 'A query of this document is under way. Nothing was erased.',
    hint: 'Wait for its result, then erase.',
  },
  'person-in-batch': {
    text: 'This person is in a batch that has not ended. Nothing was erased.',
    hint: 'Finish or cancel the batch, then erase.',
  },

  'vault-unavailable': {
    text: 'The keychain of this computer is locked: queries, inclusions and removals wait for it.',
    hint: 'Unlock the system keychain: the service goes on by itself within 1 minute. If it does not, run `nada-consta doctor`.',
  },
  'store-unreadable': {
    text: 'The stored data could not be read. Nothing was deleted.',
    hint: 'Do not delete the data folder; talk to support to restore a copy.',
  },
  'store-write-failed': {
    text: 'Writing to disk failed. The operation was not done.',
    hint: 'Free disk space and check the permissions of the data folder.',
  },

  'service-off': {
    text: 'The Nada Consta service does not answer on this computer.',
    hint: 'Start the service with “nada-consta start”.',
  },
  'not-paired': {
    text: 'This browser is not paired yet.',
    hint: 'Open Settings and type the pairing code.',
  },
  'permission-withheld': {
    text: 'The browser does not let the extension talk to the local service.',
    hint: 'Click “Allow” in Settings.',
  },
  'stranger-on-port': {
    text: 'Another program answers in place of the Nada Consta service. No data was sent to it.',
    hint: 'Close the other program or restart the computer, then start the service.',
  },
  'browser-blocked': {
    text: 'The browser blocked access to the local service.',
    hint: 'Allow access to apps on this device in the settings of the browser.',
  },
  'message-refused': { text: 'The extension refused the request.', hint: 'Reload the ERP page (F5).' },
  'extension-updated': {
    text: 'The extension was updated.',
    hint: 'Reload the page (F5) to continue.',
  },

  'answer-lost': {
    text: 'The answer did not reach this screen. The operation may have been done.',
    hint: 'Reload the page and check the state before you repeat it.',
  },
  'draft-unknown': {
    text: 'This tab lost the document it was about to query, because the browser was restarted. The service lost nothing.',
    hint: 'Type the CPF or CNPJ; queries already made are in the history.',
  },
  'site-unsupported': {
    text: 'This address is not the panel of a known ERP.',
    hint: 'Enter the address of the panel, for example empresa.hubsoft.com.br.',
  },
  'site-not-granted': {
    text: 'The browser did not give the extension access to this site.',
    hint: 'Add the site again and choose “Allow”.',
  },
  'skeleton-no-tab': {
    text: 'No page of this ERP is open.',
    hint: 'Open the screen where the function is missing in the ERP, and try again here.',
  },
  'skeleton-failed': {
    text: 'The structure of the page could not be read. Nothing was copied.',
    hint: 'Reload the ERP page (F5) and try again.',
  },

  'pdf-blank': {
    text: 'The PDF would have been blank and was not saved.',
    hint: 'Use “Print” and choose “Save as PDF”.',
  },
  'pdf-failed': {
    text: 'The PDF could not be made. The result is still stored.',
    hint: 'Use “Print” and choose “Save as PDF”.',
  },
}
