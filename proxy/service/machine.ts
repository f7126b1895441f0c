/** How a program ended: `code` is null where it could not be started at all. */
export interface Ran {
  code: number | null
  out: string
}

/** What the managers touch of this computer. */
export interface Machine {
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
  /** The person's home folder. */
  home: string
  /** The person's number; null on Windows. */
  uid: number | null
  run(program: string, words: readonly string[], env?: Readonly<Record<string, string>>): Promise<Ran>
  /** The text of a file; null where there is none. */
  read(path: string): Promise<string | null>
  /** Writes a whole file, and makes its folder. @throws `service-file-refused` */
  write(path: string, content: string | Uint8Array): Promise<void>
  makeFolder(path: string): Promise<void>
  remove(path: string): Promise<void>
  wait(ms: number): Promise<void>
}

/** True where a program ended well. */
export const isDone = ({ code }: Ran): boolean => code === 0
