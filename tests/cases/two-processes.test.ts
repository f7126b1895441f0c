import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

/** A program that starts the service on a free port, so that these processes meet no other. */
const program = `
  import { randomBytes } from 'node:crypto'
  import { startService } from ${JSON.stringify(resolve('proxy/cli/start-service.ts'))}
  const parts = { clock: Date.now, random: randomBytes, log: () => {}, version: '0.0.0', ports: [0] }
  try {
    const service = await startService({ folder: process.env.NADA_CONSTA_HOME, env: process.env, ...parts })
    process.once('SIGTERM', () => service.stop())
    console.log('listening', service.port)
  } catch (error) {
    console.log('refused', error.code, JSON.stringify(error.params))
    process.exitCode = 1
  }`

let folder: string
const children: ChildProcess[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nada-consta-two-'))
})
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  await rm(folder, { recursive: true })
})

const start = async (): Promise<{ child: ChildProcess; said: string }> => {
  const env = { ...process.env, NADA_CONSTA_HOME: folder, NADA_CONSTA_VAULT: 'file' }
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const [said] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return { child, said }
}

const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

describe('attack 36 · G83 · two copies running', () => {
  test('the second says who runs, and ends', async () => {
    const first = await start()
    expect(first.said).toMatch(/^listening \d+$/)
    const second = await start()
    expect(second.said).toBe(`refused lock-held {"pid":${first.child.pid}}`)
    if (second.child.exitCode === null) await once(second.child, 'exit')
    expect(second.child.exitCode).toBe(1)
    expect(first.child.exitCode).toBeNull()
    expect(await readFile(join(folder, 'lock'), 'utf8')).toMatch(new RegExp(`^${first.child.pid} `))
  })

  test('killed: its lock is taken over; stopped: it leaves none', async () => {
    const first = await start()
    await end(first.child, 'SIGKILL')
    expect(await readdir(folder)).toContain('lock')
    const second = await start()
    expect(second.said).toMatch(/^listening/)
    await end(second.child, 'SIGTERM')
    expect(second.child.exitCode).toBe(0)
    expect(await readdir(folder)).not.toContain('lock')
  })

  test('a lock whose id belongs to another process by now', async () => {
    await writeFile(join(folder, 'lock'), `${process.pid} some boot 1\n`)
    expect((await start()).said).toMatch(/^listening/)
  })
})
