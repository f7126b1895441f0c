import { AppError } from '../../shared/errors.ts'
import { normaliseText } from '../../shared/normalise-text.ts'
import { program } from '../negativation/ledger.ts'
import { foldText } from '../negativation/fold-text.ts'
import { consoleId } from './identities.ts'

const folded = (name: string): string => foldText(normaliseText(name)).replaceAll(' ', '')

const reserved: ReadonlySet<string> = new Set([program, consoleId].map(folded))

/** No browser bears the name under which the program or the console acts: the audit would not tell them apart. @throws `name-reserved` */
export const refuseReservedName = (name: string): void => {
  if (reserved.has(folded(name))) throw new AppError('name-reserved')
}
