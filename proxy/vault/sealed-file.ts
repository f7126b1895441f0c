import { join } from 'node:path'
import type { Random } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import type { Disk } from '../store/disk.ts'
import { writeDurably } from '../store/durable-write.ts'
import { inTurn } from '../store/in-turn.ts'
import { sealedJson } from '../store/sealed-json.ts'
import { writeFailure } from '../store/write-failure.ts'
import type { Vault } from './vault.ts'

interface SealedFileOptions {
  folder: string
  random: Random
  disk: Disk
}

type Secrets = Readonly<Record<string, string>>

const keyFile = 'vault.key'
const secretsFile = 'vault.sealed'

const secretsIn = (options: SealedFileOptions, key: Uint8Array) =>
  sealedJson<Secrets>({ ...options, key }, secretsFile)

/** Makes the two files of an empty vault; only for an installation that has never kept a secret. */
export const createSealedFile = async (options: SealedFileOptions): Promise<void> => {
  const key = options.random(32)
  await writeDurably(options.disk, join(options.folder, keyFile), key)
  await secretsIn(options, key).write({})
}

/**
 * The vault where no keychain answers: one AES-256-GCM file of mode 0600, its key in another one. That protects a copied file or a
 * backup without the key, not against a program of the same user (README says so).
 * @throws `vault-unavailable` when one of the two is missing or damaged
 */
export const openSealedFile = async (options: SealedFileOptions): Promise<Vault> => {
  const turn = inTurn()
  try {
    const file = secretsIn(options, await options.disk.readFile(join(options.folder, keyFile)))
    let secrets = await file.read()
    const replace = (change: (before: Secrets) => Secrets) =>
      turn(async () => {
        const next = change(secrets)
        try {
          await file.write(next)
        } catch (thrown) {
          throw writeFailure(thrown)
        }
        secrets = next
      })
    return {
      kind: 'file',
      get: async (key) => (Object.hasOwn(secrets, key) ? (secrets[key] ?? null) : null),
      set: (key, secret) => replace((before) => ({ ...before, [key]: secret })),
      delete: (key) => replace(({ [key]: _gone, ...rest }) => rest),
    }
  } catch (thrown) {
    throw new AppError('vault-unavailable', { cause: thrown })
  }
}
