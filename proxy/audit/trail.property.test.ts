import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OperationParsed } from '../../shared/api.ts'
import { auditKinds } from '../../shared/api.ts'
import { parseDate } from '../../shared/calendar.ts'
import { everythingOf, jose, maria, personOf, queryOf } from '../privacy/privacy.samples.ts'
import { auditHandlers } from '../routes/audit.ts'
import type { ActRecord } from '../store/act-record.ts'
import { memoryStore } from '../store/memory-store.ts'
import type { Change, Store } from '../store/store.ts'
import { toldStore } from '../store/told-store.ts'
import { taskOf } from '../privacy/privacy.samples.ts'

type Input = OperationParsed<'auditTrail'>

const hashOf = async (document: string): Promise<string> => `hash-of-${document}`
const trailOver = (store: Store & Parameters<typeof auditHandlers>[0]['store']) => {
  const { auditTrail } = auditHandlers({ store, hashOf })
  return (fields: Partial<Input>) =>
    auditTrail(
      {
        from: parseDate('2020-01-01')!,
        to: parseDate('2030-01-01')!,
        kinds: [],
        actor: null,
        document: null,
        people: false,
        after: null,
        limit: 3,
        ...fields,
      },
      { client: null },
    )
}

/** Few moments, so that many entries share one; some beside the border of a business day. */
const at = fc.constantFrom(
  '2026-11-24T12:00:00.000Z',
  '2026-11-25T02:59:59.999Z',
  '2026-11-25T03:00:00.000Z',
  '2026-11-25T03:00:00.001Z',
  '2026-11-26T12:00:00.000Z',
)
const actor = fc.constantFrom('Ana', 'Leo', 'Nada Consta', 'console')
const small = fc.integer({ min: 0, max: 11 })

const act = fc.record({ at, actor, id: small }).map(({ id, ...fields }): Change => {
  const value: ActRecord = {
    ...fields,
    id: `a${id}`,
    clientId: 'c',
    act: 'policySave',
    kind: 'setup',
    subject: null,
    person: null,
    queryId: null,
    problem: null,
  }
  return { collection: 'acts', id: value.id, value }
})
const line = fc
  .record({ at, actor, record: fc.integer({ min: 0, max: 2 }), version: small, isQuiet: fc.boolean() })
  .map(({ at, actor, record, version, isQuiet }): Change => {
    const id = `r${record}:${version}`
    const from = isQuiet ? ('sent' as const) : ('draft' as const)
    const event = { event: 'accepted', protocol: null, code: null, text: null }
    return {
      collection: 'history',
      id,
      value: { id, negativationId: `r${record}`, at, actor, from, to: 'sent', ...event },
    }
  })
const query = fc.record({ at, operator: actor, id: small }).map(({ at, operator, id }): Change => ({
  collection: 'queries',
  id: `q${id}`,
  value: queryOf(id % 2 ? maria : jose, { id: `q${id}`, startedAt: at, operator }),
}))
const task = fc.record({ at, by: actor, id: small }).map(({ at, by, id }): Change => {
  const resolved = { at, by, action: 'acknowledge' as const, note: '' }
  const value = { ...taskOf(personOf(maria, 'm').record, false), id: `t${id}`, resolved }
  return { collection: 'tasks', id: value.id, value }
})
const put = fc.oneof(act, line, query, task)
const erasure = put.map(({ collection, id }): Change => ({ collection, id, value: null }))

const records = [0, 1, 2].map((place): Change => {
  const { record } = personOf(place === 0 ? maria : jose, `${place}`)
  return { collection: 'negativations', id: `r${place}`, value: { ...record, id: `r${place}` } }
})

const keyOf = ({ collection, id }: Change): string => `${collection}:${id}`

test('page by page, while acts arrive and others are erased: nothing comes twice, and nothing that stayed is left out', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(put, { maxLength: 40 }),
      fc.array(
        fc.array(fc.oneof({ weight: 3, arbitrary: put }, { weight: 1, arbitrary: erasure }), {
          maxLength: 4,
        }),
        {
          maxLength: 12,
        },
      ),
      fc.integer({ min: 1, max: 5 }),
      async (before, between, limit) => {
        const store = toldStore(memoryStore())
        await store.commit([...records, ...before])
        const trail = trailOver(store)
        const there = new Set((await trail({ limit: 200 })).entries.map(({ id }) => id))
        const shown: string[] = []
        const touched = new Set<string>()
        let after: string | null = null
        do {
          const page = await trail({ limit, after })
          shown.push(...page.entries.map(({ id }) => id))
          after = page.next
          const arriving = between.shift() ?? []
          // What is told of a moment is not told of another one later: acts, lines, queries and tasks keep their time.
          const fresh = arriving.filter((change) => change.value === null || !there.has(keyOf(change)))
          for (const change of fresh) touched.add(keyOf(change))
          await store.commit(fresh)
        } while (after !== null)
        const again = shown.filter((id) => !touched.has(id))
        expect(new Set(again).size).toBe(again.length)
        expect([...there].filter((id) => !touched.has(id) && !shown.includes(id))).toEqual([])
      },
    ),
    { numRuns: 150 },
  )
})

test('an index that followed the commits says what a new one says, by every filter; it is what a whole scan finds', async () => {
  const filters: Partial<Input>[] = [
    {},
    { people: true },
    { actor: 'Leo' },
    { document: maria },
    { document: jose, kinds: ['query', 'inclusion'] },
    { from: parseDate('2026-11-25')!, to: parseDate('2026-11-25')! },
    ...auditKinds.map((kind) => ({ kinds: [kind] })),
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.array(fc.oneof({ weight: 3, arbitrary: put }, { weight: 1, arbitrary: erasure }), {
          maxLength: 6,
        }),
        {
          maxLength: 12,
        },
      ),
      async (commits) => {
        const store = toldStore(memoryStore())
        await store.commit(records)
        const followed = trailOver(store)
        await followed({})
        for (const changes of commits) await store.commit(changes)
        const fresh = trailOver(store)
        for (const fields of filters)
          expect(await followed({ ...fields, limit: 200 })).toEqual(await fresh({ ...fields, limit: 200 }))
        const all = await followed({ limit: 200 })
        const history = (await store.query('history')).filter(
          ({ from, to, actor }) => from !== to || actor !== 'Nada Consta',
        )
        const [queries, tasks, acts] = [
          await store.query('queries'),
          await store.query('tasks'),
          await store.query('acts'),
        ]
        expect(all.entries).toHaveLength(history.length + queries.length + tasks.length + acts.length)
        expect(all.actors).toEqual(
          [...new Set(all.entries.map(({ actor }) => actor))].toSorted((one, other) =>
            one.localeCompare(other),
          ),
        )
      },
    ),
    { numRuns: 80 },
  )
})

test('what is committed while the index is built is in it, also of a record that changes its state meanwhile', async () => {
  const inner = memoryStore()
  const { record } = personOf(maria, 'm', { state: 'sending' })
  const lines = everythingOf({ ...personOf(maria, 'm'), record }, 1)
  let isMoved = false
  const query: Store['query'] = async (...of) => {
    const found = await inner.query(...of)
    // Just before its state is read it goes to one that was read already.
    if (
      !isMoved &&
      of[0] === 'negativations' &&
      (of[1] as { state?: string } | undefined)?.state === 'cancelled'
    ) {
      isMoved = true
      const moved = { ...record, state: 'draft' as const }
      await store.commit([{ collection: 'negativations', id: record.id, value: moved }])
    }
    return found
  }
  const store = toldStore({ ...inner, query })
  await store.commit(lines)
  const { entries } = await trailOver(store)({ limit: 200 })
  expect(entries.map(({ id }) => id)).toContain(`history:${record.id}:1`)
})
