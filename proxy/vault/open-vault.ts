import { join } from 'node:path'
import { z } from 'zod'
import type { Random } from '../../shared/clock.ts'
import { AppError } from '../../shared/errors.ts'
import type { Disk } from '../store/disk.ts'
import { errorCode, nodeDisk } from '../store/disk.ts'
import { writeDurably } from '../store/durable-write.ts'
import { ownFormat, refuseNewer, writtenIn } from '../store/layout.ts'
import type { Written } from '../store/layout.ts'
import { writeFailure } from '../store/write-failure.ts'
import type { Keyring } from './keychain.ts'
import { keeps, keychainVault, markKeychain, systemKeyring } from './keychain.ts'
import { createSealedFile, openSealedFile } from './sealed-file.ts'
import type { Vault } from './vault.ts'

interface OpenVaultOptions {
  folder: string
  /** `file` leaves the keychain alone, e.g. on a server without a desktop. */
  force?: 'file'
  random: Random
  disk?: Disk
  keyring?: () => Promise<Keyring | null>
  /** Another program's than this one's, in a test. */
  format?: Written
}

/** Which vault the installation uses; holds no secret. Written last, so that its presence means "complete". */
const choiceSchema = z.object({
  kind: z.enum(['keychain', 'file']),
  installation: z.string().min(1),
  layout: z.int().optional(),
  program: z.string().optional(),
})
/** What is understood of a choice in every layout. */
const writtenSchema = z.looseObject({ layout: z.int().optional(), program: z.string().optional() })
type Choice = z.infer<typeof choiceSchema>
const choiceFile = 'vault.json'

const readChoice = async (disk: Disk, folder: string, own: Written): Promise<Choice | null> => {
  try {
    const stored: unknown = JSON.parse(await disk.readFile(join(folder, choiceFile), 'utf8'))
    const { layout, program } = writtenSchema.parse(stored)
    refuseNewer(writtenIn({ ...(layout && { layout }), ...(program && { program }) }), own)
    return choiceSchema.parse(stored)
  } catch (thrown) {
    if (errorCode(thrown) === 'ENOENT') return null
    if (thrown instanceof AppError) throw thrown
    throw new AppError('vault-unavailable', { cause: thrown })
  }
}

const hasSecrets = async (disk: Disk, folder: string): Promise<boolean> =>
  (await disk.readdir(folder)).includes('vault.sealed')

/** First start: the keychain when it keeps, else the sealed file. */
const choose = async (options: OpenVaultOptions, disk: Disk, keyring: Keyring | null): Promise<Choice> => {
  const { folder, random } = options
  const installation = Buffer.from(random(9)).toString('hex')
  // A sealed file without the choice beside it is opened, never replaced by an empty vault.
  const sealed = await hasSecrets(disk, folder)
  const usable = !sealed && keyring !== null && (await keeps(keyring, `${installation}:probe`, random))
  const { layout, program } = options.format ?? ownFormat
  const choice: Choice = { kind: usable ? 'keychain' : 'file', installation, layout, program }
  if (usable) await markKeychain(keyring, installation)
  else if (!sealed) await createSealedFile({ folder, random, disk })
  await writeDurably(disk, join(folder, choiceFile), Buffer.from(JSON.stringify(choice)))
  return choice
}

const asWriteFailure = (thrown: unknown): never => {
  throw writeFailure(thrown)
}

/**
 * The installation's vault. Once chosen, the kind stays: a keychain that is locked, gone or of another user is an error, never a
 * silent change to an empty file.
 * @throws `vault-unavailable`, `store-write-failed`; `data-newer`, and then nothing is touched
 */
export const openVault = async (options: OpenVaultOptions): Promise<Vault> => {
  const { folder, force, random, disk = nodeDisk } = options
  const known = await readChoice(disk, folder, options.format ?? ownFormat)
  await disk.mkdir(folder, { recursive: true, mode: 0o700 })
  const keyring =
    force === 'file' || known?.kind === 'file' ? null : await (options.keyring ?? systemKeyring)()
  const { kind, installation } = known ?? (await choose(options, disk, keyring).catch(asWriteFailure))
  if (kind === 'file') return openSealedFile({ folder, random, disk })
  if (!keyring || !(await keeps(keyring, `${installation}:probe`, random)))
    throw new AppError('vault-unavailable')
  const vault = keychainVault(keyring, installation)
  // Asks for the mark too: a folder copied from another computer finds none here.
  await vault.get('probe')
  return vault
}
