import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { doctor } from '../../proxy/cli/doctor-command.ts'
import type { DoctorWishes } from '../../proxy/cli/doctor-command.ts'
import { runCli } from '../../proxy/cli/run-cli.ts'
import type { World } from '../../proxy/doctor/gather.ts'
import { watchedTerminal } from '../attacks/canary/watched-service.ts'
import { doctorRoom } from './doctor-room.ts'

let room: Awaited<ReturnType<typeof doctorRoom>>
beforeEach(async () => {
  room = await doctorRoom()
})
afterEach(() => room.clear())

const run = async (world: World, wishes: Partial<DoctorWishes> = {}, env: NodeJS.ProcessEnv = {}) => {
  const out: string[] = []
  const terminal = { env, print: (line: string) => out.push(line), printError: () => {} }
  const code = await doctor(watchedTerminal(terminal), world, {
    bundle: false,
    file: null,
    json: false,
    ...wishes,
  })
  return { code, out }
}

test('all is well: code 0, one line for each check', async () => {
  const { code, out } = await run(room.world([await room.start()]))
  expect(code).toBe(0)
  expect(out[0]).toBe(`Nada Consta 1.0.0 · dados em ${room.folder}`)
  expect(out.slice(1, -1).every((line) => line.startsWith('✓ '))).toBe(true)
  expect(out.at(-1)).toBe('Está tudo em ordem.')
})

test('a failure: code 1, the fault and what to do, in the language of the terminal', async () => {
  const world = room.world([await room.start()], { clock: () => Date.now() - 3 * 3_600_000 })
  const { code, out } = await run(world)
  expect(code).toBe(1)
  expect(out.find((line) => line.startsWith('✗'))).toMatch(
    /^✗ Relógio +Há dados gravados 1[78]\d minutos no futuro/,
  )
  expect(out).toContainEqual(expect.stringMatching(/^ +→ Ligue o ajuste automático/))
  expect(out.at(-1)).toBe('Falhas: 1 · avisos: 0')
  const english = await run(world, {}, { LANG: 'en_US.UTF-8' })
  expect(english.out.at(-1)).toBe('Failures: 1 · warnings: 0')
})

test('for machines: JSON and nothing else', async () => {
  const { out } = await run(room.world([await room.start()]), { json: true })
  const { checks } = JSON.parse(out.join('\n')) as { checks: { check: string; state: string }[] }
  expect(checks).toContainEqual(expect.objectContaining({ check: 'sweep', state: 'ok' }))
})

test('the file for support: of this user alone, with the end of the newest log, without what is private', async () => {
  await mkdir(join(room.folder, 'log'))
  const lines = [
    { event: 'started', port: 41417, version: '1.0.0', pid: 7 },
    { event: 'done', operation: 'queryStart', client: 'browser-1', ms: 4 },
    {
      event: 'failed',
      code: 'internal',
      where: `at f (${room.folder}/main.js:1:2)`,
      document: '731.640.258-07',
    },
  ]
  await writeFile(join(room.folder, 'log', '2026-11-24.01.log'), '{"event":"crashed"}\n')
  await writeFile(
    join(room.folder, 'log', '2026-11-25.01.log'),
    lines.map((line) => `${JSON.stringify(line)}\n`).join(''),
  )
  const file = join(room.base, 'support.json')
  const { out } = await run(room.world([await room.start()]), { bundle: true, file })
  expect(out).toContain(`Arquivo para enviar ao suporte: ${file}`)
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const text = await readFile(file, 'utf8')
  // Its document is the test's own.
  await rm(join(room.folder, 'log', '2026-11-25.01.log'))
  expect((JSON.parse(text) as { log: unknown[] }).log).toEqual([
    { event: 'started', port: 41417 },
    { event: 'done', operation: 'queryStart', ms: 4 },
    { event: 'failed', code: 'internal', where: 'main.js:1:2' },
  ])
  const vault = await Promise.all(
    (await readdir(room.folder))
      .filter((name) => name === 'console.key' || name === 'vault.json')
      .map((name) => readFile(join(room.folder, name), 'utf8')),
  )
  const { installation } = JSON.parse(vault.find((each) => each.startsWith('{'))!) as { installation: string }
  const consoleKey = vault.find((each) => !each.startsWith('{'))!
  const secrets = ['consulta-123', 'pefin-456', 'provedor', 'Recepção', 'Matriz', installation, consoleKey]
  for (const secret of [...secrets, room.folder, room.base, 'browser-1', '731.640', 'chrome-extension'])
    expect(text).not.toContain(secret)
})

describe('the command line', () => {
  const cli = async (...words: string[]) => {
    const errors: string[] = []
    const env = { NADA_CONSTA_HOME: room.folder }
    const terminal = { env, print: () => {}, printError: (line: string) => void errors.push(line) }
    return runCli(words, watchedTerminal(terminal))
  }

  test.each([
    [['doctor', 'file.json']],
    [['doctor', '--scopes', 'query']],
    [['doctor', '--bundle', 'a', 'b']],
    [['clients', '--json']],
    [['backup', '--bundle']],
  ])('%j is not understood', async (words) => expect(await cli(...words)).toBe(2))
})
