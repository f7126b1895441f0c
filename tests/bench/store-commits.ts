import { randomBytes } from 'node:crypto'
import { mkdtemp, open, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '../../proxy/store/open-store.ts'
import type { Store } from '../../proxy/store/store.ts'
import { memoryVault } from '../../proxy/vault/memory-vault.ts'
import { sampleAct, sampleDebt } from './sample-debts.ts'

/** Milliseconds of each turn. */
export interface CommitTimes {
  store: number[]
  /** As many raw appends of as many bytes at once, each with its fsync. */
  raw: number[]
  /** All the bytes in one raw append with one fsync. */
  joined: number[]
}

/** `atOnce` commits at the same time, so many turns. */
export interface CommitOrder {
  atOnce: number
  turns: number
}

/**
 * A process of its own with a store of so many records (its argument). For each order it commits and appends as many bytes raw to
 * a file in the same folder, in turns, so that both see the same disk and the same memory. No snapshot is made meanwhile: it would
 * slow both.
 */
const folder = await mkdtemp(join(tmpdir(), 'nada-bench-store-'))
const size = Number(process.argv[2])

const seeded = async (): Promise<Store> => {
  const options = { folder: join(folder, 'store'), vault: memoryVault(), random: randomBytes }
  const endless = { ...options, compactFrom: Infinity }
  const first = await openStore(options)
  for (let from = 0; from < size; from += 500) {
    const ids = Array.from({ length: Math.min(500, size - from) }, (_, index) => from + index)
    await first.commit(
      ids.map((index) => {
        const value = sampleDebt(index)
        return { collection: 'negativations', id: value.id, value }
      }),
    )
  }
  await first.close()
  return openStore(endless)
}

const store = await seeded()
const rawFile = await open(join(folder, 'raw'), 'a')

const journalBytes = async (): Promise<number> => {
  const name = (await readdir(join(folder, 'store'))).findLast((each) => each.startsWith('journal.'))
  return (await stat(join(folder, 'store', name!))).size
}

let act = 0
const acts = (atOnce: number) =>
  Array.from({ length: atOnce }, () => {
    act += 1
    return sampleAct((act * 7919) % size, 4 + act)
  })

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

const append = async (content: Uint8Array): Promise<void> => {
  await rawFile.appendFile(content)
  await rawFile.datasync()
}

const run = async ({ atOnce, turns }: CommitOrder): Promise<CommitTimes> => {
  const before = await journalBytes()
  await Promise.all(acts(atOnce).map((changes) => store.commit(changes)))
  const content = randomBytes((await journalBytes()) - before)
  const share = Math.floor(content.length / atOnce)
  const shares = Array.from({ length: atOnce }, (_, index) =>
    content.subarray(index * share, (index + 1) * share),
  )
  const times: CommitTimes = { store: [], raw: [], joined: [] }
  for (let turn = 0; turn < turns; turn += 1) {
    const changes = acts(atOnce)
    times.store.push(await timed(() => Promise.all(changes.map((each) => store.commit(each)))))
    times.raw.push(await timed(() => Promise.all(shares.map(append))))
    times.joined.push(await timed(() => append(content)))
  }
  return times
}

process.on('message', (order: CommitOrder) => void run(order).then((times) => process.send?.(times)))
process.on('disconnect', () => {
  void (async () => {
    await Promise.all([rawFile.close(), store.close()])
    await rm(folder, { recursive: true })
  })()
})
process.send?.('ready')
