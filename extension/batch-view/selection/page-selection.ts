/** The invoices whose rows a person ticked on the ERP's page. */
export interface PageSelection {
  /** The page's host, as the browser tells it. */
  site: string
  invoiceIds: string[]
}
