import type { Check } from '../check.ts'
import { fail, ok, unknown, warn } from '../check.ts'

/** This program, the one that runs and the data fit together. */
export const versionCheck: Check = ({ version, service, store }) => {
  if (store.state === 'newer') return fail('data-newer', { version })
  if (service && service.version !== version)
    return warn('version-differs', { version, running: service.version })
  return ok('version', { version })
}

/** Somebody of ours answers. */
export const serviceCheck: Check = ({ service, lock, ports }) => {
  if (service) return ok('service-on', { port: service.port })
  // The check of the lock, or of the ports, names the cause.
  if (lock.state === 'live') return unknown('service-mute')
  if (ports.every(({ state }) => state !== 'free')) return unknown('service-blocked')
  return fail('service-off')
}

/** The fixed ports are free for us (case G72). */
export const portsCheck: Check = ({ ports, service, lock }) => {
  const held = ports.filter(
    ({ state }) =>
      state === 'foreign' || state === 'reserved' || (state === 'silent' && lock.state !== 'live'),
  )
  if (held.length === 0) return ok('ports-free')
  const list = held.map(({ port }) => port).join(', ')
  const isReserved = held.every(({ state }) => state === 'reserved')
  const finding = isReserved ? 'ports-reserved' : 'ports-foreign'
  const hasWay = service !== null || held.length < ports.length
  return hasWay ? warn(finding, { ports: list }) : fail(finding, { ports: list })
}

/** One process holds the data, and it is the one that answers (case G83). */
export const lockCheck: Check = ({ lock, service }) => {
  if (lock.state === 'dead') return warn('lock-dead')
  if (lock.state === 'live') {
    const pid = lock.pid ?? 0
    return service ? ok('lock-held', { pid }) : fail('lock-mute', { pid })
  }
  return service ? fail('lock-missing') : ok('lock-free')
}

/** Comes back by itself after a restart of the computer (case G74). */
export const bootCheck: Check = ({ startsAtBoot }) => {
  if (startsAtBoot === 'unknown') return unknown('boot-unknown')
  return startsAtBoot === 'yes' ? ok('boot-yes') : warn('boot-no')
}
