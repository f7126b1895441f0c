/** What the background asks the content script: which invoices are ticked on its page. */
export interface SelectionQuestion {
  ask: 'selected-invoices'
}

export const selectionQuestion: SelectionQuestion = { ask: 'selected-invoices' }
