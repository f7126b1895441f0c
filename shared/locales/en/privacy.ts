import type { Texts } from '../pt-br/pt-br.ts'

export const privacy: Texts['privacy'] = {
  title: 'Privacy',
  summary: 'what is held about a document · export · erase',
  purpose:
    'Answers a person’s request (LGPD, art. 18): to see, get or erase what is held about a CPF or CNPJ. Exports and erasures are noted, with your name and without the document.',
  document: 'CPF or CNPJ of the person',
  documentInvalid: 'The check digits do not match.',
  documentShort: 'Go on: a CPF has 11 digits, a CNPJ 14 characters.',
  look: 'See what is held',
  looking: 'Looking…',
  heldTitle: 'What is held about this document',
  nothing: 'Nothing is held about this document.',
  counts: {
    queries: 'Queries',
    reports: 'Kept reports',
    records: 'Registered debts and drafts',
    history: 'Lines of history',
    batchItems: 'Items of batches',
    tasks: 'Pending matters',
  },
  export: 'Export',
  exporting: 'Exporting…',
  exported: 'File saved. It holds personal data: hand it to the person only and delete the copy.',
  fileName: 'personal-data',
  eraseTitle: 'Erase',
  eraseText:
    'Erases queries, reports, ended registrations, histories, pending matters and the name in batches.',
  stayingTitle: 'What the law wants kept',
  stayingText:
    'Without name, document, address or report: only protocol, dates, amounts and who acted, to prove what was done (CDC, art. 27; LGPD, arts. 16 and 37).',
  stayingNone: 'Nothing has to stay.',
  staying: {
    registration: 'Registration, protocol {protocol}: until {until}',
    query: 'Query, protocol {protocol}: until {until}',
  },
  noProtocol: 'none',
  copies:
    'The daily backups and the service’s archive still hold the data for up to 16 days of use. Backups made by hand or before a restore stay until somebody deletes them; restoring an old backup brings the data back.',
  reason: 'Reason, in writing',
  reasonHint: 'For example “request of the person on 25/11”. No data about the person.',
  reasonMissing: 'Write the reason.',
  erase: 'Erase…',
  erasing: 'Erasing…',
  confirmTitle: 'Erase what is held about {document}?',
  confirmText: 'This cannot be undone.',
  confirm: 'Erase',
  cancel: 'Cancel',
  erased: 'Erased. This document is no longer in the records.',
  erasedTitle: 'What was erased',
}
