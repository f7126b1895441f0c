import type { Health } from '../../shared/api.ts'
import { texts } from '../../shared/locales/texts.ts'
import { describe, diagnose } from './diagnose.ts'
import type { Facts } from './facts.ts'
import { redactLog } from './redact-log.ts'

/** So many lines of the log go along. */
const logLines = 200

const isVersion = /^\d{1,5}\.\d{1,5}\.\d{1,5}(?:-[a-z]{1,10}(?:\.\d{1,5})?)?$/
const version = (text: string): string => (isVersion.test(text.replace(/^v/, '')) ? text : 'other')
const code = (text: string | null): string | null =>
  text === null || Object.hasOwn(texts('pt-BR').errors, text) ? text : 'other'

const test = (tested: Health['erps'][number]['tested']) => tested && { ...tested, code: code(tested.code) }

const healthOf = ({ integrations, erps, ...rest }: Health): unknown => ({
  ...rest,
  storeReason: code(rest.storeReason),
  integrations: integrations.map(({ environment, pairs, missing }) => ({
    environment,
    missing,
    query: { ...pairs.query, tested: test(pairs.query.tested) },
    pefin: { ...pairs.pefin, tested: test(pairs.pefin.tested) },
  })),
  erps: erps.map((erp) => ({ ...erp, tested: test(erp.tested), problem: code(erp.problem) })),
})

/**
 * The file for support: versions, states and counts, and the end of the log. Everything in it is put in by name and form: no secret, no
 * document, no name, no login, no path, no host of a tenant.
 */
export const bundleOf = (found: Facts, log: string): string => {
  const { service: running } = found
  const facts: Facts = {
    ...found,
    version: version(found.version),
    service: running && { ...running, version: version(running.version) },
  }
  const { now, platform, ports, service, lock, folder, space, vault, store } = facts
  const bundle = {
    format: 1,
    madeAt: new Date(now).toISOString(),
    versions: {
      program: facts.version,
      service: service?.version ?? null,
      node: version(facts.node),
    },
    platform,
    checks: diagnose(facts).map((result) => {
      const { check, state, text } = describe(texts('pt-BR'), result)
      return { check, state, finding: result.finding, text }
    }),
    facts: {
      ports,
      port: service?.port ?? null,
      lock: lock.state,
      folder: { state: folder.state, wide: folder.wide, isSynced: folder.syncedBy !== null },
      freeBytes: space?.free ?? null,
      vault,
      store: store.state,
      newestBackup: facts.newestBackup,
      startsAtBoot: facts.startsAtBoot,
      health: facts.health && healthOf(facts.health),
    },
    log: redactLog(log, logLines),
  }
  return `${JSON.stringify(bundle, null, 2)}\n`
}
