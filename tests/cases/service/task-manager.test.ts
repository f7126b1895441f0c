import { expect, test } from 'vitest'
import { fakeMachine } from './fake-machine.ts'
import type { Program } from '../../../proxy/service/program.ts'
import { taskManager } from '../../../proxy/service/task-manager.ts'
import { taskXml } from '../../../proxy/service/task-xml.ts'

const sid = 'S-1-5-21-1-2-3-1001'
const folder = String.raw`C:\Users\João\Data`
const file = String.raw`C:\Users\João\Data\service-task.xml`
const name = `Nada Consta ${sid}`
const program: Program = {
  node: String.raw`C:\Program Files\nodejs\node.exe`,
  bundle: String.raw`C:\npm\nada-consta.mjs`,
  folder,
  logs: String.raw`${folder}\log`,
  env: { NADA_CONSTA_HOME: folder },
}

/** A Task Scheduler that knows one task, ends it slowly and starts no second one meanwhile. */
const scheduler = ({ slowness = 2, mayCreate = true } = {}) => {
  const state = { xml: null as string | null, running: false, leaving: 0 }
  const fake = fakeMachine({ platform: 'win32', uid: null, env: { SystemRoot: 'D:\\Win' } }, (command) => {
    if (command.includes('powershell.exe')) {
      if (state.leaving > 0 && --state.leaving === 0) state.running = false
      return state.xml === null ? 1 : `${state.running ? 4 : 3}\r\n`
    }
    if (command.includes('/Query')) return state.xml ?? 1
    if (command.includes('/Create')) {
      if (!mayCreate) return 1
      const written = fake.files.get(file)
      state.xml = written === undefined ? null : Buffer.from(written).toString('utf16le')
    }
    if (command.includes('/End')) state.leaving = slowness
    if (command.includes('/Run') && state.leaving === 0) state.running = true
    if (command.includes('/Delete')) state.xml = null
    return 0
  })
  return { ...fake, state, manager: taskManager(fake.machine, program, sid) }
}

const schtasks = (commands: readonly string[]): string[] =>
  commands
    .filter((command) => command.includes('schtasks.exe') && !command.includes('/Query'))
    .map((command) => command.replace('D:\\Win\\System32\\schtasks.exe ', ''))

test('G74 · install hands over the task and starts it; its file does not stay', async () => {
  const { manager, files, commands, state } = scheduler()
  expect(await manager.install()).toEqual({ outcome: 'installed', startsAt: 'logon' })
  expect(state).toMatchObject({ xml: `\ufeff${taskXml(program, sid)}`, running: true })
  expect(schtasks(commands)).toEqual([`/Create /TN ${name} /XML ${file} /F`, `/Run /TN ${name}`])
  expect([...files.keys()]).toEqual([])
  expect(await manager.status()).toEqual({ installed: true, current: true, running: true })
})

test('every program of Windows is named by its full path', async () => {
  const { manager, commands } = scheduler()
  await manager.install()
  await manager.restart()
  await manager.uninstall()
  expect(commands.filter((command) => !command.startsWith('D:\\Win\\System32\\'))).toEqual([])
})

test('twice changes nothing', async () => {
  const { manager, commands } = scheduler()
  await manager.install()
  commands.length = 0
  expect(await manager.install()).toMatchObject({ outcome: 'unchanged' })
  expect(schtasks(commands)).toEqual([])
})

test('a definition in two bytes a sign is recognised', async () => {
  const { manager, state } = scheduler()
  await manager.install()
  state.xml = (state.xml ?? '').split('').join('\u0000')
  expect(await manager.status()).toMatchObject({ current: true })
})

test('an older task is replaced when the old process has ended', async () => {
  const { manager, state, commands } = scheduler()
  Object.assign(state, { xml: '<Task/>', running: true })
  expect(await manager.status()).toEqual({ installed: true, current: false, running: true })
  expect(await manager.install()).toMatchObject({ outcome: 'replaced' })
  expect(schtasks(commands).map((command) => command.split(' ')[0])).toEqual(['/End', '/Create', '/Run'])
  expect(state.running).toBe(true)
})

test('restart waits for the end: a start meanwhile would be ignored', async () => {
  const { manager, state } = scheduler({ slowness: 9 })
  await manager.install()
  await manager.restart()
  expect(state).toMatchObject({ running: true, leaving: 0 })
})

test('one that was stopped is started', async () => {
  const { manager, state } = scheduler()
  await manager.install()
  state.running = false
  expect(await manager.install()).toMatchObject({ outcome: 'started' })
})

test('uninstall leaves neither task nor file; a second one finds nothing', async () => {
  const { manager, files, state } = scheduler()
  await manager.install()
  expect(await manager.uninstall()).toBe(true)
  expect([state.xml, [...files.keys()]]).toEqual([null, []])
  expect(await manager.uninstall()).toBe(false)
  expect(await manager.status()).toEqual({ installed: false, current: false, running: false })
  await expect(manager.restart()).rejects.toThrow('service-not-installed')
})

test('a task that Windows refuses leaves no file behind', async () => {
  const { manager, files } = scheduler({ mayCreate: false })
  await expect(manager.install()).rejects.toThrow('service-command-failed')
  expect([...files.keys()]).toEqual([])
})
