import type { Texts } from '../pt-br/pt-br.ts'

export const access: Texts['access'] = {
  scopes: {
    query: {
      name: 'Consult',
      text: 'Consults credit and sees records, tasks and batches. Every screen depends on it.',
    },
    include: { name: 'Register', text: 'Registers debts, one by one and in batches.' },
    remove: { name: 'Remove', text: 'Asks for removals and resolves tasks.' },
    admin: {
      name: 'Administer',
      text: 'Changes the settings, pairs and revokes browsers, sees the audit trail, exports and erases personal data.',
    },
  },
  edit: 'Change',
  editOf: 'Change {name}',
  formOf: 'Change {name}',
  name: 'Who uses this browser',
  nameHint: 'Stands in the history and in the audit trail. What was done before keeps the old name.',
  nameTooLong: 'Use at most 80 letters.',
  permissions: 'Permissions',
  removeLocked: 'Comes with Register: who registers a debt must be able to remove it.',
  saved: 'Saved: {name}.',
  ownTitle: 'Stop administering?',
  ownText:
    'This browser loses the settings, the paired browsers and the audit trail at once. Only another browser that administers, or a new pairing on the service’s computer, gives this permission back.',
  ownConfirm: 'Stop administering',
  pairTitle: 'Pair another browser',
  pairText:
    'Tick what it will be allowed to do, run the command on the service’s computer and type the code that it shows into the settings of the other browser.',
  pairCommand: 'nada-consta pair --scopes {scopes}',
  who: 'Whoever administers grants the permission in Settings › Paired browsers; there is no need to pair again.',
  candidates: 'Only who may register debts chooses invoices for a batch.',
  draft: 'This batch is not confirmed yet. Only who may register debts sees the simulation and confirms.',
  approval: 'Only who may register debts approves or refuses this batch.',
  run: 'Only who may register debts pauses, continues or cancels a batch, and sees its debts one by one.',
  confirm: 'This browser may not register debts. Nothing was sent.',
  audit: 'Only who administers sees the audit trail.',
}
