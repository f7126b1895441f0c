import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { ForksPoolWorker } from 'vitest/node'
import type { PoolOptions, PoolRunnerInitializer } from 'vitest/node'

const launcher = resolve(import.meta.dirname, 'own-network.sh')

/** Whether this machine lets us make a network: Linux, as root. */
export const hasOwnNetworks = (): boolean =>
  spawnSync('unshare', ['--net', 'ip', 'link', 'set', 'lo', 'up']).status === 0

const node = process.execPath

class OwnNetworkWorker extends ForksPoolWorker {
  override start(): Promise<void> {
    // `fork` takes the program from here, before its first wait
    process.execPath = launcher
    const started = super.start()
    process.execPath = node
    return started
  }
}

/** Processes for test files whose programs know fixed ports: each in a network of its own, so that several run at a time. */
export const ownNetworkPool = (): PoolRunnerInitializer => ({
  name: 'own-network',
  createPoolWorker: (options: PoolOptions) =>
    new OwnNetworkWorker({ ...options, env: { ...options.env, OWN_NETWORK_NODE: node } }),
})
