import { describe, expect, test } from 'vitest'
import { fakeMachine } from './fake-machine.ts'
import { openManager } from '../../../proxy/service/open-manager.ts'
import { serviceEnv } from '../../../proxy/service/program.ts'
import type { Program } from '../../../proxy/service/program.ts'

const program: Program = { node: '/n', bundle: '/b', folder: '/d', logs: '/d/log', env: {} }
const on = (parts: Parameters<typeof fakeMachine>[0], answer: string | null = '') =>
  fakeMachine(parts, () => answer).machine
const whoami = (sid: string) => `"desktop\\joão","${sid}"\r\n`

describe('root and SYSTEM are refused', () => {
  test.each(['linux', 'darwin', 'freebsd'] as const)('root on %s', (platform) =>
    expect(openManager(on({ platform, uid: 0 }), program)).rejects.toThrow('service-as-root'),
  )

  test.each(['S-1-5-18', 'S-1-5-19', 'S-1-5-20'])('%s on Windows', (sid) =>
    expect(openManager(on({ platform: 'win32', uid: null }, whoami(sid)), program)).rejects.toThrow(
      'service-as-root',
    ),
  )

  test('no variable opens the way', () =>
    expect(
      openManager(on({ uid: 0, env: { NADA_CONSTA_HOME: '/d', SUDO_USER: 'ana' } }), program),
    ).rejects.toThrow('service-as-root'))
})

test('each system has its manager', async () => {
  const places = [
    on({}),
    on({ platform: 'darwin', uid: 501 }),
    on({ platform: 'win32', uid: null }, whoami('S-1-5-21-1-2-3-1001')),
  ].map(async (machine) => (await openManager(machine, program)).place)
  expect(await Promise.all(places)).toEqual([
    '/home/ana/.config/systemd/user/nada-consta.service',
    '/home/ana/Library/LaunchAgents/nada-consta.service.plist',
    'Nada Consta S-1-5-21-1-2-3-1001',
  ])
})

test('a system without one is told', () =>
  expect(openManager(on({ platform: 'freebsd' }), program)).rejects.toMatchObject({
    code: 'service-platform-unknown',
    params: { platform: 'freebsd' },
  }))

test('a Windows that does not say who is there installs nothing', () =>
  expect(openManager(on({ platform: 'win32', uid: null }, 'nobody'), program)).rejects.toThrow(
    'service-command-failed',
  ))

test.each(['/a\nb', '/a\u0000', '/a\ud800', '/a\uffff'])(
  'a path that no format can say is refused',
  (folder) => expect(openManager(on({}), { ...program, folder })).rejects.toThrow('service-path-refused'),
)

test('an emoji in a path is a letter like another', () =>
  expect(openManager(on({}), { ...program, folder: '/a🙂' })).resolves.toBeDefined())

test.each(['/home/ana/.npm/_npx/1a2b/node_modules/n.mjs', 'C:\\npm\\_npx\\1a2b\\n.mjs'])(
  '%s is in the cache of npx, which is emptied',
  (bundle) =>
    expect(openManager(on({}), { ...program, bundle })).rejects.toThrow('service-program-temporary'),
)

test('of the terminal’s variables the service keeps its own, and no secret of another program', () => {
  const env = { NADA_CONSTA_VAULT: 'file', NADA_CONSTA_PACE: '9', AWS_SECRET_ACCESS_KEY: 'x', PATH: '/bin' }
  expect(serviceEnv(env, '/d')).toEqual({ NADA_CONSTA_HOME: '/d', NADA_CONSTA_VAULT: 'file' })
})
