// @own-process: takes away what is watched
import { execFile, fork, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { masked, people } from '../../simulators/people.ts'
import { signedClient } from '../signed-client.ts'
import { leaksIn, searchFolder } from './find-leaks.ts'
import { takeWatched, watchText } from './watch.ts'
import { watchAnswers, watchedLog, watchFailure } from './watched-service.ts'

const cpf = masked(people.maria.document)

/** What the watch would have said at the end of this file, taken away so that it says nothing. */
const found = (): string[] => {
  const { secrets, seen } = takeWatched()
  return leaksIn(seen, secrets).filter((leak) => leak.startsWith('masked document of maria'))
}

const saying = `console.log('out', '${cpf}'); console.error('err', '${cpf}')`

test.each(['pipe', 'ignore', 'inherit'] as const)(
  'attack 33 · a leak on an output that is left to %s is heard',
  async (stdio) => {
    // Of what is passed on to the person, only a harmless line.
    const program = stdio === 'inherit' ? `process.stderr.write('')` : saying
    const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', stdio, stdio] })
    await once(child, 'close')
    expect(found()).toHaveLength(stdio === 'inherit' ? 0 : 2)
  },
)

test('attack 33 · so is one of a command, and of a service that is killed in the middle', async () => {
  expect((await promisify(execFile)(process.execPath, ['-e', saying])).stdout).toContain(cpf)
  expect(found()).toHaveLength(2)
  const room = await mkdtemp(join(tmpdir(), 'nada-leak-'))
  await writeFile(join(room, 'leak.cjs'), `${saying}; process.send(1); setInterval(() => {}, 1000)`)
  const child = fork(join(room, 'leak.cjs'), { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  await once(child, 'message')
  child.kill('SIGKILL')
  await once(child, 'close')
  expect(found()).toHaveLength(2)
  await writeFile(join(room, 'leak.cjs'), '')
  await rm(room, { recursive: true })
})

test('attack 33 · a file that a test removes is searched all the same', async () => {
  const room = await mkdtemp(join(tmpdir(), 'nada-leak-'))
  const file = join(room, 'data', '.journal.1-2.tmp')
  await mkdir(dirname(file))
  await writeFile(file, `{"debtor":"${cpf}"}`)
  await rm(room, { recursive: true })
  const { leaks } = await searchFolder(tmpdir())
  expect(leaks).toContainEqual(
    expect.stringMatching(/^masked document of maria in gone-\d+-nada-leak-.*tmp$/),
  )
  for (const leak of leaks) {
    const [, path = ''] = leak.split(' in gone-')
    await writeFile(join(tmpdir(), `gone-${path}`), '')
  }
})

test('attack 33 · the log, a failure of the regular work and an error answer are searched', async () => {
  watchedLog('failed', { code: cpf })
  watchFailure(new Error('harmless'))
  watchText('an error', cpf)
  const leaking = watchAnswers({ fetch: async () => new Response(`no ${cpf}`, { status: 400 }) })
  await leaking.fetch()
  const secret = randomBytes(32).toString('base64url')
  const there = { request: async () => new Response(`{"error":"${cpf}"}`, { status: 404 }) }
  await signedClient({ port: 1, app: there, clientId: 'x', secret }).ask('status', {})
  expect(found().map((leak) => leak.replace(/^.* in (.*) of “.*$/s, '$1'))).toEqual([
    'the log',
    'an error',
    'an error answer',
  ])
})
