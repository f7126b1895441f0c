import type { Vault } from './vault.ts'

/** The vault's in-memory twin, for tests. */
export const memoryVault = (): Vault => {
  const secrets = new Map<string, string>()
  return {
    kind: 'file',
    get: async (key) => secrets.get(key) ?? null,
    set: async (key, secret) => {
      secrets.set(key, secret)
    },
    delete: async (key) => {
      secrets.delete(key)
    },
  }
}
