/** How the service reaches one ERP: its address and the technical user that the provider created for it. */
export interface ErpAccess {
  /** Origin alone, e.g. `https://api.empresa.hubsoft.com.br`. */
  baseUrl: string
  clientId: string
  /** Empty where the tenant uses none. */
  clientSecret: string
  username: string
  password: string
}

/** An ERP. Reads only. Throws `AppError`s of the `erp-…` family. */
export interface Erp {
  /** Resolves when the user is accepted and may read customers. */
  test(): Promise<void>
}
