import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { watchedLog, watchedTerminal } from '../../attacks/canary/watched-service.ts'
import { fakeMachine } from './fake-machine.ts'
import { runCli } from '../../../proxy/cli/run-cli.ts'
import { service, withVariables } from '../../../proxy/cli/service-commands.ts'
import { startService } from '../../../proxy/cli/start-service.ts'
import type { RunningService } from '../../../proxy/cli/start-service.ts'

/** The fixed ports, replaced by a free one. */
const fixed = vi.hoisted((): { ports: number[] } => ({ ports: [1] }))
vi.mock('../../../shared/ports.ts', () => fixed)

let folder: string
let running: RunningService | undefined

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nada-consta-service-'))
})
afterEach(async () => {
  await running?.stop()
  running = undefined
  fixed.ports.splice(0, 1, 1)
  await rm(folder, { recursive: true })
})

const env = () => ({ NADA_CONSTA_HOME: folder, NADA_CONSTA_VAULT: 'file' })

/** A Linux with a user manager that does what it is told, and refuses to linger. */
const linux = () => {
  let isActive = false
  return fakeMachine({}, (command) => {
    if (command.includes(' show '))
      return `ActiveState=${isActive ? 'active' : 'inactive'}\nUnitFileState=enabled\n`
    if (command.includes(' enable --now ') || command.includes(' restart ')) isActive = true
    if (command.includes(' stop ')) isActive = false
    return command.startsWith('loginctl') ? 1 : 0
  }).machine
}

const run = async (word: string, machine = linux(), more: Record<string, string> = {}) => {
  const out: string[] = []
  const print = (line: string) => void out.push(line)
  await service(watchedTerminal({ env: { ...env(), ...more }, print, printError: print }), word, machine)
  return out
}

const startByHand = async () => {
  const parts = { clock: Date.now, random: randomBytes, log: watchedLog, version: '0.0.0' }
  running = await startService({ folder, env: env(), ports: [0], ...parts })
  fixed.ports.splice(0, 1, running.port)
}

test('install says when it starts, what an administrator may add, and where the log lies', async () => {
  const machine = linux()
  const out = await run('install', machine)
  expect(out[0]).toBe('Serviço instalado e iniciado.')
  expect(out[1]).toBe('Inicia quando este usuário entra no computador.')
  expect(out[2]).toMatch(/: loginctl enable-linger 1000$/)
  expect(out[3]).toBe(`Registro: ${join(folder, 'log')}`)
  expect(out[4]).toContain('journalctl --user -u nada-consta')
  expect((await run('install', machine))[0]).toBe('O serviço já está instalado e em execução. Nada mudou.')
})

test('what is installed runs this Node in this data folder', async () => {
  const machine = linux()
  await run('install', machine)
  const unit = await machine.read('/home/ana/.config/systemd/user/nada-consta.service')
  expect(unit).toContain(`ExecStart="${process.execPath}" "`)
  expect(unit).toContain(`Environment="NADA_CONSTA_HOME=${folder}"`)
})

test('uninstall says where the data are, also where nothing was installed', async () => {
  const machine = linux()
  await run('install', machine)
  const kept = `Os dados foram mantidos em: ${folder}`
  expect(await run('uninstall', machine)).toEqual(['Serviço removido. Nada dele ficou no sistema.', kept])
  expect(await run('uninstall', machine)).toEqual(['O serviço não está instalado. Nada mudou.', kept])
})

test('restart says where the log lies', async () => {
  const machine = linux()
  await run('install', machine)
  expect((await run('restart', machine)).slice(0, 2)).toEqual([
    'Serviço reiniciado.',
    `Registro: ${join(folder, 'log')}`,
  ])
})

describe('status', () => {
  test('nothing installed', async () =>
    expect(await run('status')).toEqual([
      'Instalado: não',
      'Em execução: não',
      'Responde: não',
      `Registro: ${join(folder, 'log')}`,
      'Falhas ao iniciar: journalctl --user -u nada-consta',
      `Dados: ${folder}`,
      'Próximo passo: nada-consta service install',
    ]))

  test('installed, runs and answers', async () => {
    const machine = linux()
    await run('install', machine)
    await startByHand()
    const out = await run('status', machine)
    expect(out[0]).toBe('Instalado: sim, em /home/ana/.config/systemd/user/nada-consta.service')
    expect(out[1]).toMatch(/^Em execução: sim, desde \d\d\/\d\d\/\d{4} \d\d:\d\d$/)
    expect(out[2]).toBe(`Responde: sim, na porta ${running?.port}`)
    expect(out.at(-1)).toBe('Tudo em ordem.')
  })

  test('runs and does not answer', async () => {
    const machine = linux()
    await run('install', machine)
    const out = await run('status', machine)
    expect(out.slice(1, 3)).toEqual(['Em execução: sim', 'Responde: não'])
    expect(out.at(-1)).toContain('veja o registro')
  })

  test('started by hand: it does not come back by itself', async () => {
    await startByHand()
    expect((await run('status')).at(-1)).toContain('não volta sozinho')
  })

  test('installed with another Node or bundle: install again', async () => {
    const machine = linux()
    await run('install', machine)
    expect((await run('status', machine, { NADA_CONSTA_VAULT: '' })).at(-1)).toContain('service install')
  })

  test('in English for who has set the terminal so', async () =>
    expect((await run('status', linux(), { LC_ALL: 'en_US.UTF-8' }))[0]).toBe('Installed: no'))

  test('on a Mac, where launchd puts what was said before the log was open', async () => {
    const { machine } = fakeMachine({ platform: 'darwin', uid: 501 }, () => 1)
    expect(await run('status', machine)).toContain(`Falhas ao iniciar: ${join(folder, 'log', 'launchd.log')}`)
  })
})

test.each([
  ['service'],
  ['service', 'constructor'],
  ['service', 'install', 'now'],
  ['clients', '--env', 'A=1'],
])('%s %s is a wrong use', async (...words) => {
  const errors: string[] = []
  const printError = (line: string) => void errors.push(line)
  expect(await runCli(words, { env: env(), print: printError, printError })).toBe(2)
  expect(errors).toHaveLength(1)
})

test('a start that fails in the background is in the log, without a word of data', async () => {
  const stranger = createServer().listen(0, '127.0.0.1')
  await once(stranger, 'listening')
  const { port } = stranger.address() as AddressInfo
  fixed.ports.splice(0, 1, port)
  const errors: string[] = []
  const print = (line: string) => void errors.push(line)
  const code = await runCli(['start'], watchedTerminal({ env: env(), print, printError: print }))
  stranger.close()
  expect([code, errors[0]]).toEqual([1, `As portas ${port} estão ocupadas ou reservadas.`])
  const [file = ''] = await readdir(join(folder, 'log'))
  expect(JSON.parse(await readFile(join(folder, 'log', file), 'utf8'))).toMatchObject({
    event: 'not-started',
    code: 'ports-taken',
  })
})

describe('the variables that a task of Windows hands over', () => {
  const terminal = { env: { LANG: 'C' }, print: () => {}, printError: () => {} }

  test('reach the service', () =>
    expect(withVariables(terminal, ['NADA_CONSTA_HOME=C:\\a=b', 'NADA_CONSTA_VAULT=file']).env).toEqual({
      LANG: 'C',
      NADA_CONSTA_HOME: 'C:\\a=b',
      NADA_CONSTA_VAULT: 'file',
    }))

  test.each(['NODE_OPTIONS=--require=x', 'NADA_CONSTA_HOME', ' NADA_CONSTA_HOME=x', ''])(
    '%s is refused',
    (variable) => expect(() => withVariables(terminal, [variable])).toThrow('wrongUsage'),
  )
})
