import { AppError } from '../../shared/errors.ts'
import { program } from '../negativation/ledger.ts'
import { foldedName } from './browser-names.ts'
import { consoleId } from './identities.ts'

const reserved: ReadonlySet<string> = new Set([program, consoleId].map(foldedName))

/** No browser bears the name under which the program or the console acts: the audit would not tell them apart. @throws `name-reserved` */
export const refuseReservedName = (name: string): void => {
  if (reserved.has(foldedName(name))) throw new AppError('name-reserved')
}
