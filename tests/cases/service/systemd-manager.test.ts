import { expect, test } from 'vitest'
import { fakeMachine } from './fake-machine.ts'
import type { Program } from '../../../proxy/service/program.ts'
import { systemdManager } from '../../../proxy/service/systemd-manager.ts'
import { systemdUnit } from '../../../proxy/service/systemd-unit.ts'

const program: Program = {
  node: '/usr/bin/node',
  bundle: '/opt/nada-consta.mjs',
  folder: '/data',
  logs: '/data/log',
  env: { NADA_CONSTA_HOME: '/data' },
}
const place = '/home/ana/.config/systemd/user/nada-consta.service'

/** A user manager that knows one unit, and a log-on manager that may refuse to linger. */
const systemd = ({ mayLinger = true, lingers = false, mayStop = true } = {}) => {
  const state = { running: false, enabled: false, lingers }
  const fake = fakeMachine({}, (command) => {
    const [, word = ''] = /^systemctl --user (\w[\w-]*)/.exec(command) ?? []
    if (word === 'show')
      return `ActiveState=${state.running ? 'active' : 'inactive'}\nUnitFileState=${state.enabled ? 'enabled' : ''}\n`
    if (word === 'enable') state.enabled = true
    if (word === 'enable' || word === 'restart') state.running = true
    if (word === 'disable') state.enabled = false
    if (word === 'stop') {
      if (!mayStop) return 1
      state.running = false
    }
    if (command.startsWith('loginctl show-user')) return `Linger=${state.lingers ? 'yes' : 'no'}\n`
    if (command === 'loginctl enable-linger') {
      state.lingers ||= mayLinger
      return mayLinger ? 0 : 1
    }
    if (command === 'loginctl disable-linger') state.lingers = false
    return 0
  })
  return { ...fake, state, manager: systemdManager(fake.machine, program) }
}

const changes = (commands: readonly string[]): string[] =>
  commands.filter((command) => !/ show(?:-user)? /.test(command))

test('G74 · install writes the unit, enables it and asks to start with the computer', async () => {
  const { manager, files, commands, state } = systemd()
  expect(await manager.install()).toEqual({ outcome: 'installed', startsAt: 'boot' })
  expect(files.get(place)).toBe(systemdUnit(program))
  expect(changes(commands)).toEqual([
    'systemctl --user daemon-reload',
    'loginctl enable-linger',
    'systemctl --user enable --now nada-consta.service',
  ])
  expect(state).toEqual({ running: true, enabled: true, lingers: true })
  expect(await manager.status()).toEqual({ installed: true, current: true, running: true })
})

test('twice changes nothing', async () => {
  const { manager, files, commands } = systemd()
  await manager.install()
  const before = new Map(files)
  commands.length = 0
  expect(await manager.install()).toEqual({ outcome: 'unchanged', startsAt: 'boot' })
  expect(changes(commands)).toEqual([])
  expect(files).toEqual(before)
})

test('a refusal to linger is told and harms nothing', async () => {
  const { manager, state } = systemd({ mayLinger: false })
  expect(await manager.install()).toEqual({ outcome: 'installed', startsAt: 'logon' })
  expect(state.running).toBe(true)
})

test('an older unit is replaced, and the service restarted', async () => {
  const { manager, files, commands, state } = systemd()
  files.set(place, 'older')
  Object.assign(state, { running: true, enabled: true })
  expect(await manager.status()).toMatchObject({ installed: true, current: false })
  expect(await manager.install()).toMatchObject({ outcome: 'replaced' })
  expect(files.get(place)).toBe(systemdUnit(program))
  expect(commands.at(-1)).toBe('systemctl --user restart nada-consta.service')
})

test('a stopped one is started', async () => {
  const { manager, state } = systemd()
  await manager.install()
  state.running = false
  expect(await manager.install()).toMatchObject({ outcome: 'started' })
  expect(state.running).toBe(true)
})

test('uninstall leaves no file and no setting of ours behind; a second one finds nothing', async () => {
  const { manager, files, state } = systemd()
  await manager.install()
  files.set('/home/ana/.config/systemd/user/default.target.wants/nada-consta.service', 'left by systemctl')
  expect(await manager.uninstall()).toBe(true)
  expect([...files.keys()]).toEqual([])
  expect(state).toEqual({ running: false, enabled: false, lingers: false })
  expect(await manager.uninstall()).toBe(false)
  await expect(manager.restart()).rejects.toThrow('service-not-installed')
})

test('uninstall leaves a lingering that the person had set', async () => {
  const { manager, state } = systemd({ lingers: true })
  await manager.install()
  await manager.uninstall()
  expect(state.lingers).toBe(true)
})

test('a service that cannot be ended is not called removed', async () => {
  const { manager, files } = systemd({ mayStop: false })
  await manager.install()
  await expect(manager.uninstall()).rejects.toThrow('service-command-failed')
  expect(files.has(place)).toBe(true)
})

test('a unit whose file was deleted by hand is ended too', async () => {
  const { manager, files, state } = systemd()
  await manager.install()
  files.delete(place)
  expect(await manager.uninstall()).toBe(true)
  expect(state.running).toBe(false)
})

test('without systemd the reason is told', async () => {
  const { machine } = fakeMachine({}, () => null)
  await expect(systemdManager(machine, program).install()).rejects.toMatchObject({
    code: 'service-command-missing',
    params: { program: 'systemctl' },
  })
})

test('the person’s manager is found also where the terminal does not say where it is', async () => {
  const given: unknown[] = []
  const { machine } = fakeMachine(
    {
      run: async (_, __, env) => {
        given.push(env)
        return { code: 0, out: '' }
      },
    },
    () => 0,
  )
  await systemdManager(machine, program).status()
  expect(given).toEqual([{ XDG_RUNTIME_DIR: '/run/user/1000' }])
})
