import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { nodeMachine } from './node-machine.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nada-consta-machine-'))
})
afterEach(() => rm(folder, { recursive: true }))

const machine = nodeMachine(process.env)

test('runs a program with its words as they are, and says how it ended', async () => {
  const words = ['-e', 'process.stdout.write(process.argv[1] + process.env.MORE)', 'a "b" $c']
  expect(await machine.run(process.execPath, words, { MORE: '!' })).toEqual({ code: 0, out: 'a "b" $c!' })
  expect(await machine.run(process.execPath, ['-e', 'process.exit(7)'])).toMatchObject({ code: 7 })
  expect(await machine.run(join(folder, 'nothing'), [])).toMatchObject({ code: null })
})

test('writes a file into a new folder for the person alone, reads and removes it', async () => {
  const path = join(folder, 'a', 'b', 'unit')
  expect(await machine.read(path)).toBeNull()
  await machine.write(path, 'text')
  expect(await readFile(path, 'utf8')).toBe('text')
  expect(await machine.read(path)).toBe('text')
  expect((await stat(path)).mode & 0o077).toBe(0)
  await machine.remove(path)
  await machine.remove(path)
  expect(await machine.read(path)).toBeNull()
})

test('a folder that takes no file is told with its place', async () => {
  await writeFile(join(folder, 'file'), '')
  const path = join(folder, 'file', 'unit')
  await expect(machine.write(path, '')).rejects.toMatchObject({
    code: 'service-file-refused',
    params: { file: path },
  })
})
