import { expect, test } from 'vitest'
import { fakeMachine } from './fake-machine.ts'
import { launchdAgent } from '../../../proxy/service/launchd-agent.ts'
import { launchdManager } from '../../../proxy/service/launchd-manager.ts'
import type { Program } from '../../../proxy/service/program.ts'

const program: Program = {
  node: '/usr/local/bin/node',
  bundle: '/opt/nada-consta.mjs',
  folder: '/data',
  logs: '/data/log',
  env: { NADA_CONSTA_HOME: '/data' },
}
const place = '/home/ana/Library/LaunchAgents/nada-consta.service.plist'

interface Mac {
  /** Is there a session on the screen? */
  hasScreen?: boolean
  /** Does `bootstrap` work at all? */
  knowsBootstrap?: boolean
  /** How often `print` still finds an agent that was told to end. */
  slowness?: number
  isDisabled?: boolean
}

/** A launchd that knows one agent, with the words of `launchctl` that are used. */
const launchd = ({ hasScreen = true, knowsBootstrap = true, slowness = 0, isDisabled = false }: Mac = {}) => {
  const state = { domain: null as string | null, running: false, leaving: 0, isDisabled }
  const fake = fakeMachine({ platform: 'darwin', uid: 501 }, (command) => {
    const [, word, target = ''] = command.split(' ')
    const domain = target.split('/').slice(0, 2).join('/')
    if (word === 'print') {
      if (state.leaving > 0 && --state.leaving === 0) state.domain = null
      if (domain !== state.domain) return 113
      return `${target} = {\n\tstate = ${state.running ? 'running' : 'not running'}\n}\n`
    }
    if (word === 'enable') state.isDisabled = false
    if (word === 'bootstrap') {
      if (!knowsBootstrap || state.isDisabled || state.domain || (domain === 'gui/501' && !hasScreen))
        return 5
      Object.assign(state, { domain, running: true })
    }
    if (word === 'load') Object.assign(state, { domain: 'user/501', running: true })
    if (word === 'kickstart') state.running = true
    if (word === 'bootout') {
      if (slowness > 0) state.leaving = slowness
      else state.domain = null
    }
    return 0
  })
  return { ...fake, state, manager: launchdManager(fake.machine, program) }
}

const changes = (commands: readonly string[]): string[] =>
  commands.filter((command) => !command.startsWith('launchctl print '))

test('G74 · install writes the agent and starts it in the session of the screen', async () => {
  const { manager, files, commands } = launchd()
  expect(await manager.install()).toEqual({ outcome: 'installed', startsAt: 'logon' })
  expect(files.get(place)).toBe(launchdAgent(program))
  expect(changes(commands)).toEqual([`launchctl bootstrap gui/501 ${place}`])
  expect(await manager.status()).toEqual({ installed: true, current: true, running: true })
})

test('twice changes nothing', async () => {
  const { manager, files, commands } = launchd()
  await manager.install()
  const before = new Map(files)
  commands.length = 0
  expect(await manager.install()).toMatchObject({ outcome: 'unchanged' })
  expect(changes(commands)).toEqual([])
  expect(files).toEqual(before)
})

test('without a screen the person’s own domain takes it, and gives it back', async () => {
  const { manager, state, commands } = launchd({ hasScreen: false })
  await manager.install()
  expect(state.domain).toBe('user/501')
  await manager.restart()
  expect(commands.at(-1)).toBe('launchctl kickstart -k user/501/nada-consta.service')
  expect(await manager.uninstall()).toBe(true)
  expect(state.domain).toBeNull()
})

test('an agent that was switched off in the settings is switched on', async () => {
  const { manager, state } = launchd({ isDisabled: true })
  await manager.install()
  expect(state).toMatchObject({ domain: 'gui/501', running: true })
})

test('the older word where bootstrap is not taken', async () => {
  const { manager, commands, state } = launchd({ knowsBootstrap: false })
  await manager.install()
  expect(changes(commands).at(-1)).toBe(`launchctl load -w ${place}`)
  expect(state.running).toBe(true)
})

test('the older word ends well without effect: that is no success', async () => {
  const { machine } = fakeMachine({ platform: 'darwin', uid: 501 }, (command) =>
    command.startsWith('launchctl load') ? 0 : 5,
  )
  await expect(launchdManager(machine, program).install()).rejects.toThrow('service-command-failed')
})

test('an older agent is replaced when the old one has ended', async () => {
  const { manager, files, state } = launchd({ slowness: 7 })
  files.set(place, 'older')
  Object.assign(state, { domain: 'gui/501', running: true })
  expect(await manager.status()).toMatchObject({ current: false, running: true })
  expect(await manager.install()).toMatchObject({ outcome: 'replaced' })
  expect(files.get(place)).toBe(launchdAgent(program))
  expect(state).toMatchObject({ domain: 'gui/501', running: true })
})

test('one that was stopped is started', async () => {
  const { manager, state } = launchd()
  await manager.install()
  state.running = false
  expect(await manager.install()).toMatchObject({ outcome: 'started' })
  expect(state.running).toBe(true)
})

test('uninstall leaves no file behind; a second one finds nothing', async () => {
  const { manager, files, state } = launchd()
  await manager.install()
  files.set('/data/log/launchd.log', 'said before the log was open')
  expect(await manager.uninstall()).toBe(true)
  expect([...files.keys()]).toEqual([])
  expect(state.domain).toBeNull()
  expect(await manager.uninstall()).toBe(false)
  await expect(manager.restart()).rejects.toThrow('service-not-installed')
})

test('an agent that does not end is not called removed', async () => {
  const { manager, files } = launchd({ slowness: 1000 })
  await manager.install()
  await expect(manager.uninstall()).rejects.toThrow('service-command-failed')
  expect(files.has(place)).toBe(true)
})
