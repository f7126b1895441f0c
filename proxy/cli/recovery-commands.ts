import { readFile } from 'node:fs/promises'
import { AppError, fill } from '../../shared/errors.ts'
import { writeCodeMark } from '../store/code-mark.ts'
import { nodeDisk } from '../store/disk.ts'
import type { RecoveryKey } from '../store/recovery-code.ts'
import { readRecoveryCode, recoveryCode } from '../store/recovery-code.ts'
import { dataFolder } from './data-folder.ts'
import { storeOf } from './store-of.ts'
import { textsOf } from './terminal.ts'
import type { Terminal } from './terminal.ts'

const groupsInLine = 5

/** The code that a person types, or that lies in a file; never in an argument, where every user of the computer reads it. */
export const askForCode = async (terminal: Terminal, file: string | undefined): Promise<RecoveryKey> => {
  const text =
    file === undefined
      ? ((await terminal.ask?.(textsOf(terminal).cli.codeQuestion)) ?? '')
      : await readFile(file, 'utf8').catch((cause: unknown) => {
          throw new AppError('recovery-code-missing', { cause })
        })
  if (text.trim() === '') throw new AppError('recovery-code-missing')
  return readRecoveryCode(text)
}

/** Prints the code that opens this installation's copies elsewhere; with `check` compares the one that is typed from the paper. */
export const recovery = async (
  terminal: Terminal,
  { check, file }: { check: boolean; file: string | undefined },
): Promise<void> => {
  const { cli } = textsOf(terminal)
  const { key, installation } = await storeOf(terminal)
  const own: RecoveryKey = { key: key.export(), installation }
  if (check) {
    const typed = await askForCode(terminal, file)
    if (!typed.key.equals(own.key) || typed.installation !== installation)
      throw new AppError('recovery-code-wrong')
    terminal.print(cli.codeRight)
  } else {
    const groups = recoveryCode(own)
    terminal.print(cli.codeTitle)
    for (let from = 0; from < groups.length; from += groupsInLine)
      terminal.print(
        fill(cli.codeLine, {
          from: String(from + 1).padStart(2),
          groups: groups.slice(from, from + groupsInLine).join(' '),
        }),
      )
    terminal.print(cli.codeNext)
  }
  await writeCodeMark(nodeDisk, dataFolder(terminal.env), installation, Date.now())
}
