import { describe, expect, test } from 'vitest'
import type { Health } from '../../../shared/api.ts'
import { en } from '../../../shared/locales/en/en.ts'
import { ptBr } from '../../../shared/locales/pt-br/pt-br.ts'
import type { CheckName } from '../check.ts'
import { describe as words, diagnose, linesOf } from '../diagnose.ts'
import type { Facts } from '../facts.ts'
import { soundFacts, soundHealth } from '../facts.samples.ts'

const found = (check: CheckName, over: Partial<Facts>): string => {
  const result = diagnose({ ...soundFacts, ...over }).find((each) => each.check === check)!
  return `${result.state}: ${result.finding}`
}
const withHealth = (over: Partial<Health>): Partial<Facts> => ({ health: { ...soundHealth, ...over } })
const hoursAgo = (hours: number) => new Date(soundFacts.now - hours * 3_600_000).toISOString()
const [erp] = soundHealth.erps
const [integration] = soundHealth.integrations
const none = { at: hoursAgo(1), ok: false, code: 'erp-unreachable' }
const port = (state: Facts['ports'][number]['state']) => [{ port: 41417, state }]

test('sound facts: every check is content, and has nothing to advise', () => {
  const results = diagnose(soundFacts)
  expect(results.filter(({ state }) => state !== 'ok')).toEqual([])
  expect(results.map((result) => words(ptBr, result).remedy)).toEqual(results.map(() => null))
})

describe('each fault by its check', () => {
  test.each<[CheckName, Partial<Facts>, string]>([
    ['version', { service: { port: 1, version: '0.9.0' } }, 'warn: version-differs'],
    ['version', { store: { state: 'newer' } }, 'fail: data-newer'],
    [
      'service',
      { service: null, ports: port('free'), lock: { state: 'none', pid: null } },
      'fail: service-off',
    ],
    ['service', { service: null }, 'unknown: service-mute'],
    ['ports', { ports: port('reserved'), service: null }, 'fail: ports-reserved'],
    ['ports', { ports: [...port('foreign'), { port: 2, state: 'ours' }] }, 'warn: ports-foreign'],
    ['ports', { ports: port('silent'), service: null }, 'ok: ports-free'],
    ['lock', { lock: { state: 'none', pid: null } }, 'fail: lock-missing'],
    ['lock', { lock: { state: 'dead', pid: null } }, 'warn: lock-dead'],
    ['lock', { service: null }, 'fail: lock-mute'],
    ['boot', { startsAtBoot: 'no' }, 'warn: boot-no'],
    ['boot', { startsAtBoot: 'unknown' }, 'unknown: boot-unknown'],
    ['vault', { vault: { state: 'shut', kind: 'keychain' } }, 'fail: keychain-shut'],
    ['vault', { vault: { state: 'shut', kind: 'file' } }, 'fail: vault-file-shut'],
    [
      'vault',
      { vault: { state: 'open', kind: 'file' }, folder: { ...soundFacts.folder, wide: 1 } },
      'fail: vault-file-wide',
    ],
    ['clock', withHealth({ aheadMs: 3 * 3_600_000 }), 'fail: clock-ahead'],
    ['clock', withHealth({ aheadMs: -3 * 3_600_000 }), 'fail: clock-behind'],
    ['clock', withHealth({ heartbeatAt: hoursAgo(-3) }), 'fail: clock-behind-files'],
    ['clock', { folder: { ...soundFacts.folder, futureMs: 3_600_000 } }, 'fail: clock-behind-files'],
    ['zone', { isZoneRight: false }, 'fail: zone-wrong'],
    ['disk', { space: { free: 500 * 1024 ** 2 } }, 'warn: disk-low'],
    ['disk', { space: { free: 10 } }, 'fail: disk-full'],
    ['disk', { space: null }, 'unknown: disk-unknown'],
    ['folder', { folder: { ...soundFacts.folder, state: 'read-only' } }, 'fail: folder-read-only'],
    ['folder', { folder: { ...soundFacts.folder, wide: 2 } }, 'fail: folder-wide'],
    ['folder', { folder: { ...soundFacts.folder, syncedBy: 'OneDrive' } }, 'warn: folder-synced'],
    ['store', { store: { state: 'doubtful' } }, 'fail: store-doubtful'],
    ['store', { store: { state: 'unreadable' } }, 'fail: store-unreadable'],
    ['store', withHealth({ isReadOnly: true }), 'fail: store-read-only'],
    ['store', withHealth({ storeReason: 'disk-full' }), 'fail: store-full'],
    ['store', { store: { state: 'unknown' }, health: null }, 'unknown: store-unknown'],
    ['backup', { newestBackup: hoursAgo(72) }, 'warn: backup-old'],
    ['backup', { newestBackup: null }, 'warn: backup-none'],
    ['copies', { secondPlace: null }, 'warn: copies-here-only'],
    ['copies', { secondPlace: { isThere: false, copyAt: hoursAgo(1) } }, 'warn: copies-unreachable'],
    ['copies', { secondPlace: { isThere: true, copyAt: hoursAgo(72) } }, 'warn: copies-old'],
    ['recovery', { recoveryCode: 'never' }, 'warn: code-never'],
    ['recovery', { recoveryCode: 'unknown' }, 'unknown: not-known'],
    ['sweep', withHealth({ erps: [{ ...erp!, paymentsAt: hoursAgo(3) }] }), 'warn: sweep-late'],
    ['sweep', withHealth({ erps: [erp!, { ...erp!, paymentsAt: hoursAgo(25) }] }), 'fail: sweep-old'],
    ['sweep', withHealth({ erps: [{ ...erp!, paymentsAt: null, savedAt: hoursAgo(0) }] }), 'ok: sweep-first'],
    ['sweep', withHealth({ erps: [] }), 'unknown: no-erp-yet'],
    ['credentials', withHealth({ integrations: [] }), 'warn: no-integration'],
    [
      'credentials',
      withHealth({
        integrations: [
          { ...integration!, pairs: { ...integration!.pairs, pefin: { isSaved: true, tested: none } } },
        ],
      }),
      'fail: pefin-refused',
    ],
    [
      'credentials',
      withHealth({
        integrations: [
          { ...integration!, pairs: { ...integration!.pairs, query: { isSaved: false, tested: null } } },
        ],
      }),
      'fail: query-absent',
    ],
    ['credentials', { vault: { state: 'shut', kind: 'keychain' } }, 'unknown: vault-closed'],
    [
      'products',
      withHealth({ integrations: [{ ...integration!, missing: ['removal', 'query-credentials'] }] }),
      'warn: products-missing',
    ],
    ['erp', withHealth({ erps: [] }), 'warn: no-erp'],
    [
      'erp',
      withHealth({ erps: [{ ...erp!, problem: 'erp-credentials-refused' }] }),
      'fail: erp-user-refused',
    ],
    ['erp', withHealth({ erps: [{ ...erp!, problem: 'erp-refused' }] }), 'fail: erp-rights'],
    ['erp', withHealth({ erps: [{ ...erp!, tested: none }] }), 'fail: erp-mute'],
    ['erp', withHealth({ erps: [{ ...erp!, tested: null, paymentsAt: null }] }), 'warn: erp-untested'],
    ['pairing', withHealth({ clients: { count: 0, admins: 0 } }), 'fail: pairing-none'],
    ['pairing', withHealth({ clients: { count: 2, admins: 0 } }), 'warn: pairing-no-admin'],
    ['pairing', { health: null }, 'unknown: not-known'],
  ])('%s %#: %s', (check, over, expected) => expect(found(check, over)).toBe(expected))
})

test('whatever warns or fails says what to do, in both languages', () => {
  for (const { doctor } of [ptBr, en]) {
    const plain = new Set(['nothing-yet', 'not-known'])
    const contented =
      /^(?:version|service-on|ports-free|lock-free|lock-held|boot-yes|keychain-open|vault-file-open|clock-right|clock-plausible|zone-right|disk-free|folder-right|store-whole|store-by-service|backup-fresh|copies-there|code-kept|sweep-fresh|sweep-first|pairs-work|products|erp-works|pairing)$/
    for (const [name, finding] of Object.entries(doctor.findings))
      expect(['remedy' in finding, name]).toEqual([!contented.test(name) && !plain.has(name), name])
  }
})

test('aligned lines, the remedy below', () => {
  const results = diagnose({ ...soundFacts, space: { free: 20 * 1024 ** 2 } })
  const disk = results.filter(({ check }) => check === 'disk' || check === 'zone')
  expect(linesOf(disk.map((result) => words(ptBr, result)))).toEqual([
    '✓ Fuso horário     Horário de Brasília conhecido.',
    '✗ Espaço em disco  Quase cheio: 20 MB livres. Inclusões podem ser recusadas.',
    '                   → Libere espaço no disco da pasta de dados agora.',
  ])
})
