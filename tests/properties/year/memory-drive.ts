import type { FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Disk } from '../../../proxy/store/disk.ts'
import type { Mortality } from './mortality.ts'

interface MemoryFile {
  bytes: Buffer
  length: number
  /** What a power cut leaves. */
  synced: number
}

/** A drive in memory: it outlives the processes, may be full, and forgets what was not synced when the power is cut. */
export interface MemoryDrive {
  /** The drive as one process sees it. */
  disk(life: Mortality): Disk
  names(folder: string): string[]
  /** Bytes in a folder, without what lies deeper. */
  size(folder: string): number
  /** Bytes that still fit. */
  room(): number
  /** From now on so many bytes fit. */
  limit(room: number): void
  /** Of each file some part of what was not synced is gone. */
  cutPower(roll: () => number): void
  /** Files that the process of this life holds open. */
  open(life: Mortality): number
}

const failure = (code: string): Error => Object.assign(new Error(code), { code })

export const memoryDrive = (): MemoryDrive => {
  const files = new Map<string, MemoryFile>()
  const folders = new Map<string, Set<string>>()
  const handles = new WeakMap<Mortality, number>()
  let used = 0
  let most = Infinity

  const found = (path: string): MemoryFile => {
    const file = files.get(path)
    if (!file) throw failure('ENOENT')
    return file
  }
  const enter = (path: string, file: MemoryFile): void => {
    const names = folders.get(dirname(path))
    if (!names) throw failure('ENOENT')
    names.add(path)
    files.set(path, file)
  }
  const leave = (path: string): void => {
    used -= found(path).length
    files.delete(path)
    folders.get(dirname(path))?.delete(path)
  }
  const cut = (file: MemoryFile, length: number): void => {
    used -= file.length - length
    file.length = length
    file.synced = Math.min(file.synced, length)
  }
  /** As much as fits. */
  const append = (file: MemoryFile, data: Uint8Array): number => {
    const count = Math.min(data.length, Math.max(0, most - used))
    if (data.length > 0 && count === 0) throw failure('ENOSPC')
    const length = file.length + count
    if (length > file.bytes.length) {
      const grown = Buffer.alloc(Math.max(length, 2 * file.bytes.length))
      file.bytes.copy(grown, 0, 0, file.length)
      file.bytes = grown
    }
    file.bytes.set(count === data.length ? data : data.subarray(0, count), file.length)
    file.length = length
    used += count
    return count
  }
  const appendAll = (file: MemoryFile, data: Uint8Array): void => {
    if (append(file, data) < data.length) throw failure('ENOSPC')
  }

  const handleOf = (life: Mortality, file: MemoryFile): FileHandle => {
    let place = 0
    const sync = () => life.living(() => void (file.synced = file.length))
    const held = (change: number): void => void handles.set(life, (handles.get(life) ?? 0) + change)
    held(1)
    return {
      write: (data: Uint8Array) => life.living(() => ({ bytesWritten: append(file, data), buffer: data })),
      writeFile: (data: Uint8Array) => life.living(() => appendAll(file, data)),
      appendFile: (data: Uint8Array) => life.living(() => appendAll(file, data)),
      truncate: (length: number) => life.living(() => cut(file, length)),
      read: (buffer: Buffer, offset: number, length: number) =>
        life.living(() => {
          const bytesRead = Math.min(length, file.length - place)
          file.bytes.copy(buffer, offset, place, place + bytesRead)
          place += bytesRead
          return { bytesRead, buffer }
        }),
      sync,
      datasync: sync,
      close: () => life.living(() => held(-1)),
    } as unknown as FileHandle
  }

  const openFile = (path: string, flags: string): MemoryFile => {
    const known = files.get(path)
    if (known && flags === 'wx') throw failure('EEXIST')
    if (known) return known
    // A folder, opened to be synced.
    if (folders.has(path)) return { bytes: Buffer.alloc(0), length: 0, synced: 0 }
    if (flags.startsWith('r')) throw failure('ENOENT')
    const file = { bytes: Buffer.alloc(256), length: 0, synced: 0 }
    enter(path, file)
    return file
  }

  const disk = (life: Mortality): Disk =>
    ({
      mkdir: (folder: string) =>
        life.living(() => void (folders.has(folder) || folders.set(folder, new Set()))),
      open: (path: string, flags: string) => life.living(() => handleOf(life, openFile(path, flags))),
      readFile: (path: string) =>
        life.living(() => {
          const { bytes, length } = found(path)
          return Buffer.from(bytes.subarray(0, length))
        }),
      readdir: (folder: string) => life.living(() => namesOf(folder)),
      rename: (from: string, to: string) =>
        life.living(() => {
          const file = found(from)
          if (files.has(to)) leave(to)
          files.delete(from)
          folders.get(dirname(from))?.delete(from)
          enter(to, file)
        }),
      unlink: (path: string) => life.living(() => leave(path)),
      wait: () => life.living(() => undefined),
      durableAppend: null,
    }) as unknown as Disk

  const namesOf = (folder: string): string[] => {
    const names = folders.get(folder)
    if (!names) throw failure('ENOENT')
    return Array.from(names, (path) => path.slice(folder.length + 1))
  }

  return {
    disk,
    names: (folder) => (folders.has(folder) ? namesOf(folder) : []),
    size: (folder) => [...(folders.get(folder) ?? [])].reduce((sum, path) => sum + found(path).length, 0),
    room: () => most - used,
    limit: (room) => {
      most = used + room
    },
    cutPower: (roll) => {
      for (const file of files.values())
        cut(file, file.synced + Math.floor(roll() * (file.length - file.synced + 1)))
    },
    open: (life) => handles.get(life) ?? 0,
  }
}
