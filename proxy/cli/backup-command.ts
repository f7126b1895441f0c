import { join, resolve } from 'node:path'
import { fill } from '../../shared/errors.ts'
import { makeBackup, writeBackup } from '../store/backup.ts'
import { copyOf } from '../store/epoch.ts'
import type { Place } from '../store/place.ts'
import { recover } from '../store/recover.ts'
import type { Found } from '../store/recover.ts'
import { storeOf } from './store-of.ts'
import { textsOf } from './terminal.ts'
import type { Terminal } from './terminal.ts'
import { written } from './written.ts'

/** The running service may make a snapshot while its files are read: then they are read again. */
const readQuietly = async (place: Place, tries = 3): Promise<Found> => {
  const found = await recover(place).catch((thrown: unknown) => {
    if (tries === 1) throw thrown
    return null
  })
  return found?.verdict === 'whole' || (found && tries === 1) ? found : readQuietly(place, tries - 1)
}

/** Stores a copy of what is kept, also while the service runs, and prints where. */
export const backup = async (terminal: Terminal, file: string | undefined): Promise<void> => {
  const place = await storeOf(terminal)
  const { tables, last, inDoubt, verdict } = await readQuietly(place)
  const copy = copyOf(place, tables, last, inDoubt || verdict === 'doubtful')
  const path = await written(async () => {
    if (file === undefined) return join(place.backups, await makeBackup(place, 'manual', copy))
    await writeBackup(place, resolve(file), copy)
    return resolve(file)
  })
  terminal.print(fill(textsOf(terminal).cli.backedUp, { file: path }))
}
