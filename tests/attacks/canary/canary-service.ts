import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { holidaysTable } from '../../../proxy/build/holidays-table.ts'

/** The command `start` as one file, as it is shipped. */
const bundle = async (file: string): Promise<void> => {
  const { rolldown } = await import('rolldown')
  const built = await rolldown({
    input: fileURLToPath(new URL('canary-main.ts', import.meta.url)),
    platform: 'node',
    external: ['@napi-rs/keyring'],
    plugins: [holidaysTable()],
  })
  await built.write({ file, format: 'esm' })
  await built.close()
}

/** What a developer may have set for all of Node: each makes a crash print or write more than its place. */
const talkative = [
  '--report-uncaught-exception',
  '--report-on-fatalerror',
  '--trace-uncaught',
  '--abort-on-uncaught-exception',
  '--unhandled-rejections=warn',
].join(' ')

export interface CanaryService {
  port: number
  /** All that it printed, once it has ended. */
  printed: Promise<string>
  kill(): Promise<void>
  /** Makes it die of a mistake whose message is this text; resolves to its exit code. */
  crash(how: 'throw' | 'reject', message: string): Promise<number | null>
}

/** Everything that the service can write to lies in the room: its data, its temporary folder, the folder that it runs in. */
export const canaryRoom = async (room: string, connectUrl: string) => {
  const program = join(room, 'program', 'service.mjs')
  const folders = { home: join(room, 'home'), temporary: join(room, 'tmp'), working: join(room, 'cwd') }
  await bundle(program)
  for (const folder of Object.values(folders)) await mkdir(folder)

  const start = async (): Promise<CanaryService> => {
    const child = fork(program, {
      cwd: folders.working,
      env: {
        PATH: process.env['PATH'],
        HOME: folders.working,
        TMPDIR: folders.temporary,
        NADA_CONSTA_HOME: folders.home,
        NADA_CONSTA_VAULT: 'file',
        NADA_CONSTA_CONNECT_URL: connectUrl,
        NADA_CONSTA_PACE: '20000',
        NODE_OPTIONS: talkative,
      },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    const gone = once(child, 'exit').then(([code]) => code as number | null)
    const printed = Promise.all([text(child.stdout!), text(child.stderr!)]).then((parts) => parts.join(''))
    const port = await new Promise<number>((resolve, reject) => {
      let line = ''
      child.stdout!.on('data', (chunk) => {
        line += String(chunk)
        const found = /127\.0\.0\.1:(\d+)/.exec(line)
        if (found) resolve(Number(found[1]))
      })
      void gone.then(() => reject(new Error('the service ended before it listened')))
    })
    return {
      port,
      printed,
      kill: async () => {
        child.kill('SIGKILL')
        await gone
      },
      crash: (how, message) => {
        child.send({ crash: how, text: message })
        return gone
      },
    }
  }
  return { ...folders, start }
}
