import { parseDate } from '../../shared/calendar.ts'
import { auditHandlers } from '../../proxy/routes/audit.ts'
import { memoryStore } from '../../proxy/store/memory-store.ts'
import type { HistoryRecord } from '../../proxy/store/records.ts'
import type { Change } from '../../proxy/store/store.ts'
import { toldStore } from '../../proxy/store/told-store.ts'
import { sampleDebt } from './sample-debts.ts'

const records = 25_000
const linesOfOne = 4
const pages = 40
const begun = Date.parse('2022-01-01T12:00:00.000Z')
const hour = 3_600_000

const timed = async <Result>(work: () => Promise<Result>): Promise<{ ms: number; result: Result }> => {
  const start = performance.now()
  const result = await work()
  return { ms: performance.now() - start, result }
}
const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1]!

/** Over four years and a half, as the debts come one after the other. */
const lineOf = (record: number, version: number): HistoryRecord => {
  const { id } = sampleDebt(record)
  return {
    id: `${id}:${version}`,
    negativationId: id,
    at: new Date(begun + (record * 1.5 + version * 24) * hour).toISOString(),
    from: version === 0 ? null : 'draft',
    to: 'sent',
    event: 'accepted',
    actor: version % 2 ? 'Nada Consta' : ['Ana', 'Leo', 'Cobrança 2'][record % 3]!,
    protocol: `PEF${record}`,
    code: null,
    text: null,
  }
}

/** A page of the audit over years of history, beside a whole scan of that history for the same page. */
export const benchAudit = async (print: (line: string) => void): Promise<void> => {
  const store = toldStore(memoryStore())
  for (let from = 0; from < records; from += 500) {
    const changes = Array.from({ length: 500 }, (_, index): Change[] => {
      const value = sampleDebt(from + index)
      const lines = Array.from({ length: linesOfOne }, (_each, version) => lineOf(from + index, version))
      return [
        { collection: 'negativations', id: value.id, value },
        ...lines.map((line): Change => ({ collection: 'history', id: line.id, value: line })),
      ]
    })
    await store.commit(changes.flat())
  }
  const { auditTrail } = auditHandlers({ store, hashOf: async (document) => document })
  const ask = (fields: Partial<Parameters<typeof auditTrail>[0]> = {}) =>
    auditTrail(
      {
        from: parseDate('2022-01-01')!,
        to: parseDate('2027-01-01')!,
        kinds: [],
        actor: null,
        document: null,
        people: false,
        after: null,
        limit: 50,
        ...fields,
      },
      { client: null },
    )
  const first = await timed(() => ask())

  const through = async (fields: Parameters<typeof ask>[0]): Promise<number> => {
    const times: number[] = []
    let after: string | null = null
    for (let page = 0; page < pages; page += 1) {
      const { ms, result } = await timed(() => ask({ ...fields, after }))
      times.push(ms)
      after = result.next
      if (after === null) break
    }
    return median(times)
  }
  const scan = await timed(async () =>
    (await store.query('history')).toSorted((one, other) => (one.at < other.at ? 1 : -1)).slice(0, 50),
  )
  const figures: [string, number][] = [
    ['first page ever, index included', first.ms],
    ['a page', await through({})],
    ['a page, of people only', await through({ people: true })],
    ['a page, by one actor', await through({ actor: 'Leo' })],
    ['a page, about one document', await through({ document: sampleDebt(7).debtor.document })],
    ['a page, of what nobody did', await through({ kinds: ['task'] })],
    ['baseline: a whole scan of the history for one page', scan.ms],
  ]
  print(`\nAudit: ${records * linesOfOne} lines of history over years, 50 a page (median, ms)`)
  for (const [what, ms] of figures) print(`  ${what.padEnd(52)} ${ms.toFixed(1).padStart(9)}`)
}
