import { join, resolve } from 'node:path'
import { fill } from '../../shared/errors.ts'
import { bundleOf } from '../doctor/bundle.ts'
import { describe, diagnose, linesOf } from '../doctor/diagnose.ts'
import { gather } from '../doctor/gather.ts'
import type { World } from '../doctor/gather.ts'
import { nodeDisk } from '../store/disk.ts'
import { writeDurably } from '../store/durable-write.ts'
import { writeFailure } from '../store/write-failure.ts'
import { logFolder } from './data-folder.ts'
import { textsOf } from './terminal.ts'
import type { Terminal } from './terminal.ts'

export interface DoctorWishes {
  /** Write the file for support. */
  bundle: boolean
  /** Where; null: in the current folder. */
  file: string | null
  json: boolean
}

const newestLog = async ({ folder, disk }: World): Promise<string> => {
  const logs = logFolder(folder)
  const newest = (await disk.names(logs))
    .filter((name) => name.endsWith('.log'))
    .toSorted()
    .at(-1)
  return newest === undefined ? '' : ((await disk.text(join(logs, newest))) ?? '')
}

const write = async (file: string, text: string): Promise<void> => {
  try {
    await writeDurably(nodeDisk, file, Buffer.from(text))
  } catch (thrown) {
    throw writeFailure(thrown)
  }
}

/** Checks everything and says what to do. Resolves to the exit code: 1 when a check fails. @throws `store-write-failed` for the file */
export const doctor = async (terminal: Terminal, world: World, wishes: DoctorWishes): Promise<0 | 1> => {
  const words = textsOf(terminal)
  const print = (line: string): void => terminal.print(line)
  const facts = await gather(world)
  const results = diagnose(facts)
  const described = results.map((result) => describe(words, result))
  const count = (state: string): number => results.filter((result) => result.state === state).length
  const [fails, warns] = [count('fail'), count('warn')]
  if (wishes.json) print(JSON.stringify({ version: world.version, checks: described }, null, 2))
  else {
    print(fill(words.doctor.title, { version: world.version, folder: world.folder }))
    for (const line of linesOf(described)) print(line)
    print(fails + warns === 0 ? words.doctor.allWell : fill(words.doctor.summary, { fails, warns }))
  }
  if (wishes.bundle) {
    const day = new Date(facts.now).toISOString().slice(0, 10)
    const file = resolve(wishes.file ?? `nada-consta-doctor-${day}.json`)
    await write(file, bundleOf(facts, await newestLog(world)))
    if (!wishes.json) {
      print(fill(words.doctor.bundled, { file }))
      print(words.doctor.bundledNext)
    }
  }
  return fails > 0 ? 1 : 0
}
