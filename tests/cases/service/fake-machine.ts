import type { Machine, Ran } from '../../../proxy/service/machine.ts'

/** What a command answers: its output, an exit code, null for a program that is not there. */
export type Answers = (command: string) => string | number | null

export interface FakeMachine {
  machine: Machine
  /** Every command, in order, program and words with spaces between. */
  commands: string[]
  files: Map<string, string | Uint8Array>
}

const ran = (answer: string | number | null): Ran =>
  typeof answer === 'string' ? { code: 0, out: answer } : { code: answer, out: '' }

/** A computer that only remembers: no command is run, no file written. */
export const fakeMachine = (parts: Partial<Machine>, answers: Answers): FakeMachine => {
  const commands: string[] = []
  const files = new Map<string, string | Uint8Array>()
  return {
    commands,
    files,
    machine: {
      platform: 'linux',
      env: {},
      home: '/home/ana',
      uid: 1000,
      run: async (program, words) => {
        const command = [program, ...words].join(' ')
        commands.push(command)
        return ran(answers(command))
      },
      read: async (path) => {
        const content = files.get(path)
        return content === undefined ? null : content.toString()
      },
      write: async (path, content) => void files.set(path, content),
      makeFolder: async () => {},
      remove: async (path) => void files.delete(path),
      wait: async () => {},
      ...parts,
    },
  }
}
