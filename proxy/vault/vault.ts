/**
 * Where secrets lie: the OS keychain where one answers, else a sealed file. Nothing else keeps one and no route returns one.
 * Keys are `kind:id` in ASCII, e.g. `client:3f…`, `connect-query:9a…`.
 */
export interface Vault {
  readonly kind: 'keychain' | 'file'
  /** Throws `vault-unavailable` when the vault does not answer; an unknown key is `null`. */
  get(key: string): Promise<string | null>
  set(key: string, secret: string): Promise<void>
  delete(key: string): Promise<void>
}
