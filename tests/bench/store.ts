import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openStore } from '../../proxy/store/open-store.ts'
import type { Vault } from '../../proxy/vault/vault.ts'
import { sampleDebt } from './sample-debts.ts'
import type { CommitOrder, CommitTimes } from './store-commits.ts'
import type { StartCost } from './store-start.ts'

const sizes = [1_000, 10_000, 100_000] as const
const rounds = 40
/** So many rounds' work first, which does not count: a service has been running for a while. */
const warmUp = 40
const starts = 5
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

type Print = (line: string) => void

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const ask = async (child: ChildProcess, order: CommitOrder): Promise<CommitTimes> => {
  child.send(order)
  const [times] = (await once(child, 'message')) as [CommitTimes]
  return times
}

interface CommitFigure extends Record<keyof CommitTimes, number> {
  size: number
  atOnce: number
}

const measure = async (children: readonly ChildProcess[], order: CommitOrder): Promise<CommitFigure[]> => {
  const all = sizes.map(() => ({ store: [] as number[], raw: [] as number[], joined: [] as number[] }))
  for (const child of children) await ask(child, { ...order, turns: order.turns * warmUp })
  for (let round = 0; round < rounds; round += 1)
    for (const [index, child] of children.entries()) {
      const times = await ask(child, order)
      for (const way of ['store', 'raw', 'joined'] as const) all[index]![way].push(...times[way])
    }
  return all.map(({ store, raw, joined }, index) => ({
    size: sizes[index]!,
    atOnce: order.atOnce,
    store: median(store),
    raw: median(raw),
    joined: median(joined),
  }))
}

/** One process for each size; they take turns, round by round, so that none has the disk in a better mood. */
const measureCommits = async (): Promise<CommitFigure[]> => {
  const children = sizes.map((size) => fork(here('store-commits.ts'), [String(size)]))
  await Promise.all(children.map((child) => once(child, 'message')))
  const figures = [
    ...(await measure(children, { atOnce: 1, turns: 15 })),
    ...(await measure(children, { atOnce: 64, turns: 5 })),
  ]
  for (const child of children) {
    child.disconnect()
    await once(child, 'exit')
  }
  return figures
}

const started = async (...args: string[]): Promise<StartCost> => {
  const child = fork(here('store-start.ts'), args)
  const [cost] = (await once(child, 'message')) as [StartCost]
  await once(child, 'exit')
  return cost
}

/** A store of so many records, closed, and the same records as one JSON file. */
const makeBoth = async (folder: string, size: number) => {
  const secrets: Record<string, string> = {}
  const vault: Vault = {
    kind: 'file',
    get: async (key) => secrets[key] ?? null,
    set: async (key, secret) => void (secrets[key] = secret),
    delete: async () => {},
  }
  const store = await openStore({ folder: join(folder, 'store'), vault, random: randomBytes })
  const debts = Array.from({ length: size }, (_, index) => sampleDebt(index))
  for (let from = 0; from < size; from += 500)
    await store.commit(
      debts.slice(from, from + 500).map((value) => ({ collection: 'negativations', id: value.id, value })),
    )
  await store.close()
  await writeFile(join(folder, 'plain.json'), JSON.stringify(debts))
  return secrets
}

const measureStart = async (size: number) => {
  const folder = await mkdtemp(join(tmpdir(), 'nada-bench-start-'))
  try {
    const secrets = JSON.stringify(await makeBoth(folder, size))
    const store: StartCost[] = []
    const json: StartCost[] = []
    for (let turn = 0; turn < starts; turn += 1) {
      store.push(await started('store', join(folder, 'store'), secrets))
      json.push(await started('json', join(folder, 'plain.json')))
    }
    for (const { records } of [...store, ...json])
      if (records !== size) throw new Error(`${records} records instead of ${size}`)
    const of = (costs: StartCost[]) => ({
      time: median(costs.map(({ time }) => time)),
      memory: median(costs.map(({ memory }) => memory)),
    })
    return { store: of(store), json: of(json) }
  } finally {
    await rm(folder, { recursive: true })
  }
}

const count = (size: number): string => `${size / 1000}k`

/**
 * A durable commit (a record's next version and its line in the history) against a raw append with fdatasync of as many bytes, and a
 * start with 100k records against `JSON.parse` of the same records; each pair measured in turns.
 */
export const benchStore = async (print: Print): Promise<void> => {
  const figures = await measureCommits()
  for (const { size, atOnce, store, raw, joined } of figures) {
    const what = atOnce === 1 ? 'alone' : `${atOnce} at once`
    const raws = atOnce === 1 ? 'raw append' : `${atOnce} raw appends at once`
    print(
      `durable commit, ${what}, ${count(size)} records: ${store.toFixed(3)} ms, ${raws} with fsync of the same bytes ${raw.toFixed(3)} ms: ${(store / raw).toFixed(2)} × (to reach: ≤ 1.30 ×)${atOnce === 1 ? '' : `; all of it in one raw append ${joined.toFixed(3)} ms`}`,
    )
  }
  for (const atOnce of [1, 64]) {
    const own = figures.filter((figure) => figure.atOnce === atOnce)
    const spread = (way: keyof CommitTimes): string => {
      const times = own.map((figure) => figure[way])
      return `+ ${((Math.max(...times) / Math.min(...times) - 1) * 100).toFixed(0)} %`
    }
    print(
      `durable commit, ${atOnce === 1 ? 'alone' : `${atOnce} at once`}: slowest size over fastest ${spread('store')} (to reach: ≤ 15 %), the raw appends beside them, which know no size, ${spread('raw')}`,
    )
  }
  const size = 100_000
  const { store, json } = await measureStart(size)
  print(
    `start with ${count(size)} records ${store.time.toFixed(0)} ms, JSON.parse of the same data ${json.time.toFixed(0)} ms: ${(store.time / json.time).toFixed(2)} × (to reach: ≤ 2.00 ×)`,
  )
  print(
    `memory at the start with ${count(size)} records ${store.memory.toFixed(0)} MB at most, JSON.parse of the same data ${json.memory.toFixed(0)} MB: ${(store.memory / json.memory).toFixed(2)} × (to reach: ≤ 2.00 ×)`,
  )
}

if (import.meta.main) await benchStore((line) => process.stdout.write(`${line}\n`))
