import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { silentLog } from '../log/log.ts'
import { runCli } from './run-cli.ts'
import { startService } from './start-service.ts'
import type { RunningService } from './start-service.ts'

/** The fixed ports, replaced by a free one. */
const fixed = vi.hoisted((): { ports: number[] } => ({ ports: [] }))
vi.mock('../../shared/ports.ts', () => fixed)

let folder: string
let service: RunningService | undefined

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nada-consta-cli-'))
  fixed.ports.splice(0, 1, 1)
})
afterEach(async () => {
  await service?.stop()
  service = undefined
  await rm(folder, { recursive: true })
})

const env = () => ({ NADA_CONSTA_HOME: folder, NADA_CONSTA_VAULT: 'file' })

const start = async () => {
  const parts = { clock: Date.now, random: randomBytes, log: silentLog, version: '0.0.0' }
  service = await startService({ folder, env: env(), ports: [0], ...parts })
  fixed.ports.splice(0, 1, service.port)
}

const run = async (...words: string[]) => {
  const out: string[] = []
  const errors: string[] = []
  const print = (line: string) => out.push(line)
  const code = await runCli(words, { env: env(), print, printError: (line) => errors.push(line) })
  return { code, out, errors }
}

describe('with the service running', () => {
  test('pair prints the code on a line of its own', async () => {
    await start()
    const { code, out } = await run('pair')
    expect(code).toBe(0)
    expect(out[1]).toMatch(/^[B-DF-HJ-NP-TV-XZ]{4}-[B-DF-HJ-NP-TV-XZ]{4}$/)
    expect(out[2]).toBe('Permissões deste navegador: consultar, incluir, baixar, administrar.')
  })

  test('pair with scopes', async () => {
    await start()
    expect((await run('pair', '--scopes', 'query, admin')).out[2]).toContain('consultar, administrar.')
    expect(await run('pair', '--scopes', 'query,everything')).toMatchObject({ code: 2, out: [] })
    expect(await run('pair', '--scopes', '')).toMatchObject({ code: 2 })
  })

  test('clients and revoke', async () => {
    await start()
    expect((await run('clients')).out).toEqual(['Nenhum navegador está pareado. Use “nada-consta pair”.'])
    expect(await run('revoke', 'nobody')).toMatchObject({
      code: 1,
      errors: ['Este navegador já não está pareado.', 'Recarregue a lista.'],
    })
  })

  test('G83 · a second start says who runs and ends with 1, the first goes on', async () => {
    await start()
    expect(await run('start')).toEqual({
      code: 1,
      out: [],
      errors: [
        `O serviço Nada Consta já está em execução (processo ${process.pid}).`,
        'Use o que está em execução ou encerre-o antes de iniciar outro.',
      ],
    })
    expect((await run('clients')).code).toBe(0)
  })
})

describe('without', () => {
  test.each([['pair'], ['clients'], ['revoke', 'one']])(
    '%s says that the service is off',
    async (...words) => {
      const before = await run(...words)
      expect(before).toMatchObject({ code: 1, out: [] })
      expect(before.errors[0]).toBe('O serviço Nada Consta não está respondendo neste computador.')
      await start()
      await service?.stop()
      service = undefined
      expect(await run(...words)).toEqual(before)
    },
  )

  test('all ports taken', async () => {
    await start()
    const other = await mkdtemp(join(tmpdir(), 'nada-consta-cli-'))
    const parts = { clock: Date.now, random: randomBytes, log: silentLog, version: '0.0.0' }
    const again = startService({ folder: other, env: env(), ports: [service!.port], ...parts })
    await expect(again).rejects.toMatchObject({ code: 'ports-taken' })
    await rm(other, { recursive: true })
  })
})

describe('help, version, and what is not understood', () => {
  test('help', async () => {
    const { code, out } = await run('--help')
    expect(code).toBe(0)
    for (const word of ['start', 'pair', 'clients', 'revoke', 'NADA_CONSTA_HOME'])
      expect(out.join('\n')).toContain(word)
    expect((await run('start', '-h')).out).toEqual(out)
  })

  test('version', async () => expect((await run('--version')).out[0]).toMatch(/^\d+\.\d+\.\d+$/))

  test.each([
    [[]],
    [['stop']],
    [['--port', '1']],
    [['revoke']],
    [['revoke', 'a', 'b']],
    [['pair', 'x']],
    [['clients', '--scopes', 'query']],
    [['start', 'now']],
  ])('%j', async (words) => {
    expect(await run(...words)).toEqual({
      code: 2,
      out: [],
      errors: ['Comando não reconhecido: veja “nada-consta --help”.'],
    })
  })
})

test('a Node that is too old does no work, and says which one is needed', async () => {
  const errors: string[] = []
  const print = (line: string) => void errors.push(line)
  const terminal = { env: env(), print, printError: print }
  expect(await runCli(['pair'], terminal, '20.20.2')).toBe(1)
  expect(errors).toEqual([
    'O Node.js 20.20.2 é antigo demais para o Nada Consta.',
    'Instale o Node.js 22.2.0 ou mais novo e repita o comando.',
  ])
  expect(await runCli(['--version'], terminal, '20.20.2')).toBe(0)
})
