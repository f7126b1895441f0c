import type { Random } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import type { Vault } from './vault.ts'

/** The keychain of the operating system, one entry for each account name. */
export interface Keyring {
  get(account: string): Promise<string | null>
  set(account: string, secret: string): Promise<void>
  delete(account: string): Promise<void>
}

const service = 'nada-consta'

/** The system's keychain, or null where its native module is missing or does not load. */
export const systemKeyring = async (): Promise<Keyring | null> => {
  const keyring = await import('@napi-rs/keyring').catch(() => null)
  if (!keyring) return null
  const entry = (account: string) => new keyring.AsyncEntry(service, account)
  return {
    get: (account) => entry(account).getPassword(),
    set: (account, secret) => entry(account).setPassword(secret),
    delete: async (account) => void (await entry(account).deleteCredential()),
  }
}

/** Whether the keychain really keeps: a locked or absent one may fail only at writing, or answer null to everything. */
export const keeps = async (keyring: Keyring, account: string, random: Random): Promise<boolean> => {
  const secret = Buffer.from(random(16)).toString('hex')
  try {
    await keyring.set(account, secret)
    const back = await keyring.get(account)
    await keyring.delete(account)
    return back === secret
  } catch {
    return false
  }
}

const guarded = async <Result>(task: () => Promise<Result>): Promise<Result> => {
  try {
    return await task()
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown
    throw new AppError('vault-unavailable', { cause: thrown })
  }
}

/** Stands in the keychain as long as the installation does. */
const mark = 'installation'

/** Says in the keychain that this installation keeps its secrets there. */
export const markKeychain = (keyring: Keyring, installation: string): Promise<void> =>
  guarded(() => keyring.set(`${installation}:${mark}`, installation))

/**
 * The vault in the keychain. Its entries carry the installation's id, so that two installations of one user do not mix.
 * An entry that is not found is believed only while the mark is: a locked keychain answers null instead of failing.
 */
export const keychainVault = (keyring: Keyring, installation: string): Vault => {
  const account = (key: string): string => `${installation}:${key}`
  const assertOpen = async (): Promise<void> => {
    if ((await keyring.get(account(mark))) !== installation) throw new AppError('vault-unavailable')
  }
  return {
    kind: 'keychain',
    get: (key) =>
      guarded(async () => {
        const secret = await keyring.get(account(key))
        if (secret === null) await assertOpen()
        return secret
      }),
    set: (key, secret) => guarded(() => keyring.set(account(key), secret)),
    delete: (key) => guarded(() => keyring.delete(account(key))),
  }
}
