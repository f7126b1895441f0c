import { execFile, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

/** The built service, run by this Node. */
const built = [process.execPath, resolve('dist/proxy/nada-consta.mjs')]
/** `TEST_LOG=1 npx vitest …` shows the service's log among the test's lines. */
const showsLog = process.env['TEST_LOG'] !== undefined

export interface RunningProxy {
  port: number
  home: string
  /** Runs a command of the service's own command line and returns what it printed. */
  command(...parameters: string[]): Promise<string>
  /** Opens pairing and returns the code that a person would type. */
  pairingCode(): Promise<string>
  /** Stops the process, cleanly or not; the data stays for a restart. */
  stop(signal?: NodeJS.Signals): Promise<void>
  /** Starts it again on the same data. */
  restart(): Promise<void>
  /** Stops it and erases its data. */
  close(): Promise<void>
}

/**
 * Starts the built service as a person would, on one of its fixed ports, with its own data folder and the given Connect.
 * @param pace every wait of the service so many times shorter
 * @param program the program and its first words, where another one is to run than the built one
 */
export const startProxy = async (
  connectUrl: string,
  pace?: number,
  [program = '', ...first]: readonly string[] = built,
): Promise<RunningProxy> => {
  const home = await mkdtemp(join(tmpdir(), 'nada-consta-'))
  const env = {
    ...process.env,
    NADA_CONSTA_HOME: home,
    NADA_CONSTA_VAULT: 'file',
    NADA_CONSTA_CONNECT_URL: connectUrl,
    ...(pace !== undefined && { NADA_CONSTA_PACE: String(pace) }),
  }
  let child: ChildProcess

  const start = async (): Promise<number> => {
    child = spawn(program, [...first, 'start'], {
      env,
      stdio: ['ignore', 'pipe', showsLog ? 'inherit' : 'ignore'],
    })
    for await (const line of createInterface({ input: child.stdout! })) {
      const listening = /http:\/\/127\.0\.0\.1:(\d+)/.exec(line)
      if (listening) {
        child.stdout!.resume()
        return Number(listening[1])
      }
    }
    throw new Error('the service ended before it listened')
  }

  const command = async (...parameters: string[]): Promise<string> =>
    (await promisify(execFile)(program, [...first, ...parameters], { env })).stdout

  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }

  const proxy: RunningProxy = {
    port: await start(),
    home,
    command,
    pairingCode: async () => {
      const code = /^\s*([A-Z0-9]{4}-?[A-Z0-9]{4})\s*$/m.exec(await command('pair'))
      if (!code) throw new Error('the command line printed no pairing code')
      return code[1]!
    },
    stop,
    restart: async () => {
      proxy.port = await start()
    },
    close: async () => {
      await stop()
      await rm(home, { recursive: true, force: true })
    },
  }
  return proxy
}
