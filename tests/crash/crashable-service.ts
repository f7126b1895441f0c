import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { holidaysTable } from '../../proxy/build/holidays-table.ts'
import type { CrashOrder } from './crash-order.ts'

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** The service as one file, as it is shipped: a start is several times quicker than from its sources. */
export const bundleService = async (file: string): Promise<void> => {
  const { rolldown } = await import('rolldown')
  const bundle = await rolldown({
    input: here('service-main.ts'),
    platform: 'node',
    external: ['@napi-rs/keyring'],
    plugins: [holidaysTable()],
  })
  await bundle.write({ file, format: 'esm' })
  await bundle.close()
}

export interface CrashableService {
  port: number
  process: ChildProcess
  /** Tells the process where to die; resolves when it knows. */
  arm(order: CrashOrder): Promise<void>
  /** Resolves when the process is gone, with the signal that ended it. */
  gone: Promise<NodeJS.Signals | null>
  /** A power cut, now. */
  kill(): Promise<void>
  stop(): Promise<void>
}

interface CrashableOptions {
  /** The bundle of the service. */
  file: string
  /** The data folder. */
  home: string
  connectUrl: string
  /** Every wait so many times shorter. */
  pace: number
}

/** Starts the real service as a process of its own. Rejects when it ends before it listens. */
export const startCrashable = async (options: CrashableOptions): Promise<CrashableService> => {
  const { file, home, connectUrl, pace } = options
  const child = fork(file, {
    env: {
      ...process.env,
      NADA_CONSTA_HOME: home,
      NADA_CONSTA_VAULT: 'file',
      NADA_CONSTA_CONNECT_URL: connectUrl,
      NADA_CONSTA_PACE: String(pace),
      NODE_COMPILE_CACHE: join(dirname(file), 'compiled'),
    },
    execArgv: ['--import', here('crash-preload.ts')],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const gone = once(child, 'exit').then(([, signal]) => signal as NodeJS.Signals | null)
  const listening = once(child, 'message').then(([message]) => (message as { port: number }).port)
  const port = await Promise.race([listening, gone.then(() => null)])
  if (port === null) throw new Error('the service ended before it listened')
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal)
    await gone
  }
  return {
    port,
    process: child,
    gone,
    arm: async (order) => {
      const armed = once(child, 'message')
      child.send(order)
      await armed
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}
