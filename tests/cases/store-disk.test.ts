import type { FileHandle } from 'node:fs/promises'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Disk } from '../../proxy/store/disk.ts'
import { nodeDisk } from '../../proxy/store/disk.ts'
import type { Store } from '../../proxy/store/store.ts'
import { answer, failing, storeRoom } from './store-room.ts'
import type { StoreRoom } from './store-room.ts'

let room: StoreRoom
beforeEach(async () => {
  room = await storeRoom()
})
afterEach(() => room.clear())

const idsIn = async (store: Store): Promise<string[]> => (await store.query('answers')).map(({ id }) => id)

/** A disk whose rename fails so many times; it does not wait, it notes how long it would have. */
const stubborn = (times: number) => {
  const state = { left: times, waits: [] as number[] }
  const disk: Disk = {
    ...nodeDisk,
    rename: async (from, to) => {
      if (state.left > 0) {
        state.left -= 1
        throw failing('EPERM')
      }
      await nodeDisk.rename(from, to)
    },
    wait: async (milliseconds) => void state.waits.push(milliseconds),
  }
  return { disk, state }
}

describe('G82 · a rename that fails for a while', () => {
  test('G82 · EPERM three times, then it works: the store is there on the fourth', async () => {
    const { disk, state } = stubborn(3)
    const store = await room.open({ disk })
    await store.commit([answer('a', 'x')])
    expect(state.waits).toEqual([10, 20, 40])
    await store.close()
    expect(await idsIn(await room.open())).toEqual(['a'])
  })

  test('G82 · EPERM for ever: a commit needs no rename; no snapshot is made, it is told, nothing is lost', async () => {
    const { disk, state } = stubborn(0)
    const store = await room.open({ disk, compactFrom: 1 })
    state.left = Infinity
    await store.commit([answer('a', 'x')])
    await store.commit([answer('a', 'y'), answer('b', 'z')])
    await expect(store.maintain()).rejects.toMatchObject({
      code: 'store-write-failed',
      cause: { code: 'EPERM' },
    })
    expect(await room.names()).toEqual([expect.stringMatching(/^journal\./)])
    await store.close()
    const again = await room.open()
    expect(await again.query('answers')).toEqual([
      { id: 'a', html: 'y' },
      { id: 'b', html: 'z' },
    ])
  })

  test('G82 · EPERM for ever at the first start: refused, and nothing is taken for a store', async () => {
    await expect(room.open({ disk: stubborn(Infinity).disk })).rejects.toMatchObject({
      code: 'store-write-failed',
    })
    expect(await idsIn(await room.open())).toEqual([])
  })
})

/** A disk with room for so many bytes; what was unlinked counts as free again. Other failures by `fault`. */
const smallDisk = () => {
  const state = { free: Infinity, fault: null as string | null, syncFault: null as string | null }
  const sizes = new Map<string, number>()
  const limited = (path: string, file: FileHandle): FileHandle => {
    const write = file.write.bind(file)
    const writeFile = file.writeFile.bind(file)
    const datasync = file.datasync.bind(file)
    const charge = (bytes: number): void => {
      state.free -= bytes
      sizes.set(path, (sizes.get(path) ?? 0) + bytes)
    }
    const whole = async (bytes: Uint8Array): Promise<void> => {
      if (state.free < bytes.length) throw failing('ENOSPC')
      charge(bytes.length)
      return writeFile(bytes)
    }
    return Object.assign(file, {
      write: async (bytes: Buffer) => {
        if (state.fault) throw failing(state.fault)
        if (state.free <= 0) throw failing('ENOSPC')
        // A real disk takes what fits, and says so only at the next write.
        const part = bytes.subarray(0, Math.min(bytes.length, state.free))
        charge(part.length)
        return write(part)
      },
      writeFile: whole,
      appendFile: whole,
      datasync: async () => {
        if (state.syncFault) throw failing(state.syncFault)
        return datasync()
      },
    })
  }
  const disk: Disk = {
    ...nodeDisk,
    open: async (path, ...rest) => limited(String(path), await nodeDisk.open(path, ...rest)),
    rename: async (from, to) => {
      await nodeDisk.rename(from, to)
      sizes.set(String(to), sizes.get(String(from)) ?? 0)
      sizes.delete(String(from))
    },
    unlink: async (path) => {
      await nodeDisk.unlink(path)
      state.free += sizes.get(String(path)) ?? 0
      sizes.delete(String(path))
    },
  }
  return { disk, state }
}

const long = 'x'.repeat(20_000)

describe('G84 · disk full', () => {
  test('G84 · an intent is refused before anything is sent; file and memory are as before', async () => {
    const { disk, state } = smallDisk()
    const store = await room.open({ disk })
    await store.commit([answer('a', 'x')])
    const before = await readFile(await room.journal())
    state.free = 100
    await expect(store.commit([answer('b', long), answer('a', 'changed')])).rejects.toMatchObject({
      code: 'disk-full',
      retry: 'safe',
    })
    expect(await store.query('answers')).toEqual([{ id: 'a', html: 'x' }])
    expect(await readFile(await room.journal())).toEqual(before)
    await store.close()
    expect(await (await room.open()).query('answers')).toEqual([{ id: 'a', html: 'x' }])
  })

  test('G84 · full after the bureau has answered: the outcome takes the reserved space, new intents are refused', async () => {
    const { disk, state } = smallDisk()
    const store = await room.open({ disk })
    state.free = 0
    await store.commit([answer('a', long)], { outcome: true })
    expect(store.status()).toEqual({ isReadOnly: false, reason: 'disk-full' })
    expect(await readdir(room.folder)).not.toContain('reserve')
    await expect(store.commit([answer('b', 'new')])).rejects.toMatchObject({ code: 'disk-full' })
    // There is room for it, but it is kept for outcomes.
    await store.commit([answer('c', long)], { outcome: true })
    expect(await idsIn(store)).toEqual(['a', 'c'])

    // Space again: the next intent finds the reserve renewed.
    state.free = Infinity
    await store.commit([answer('b', 'new')])
    expect(store.status()).toEqual({ isReadOnly: false, reason: null })
    expect(await readdir(room.folder)).toContain('reserve')
    await store.close()
    expect(await idsIn(await room.open())).toEqual(['a', 'c', 'b'])
  })

  test('G84 · intents and outcomes that share an fsync: the outcomes alone are kept', async () => {
    const { disk, state } = smallDisk()
    const store = await room.open({ disk })
    state.free = 0
    const results = await Promise.allSettled([
      store.commit([answer('intent', 'x')]),
      store.commit([answer('outcome', 'x')], { outcome: true }),
      store.commit([answer('intent2', 'x')]),
      store.commit([answer('outcome2', 'x')], { outcome: true }),
    ])
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected', 'fulfilled'])
    expect(await idsIn(store)).toEqual(['outcome', 'outcome2'])
    await store.close()
    expect(await idsIn(await room.open())).toEqual(['outcome', 'outcome2'])
  })

  test('G84 · full while the snapshot is written: the older files stand, and the commit that led to it is kept', async () => {
    const { disk, state } = smallDisk()
    const store = await room.open({ disk, compactFrom: 1 })
    await store.commit([answer('a', long)])
    await store.maintain()
    state.free = 60_000
    await store.commit([answer('b', long)])
    await expect(store.maintain()).rejects.toMatchObject({ code: 'disk-full', cause: { code: 'ENOSPC' } })
    state.free = Infinity
    await store.commit([answer('c', 'x')])
    await store.maintain()
    await store.close()
    const again = await room.open()
    expect(again.status().reason).toBeNull()
    expect(await idsIn(again)).toEqual(['a', 'b', 'c'])
  })
})

test.each([
  ['write', 'fault', nodeDisk.durableAppend],
  ['fsync', 'syncFault', null],
] as const)(
  'a commit whose %s fails has not happened, now and after a restart',
  async (_what, kind, flags) => {
    const { disk, state } = smallDisk()
    const store = await room.open({ disk: { ...disk, durableAppend: flags } })
    await store.commit([answer('a', 'x')])
    state[kind] = 'EIO'
    for (const outcome of [false, true])
      await expect(store.commit([answer('a', 'y'), answer('b', 'z')], { outcome })).rejects.toMatchObject({
        code: 'store-write-failed',
        retry: 'safe',
      })
    expect(await store.query('answers')).toEqual([{ id: 'a', html: 'x' }])
    state[kind] = null
    await store.commit([answer('c', 'z')])
    await store.close()
    const again = await room.open()
    expect(again.status().reason).toBeNull()
    expect(await idsIn(again)).toEqual(['a', 'c'])
    expect(await readdir(join(room.folder))).not.toContain('aside')
  },
)
