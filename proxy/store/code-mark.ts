import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import type { Disk } from './disk.ts'
import { writeDurably } from './durable-write.ts'

/** That somebody has this installation's recovery code on paper; holds nothing of the code. */
const codeMark = z.object({ installation: z.string(), at: z.iso.datetime() })

export const codeMarkFile = 'recovery-code.json'

/** Names an installation without telling its id, which is half of the code. */
const shortName = (installation: string): string =>
  createHash('sha256').update(installation).digest('hex').slice(0, 16)

export const writeCodeMark = (disk: Disk, home: string, installation: string, at: number): Promise<void> =>
  writeDurably(
    disk,
    join(home, codeMarkFile),
    Buffer.from(JSON.stringify({ installation: shortName(installation), at: new Date(at).toISOString() })),
  )

/** Whether the text of a mark is of this installation. */
export const isCodeKept = (text: string | null, installation: string): boolean => {
  try {
    return codeMark.parse(JSON.parse(text ?? '')).installation === shortName(installation)
  } catch {
    return false
  }
}
