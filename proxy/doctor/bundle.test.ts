import { array, assert, asyncProperty, constant, oneof, stringMatching, subarray, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import type { Health } from '../../shared/api.ts'
import type { Cnpj } from '../../shared/document.ts'
import { memoryStore } from '../store/memory-store.ts'
import type { ErpRecord, IntegrationRecord } from '../store/records.ts'
import { bundleOf } from './bundle.ts'
import { soundFacts, soundHealth } from './facts.samples.ts'
import { domainOf, readHealth } from './read-health.ts'
import { redactLog } from './redact-log.ts'

/** A word that stands for a name, a login or a password; long enough not to be met by chance. */
const canary = stringMatching(/^[A-Za-z][a-zA-Z0-9]{11,19}$/)
const at = '2026-11-25T11:00:00.000Z'

const seeded = (word: string) => {
  const failed = {
    code: 'connect-credentials-refused',
    text: word,
    hint: word,
    params: { pair: word },
  } as const
  const tested = { at, ok: false, error: failed }
  const integration: IntegrationRecord = {
    id: word,
    description: word,
    creditor: `04.718.253/0001-56 ${word}` as Cnpj,
    environment: 'production',
    answerFormat: 'html',
    query: { savedAt: at, tested },
    pefin: { savedAt: at, tested },
    products: [],
    syncedAt: at,
  }
  const baseUrl = `https://api.${word}.hubsoft.com.br`
  const erp: ErpRecord = { id: word, kind: 'hubsoft', description: word, baseUrl, savedAt: at, tested }
  return { integration, erp, problem: failed }
}

const healthOf = async (word: string): Promise<Health> => {
  const store = memoryStore()
  const { integration, erp, problem } = seeded(word)
  const client = {
    id: word,
    name: word,
    origin: word,
    scopes: ['query' as const],
    pairedAt: at,
    lastSeenAt: null,
    revokedAt: null,
  }
  const id = `payments:${word}`
  await store.commit([
    { collection: 'integrations', id: word, value: integration },
    { collection: 'erps', id: word, value: erp },
    { collection: 'clients', id: word, value: client },
    { collection: 'sweeps', id, value: { id, completedAt: at, problem } },
  ])
  return { ...(await readHealth(store, Date.parse(at))), aheadMs: null }
}

const fields = [
  'event',
  'code',
  'operation',
  'client',
  'id',
  'version',
  'where',
  'time',
  'msg',
  'name',
  'document',
]

/** A line of a log that somebody else wrote, with the word in any field. */
const logLine = (word: string) =>
  oneof(
    subarray(fields).map((names) => JSON.stringify(Object.fromEntries(names.map((name) => [name, word])))),
    constant(`at f (/home/${word}/nada-consta/proxy/app.ts:10:5)`),
    constant(
      JSON.stringify({ event: 'failed', where: `at ${word} (/home/${word}/proxy/app.ts:10:5) < ${word}` }),
    ),
    constant(JSON.stringify({ event: 'done', nested: { deep: [word] } })),
    constant(JSON.stringify([word])),
    constant(word),
  )

test('whatever the records, the log and the machine hold: nothing of it is in the file', async () => {
  await assert(
    asyncProperty(
      canary.chain((word) => tuple(constant(word), array(logLine(word), { maxLength: 20 }))),
      async ([word, lines]) => {
        const facts = {
          ...soundFacts,
          version: word,
          node: word,
          service: { port: 41417, version: word },
          folder: { ...soundFacts.folder, syncedBy: 'OneDrive' as const },
          health: await healthOf(word),
        }
        const file = bundleOf(facts, lines.join('\n'))
        // Hosts are compared without regard to case.
        expect(file.toLowerCase()).not.toContain(word.toLowerCase())
        expect(file).not.toContain('04.718.253')
      },
    ),
    { numRuns: 200 },
  )
})

test('codes that are none of ours do not pass either', () => {
  const [erp] = soundHealth.erps
  const health = { ...soundHealth, storeReason: 'Maria', erps: [{ ...erp!, problem: '731.640.258-07' }] }
  const file = bundleOf({ ...soundFacts, health }, '')
  expect(file).not.toMatch(/Maria|731\.640/)
})

test('what support needs is in it', () => {
  const log = [
    '{"level":30,"time":"2026-11-25T11:00:00.000Z","event":"done","operation":"queryStart","ms":12}',
    'x',
  ]
  const file: unknown = JSON.parse(bundleOf({ ...soundFacts, space: { free: 10 } }, log.join('\n')))
  expect(file).toMatchObject({
    versions: { program: '1.0.0', service: '1.0.0', node: 'v24.0.0' },
    platform: 'linux',
    facts: { freeBytes: 10, health: { clients: { count: 1 }, erps: [{ domain: 'hubsoft.com.br' }] } },
    log: [{ time: '2026-11-25T11:00:00.000Z', event: 'done', operation: 'queryStart', ms: 12 }],
  })
  expect((file as { checks: unknown[] }).checks).toContainEqual({
    check: 'disk',
    state: 'fail',
    finding: 'disk-full',
    text: 'Quase cheio: 0 MB livres. Inclusões podem ser recusadas.',
  })
})

const doneLine = (ms: number) => JSON.stringify({ event: 'done', ms })

test('of a long log the end, of a frame the file and the place', () => {
  const log = `${Array.from({ length: 50 }, (_, index) => doneLine(index)).join('\n')}\n`
  expect(redactLog(log, 3).map(({ ms }) => ms)).toEqual([47, 48, 49])
  const where = 'at run (/home/joao/nada/proxy/sweep/lane.ts:10:5) < at C:\\Users\\Joao\\main.mjs:1:2'
  expect(redactLog(JSON.stringify({ event: 'failed', where }), 1)[0]?.where).toBe(
    'lane.ts:10:5 < main.mjs:1:2',
  )
})

test.each([
  ['https://api.provedor.hubsoft.com.br', 'hubsoft.com.br'],
  ['https://hubsoft.provedor.com.br', 'com.br'],
  ['https://erp.provedor.net', 'net'],
  ['https://provedor.br', 'br'],
  ['http://192.168.0.10:8080', 'other'],
  ['http://127.0.0.1:4000', 'other'],
  ['nothing', 'other'],
])('of %s the file tells %s', (address, domain) => expect(domainOf(address)).toBe(domain))
