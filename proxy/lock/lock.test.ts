import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { takeLock } from './lock.ts'
import { processStart } from './process-start.ts'
import type { ProcessStart } from './process-start.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nada-consta-lock-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** The processes that run, and when each began. */
const running =
  (processes: Record<number, string>): ProcessStart =>
  async (pid) =>
    processes[pid] ?? null

const path = () => join(folder, 'lock')

describe('attack 36 · G83 · one process at a time', () => {
  const startOf = running({ 10: 'monday', 20: 'monday' })

  test('the second is told who holds it, and changes nothing', async () => {
    await takeLock(folder, { pid: 10, startOf })
    const before = await readFile(path(), 'utf8')
    await expect(takeLock(folder, { pid: 20, startOf })).rejects.toMatchObject({
      code: 'lock-held',
      params: { pid: 10 },
    })
    expect(await readFile(path(), 'utf8')).toBe(before)
    expect(await readdir(folder)).toEqual(['lock'])
  })

  test('given back, it is free', async () => {
    const lock = await takeLock(folder, { pid: 10, startOf })
    await lock.release()
    await takeLock(folder, { pid: 20, startOf })
    await lock.release()
    expect(await readFile(path(), 'utf8')).toBe('20 monday\n')
  })

  test('the holder is dead: taken over', async () => {
    await takeLock(folder, { pid: 10, startOf })
    await takeLock(folder, { pid: 20, startOf: running({ 20: 'tuesday' }) })
    expect(await readFile(path(), 'utf8')).toBe('20 tuesday\n')
    expect(await readdir(folder)).toEqual(['lock'])
  })

  test('another process has its id now: taken over', async () => {
    await takeLock(folder, { pid: 10, startOf })
    await takeLock(folder, { pid: 20, startOf: running({ 10: 'tuesday', 20: 'tuesday' }) })
    expect(await readFile(path(), 'utf8')).toBe('20 tuesday\n')
  })

  test('our own id, from before a restart of the container: taken over', async () => {
    await takeLock(folder, { pid: 1, startOf: running({ 1: 'monday' }) })
    await takeLock(folder, { pid: 1, startOf: running({ 1: 'tuesday' }) })
    expect(await readFile(path(), 'utf8')).toBe('1 tuesday\n')
  })

  test('where the system does not tell the start, a living id counts as the holder', async () => {
    await takeLock(folder, { pid: 10, startOf })
    await expect(
      takeLock(folder, { pid: 20, startOf: running({ 10: 'unknown', 20: 'unknown' }) }),
    ).rejects.toThrow('lock-held')
  })

  test.each(['', '10', '10 monday', 'garbage\n'])(
    'a file cut short by a crash (%j): taken over',
    async (text) => {
      await writeFile(path(), text)
      await takeLock(folder, { pid: 20, startOf })
      expect(await readFile(path(), 'utf8')).toBe('20 monday\n')
    },
  )

  test('of many that start at once over a dead lock, exactly one gets it, every time', async () => {
    const pids = Array.from({ length: 12 }, (_, index) => 100 + index)
    const now = running(Object.fromEntries(pids.map((pid) => [pid, 'tuesday'])))
    for (let round = 0; round < 30; round += 1) {
      await writeFile(path(), '10 monday\n')
      const results = await Promise.allSettled(pids.map((pid) => takeLock(folder, { pid, startOf: now })))
      const won = pids.filter((_, index) => results[index]?.status === 'fulfilled')
      expect(won).toHaveLength(1)
      expect(await readFile(path(), 'utf8')).toBe(`${won[0]} tuesday\n`)
      expect(await readdir(folder)).toEqual(['lock'])
    }
  })

  test('one that died while it took over is taken over too', async () => {
    await writeFile(path(), '10 monday\n')
    await writeFile(`${path()}+`, '11 monday\n')
    await writeFile(`${path()}++`, '')
    await takeLock(folder, { pid: 20, startOf: running({ 20: 'tuesday' }) })
    expect(await readFile(path(), 'utf8')).toBe('20 tuesday\n')
    expect(await readdir(folder)).toEqual(['lock'])
  })

  test('one that is taking over is the holder to be', async () => {
    await writeFile(path(), '10 monday\n')
    await writeFile(`${path()}+`, '11 tuesday\n')
    const taken = takeLock(folder, { pid: 20, startOf: running({ 11: 'tuesday', 20: 'tuesday' }) })
    await expect(taken).rejects.toMatchObject({ code: 'lock-held', params: { pid: 11 } })
  })

  test.skipIf(process.platform === 'win32')('only this user reads it', async () => {
    await takeLock(folder, { pid: 10, startOf })
    expect((await stat(path())).mode & 0o777).toBe(0o600)
  })
})

test('the start of this process is known and stays the same; no process, no start', async () => {
  const start = await processStart(process.pid)
  expect(start).not.toBeNull()
  expect(start).not.toBe('unknown')
  expect(await processStart(process.pid)).toBe(start)
  expect(await processStart(process.ppid)).not.toBe(start)
  expect(await processStart(2 ** 22 + 1)).toBeNull()
})
