import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { homedir } from 'node:os'
import { promisify } from 'node:util'
import { operations } from '../../shared/api.ts'
import { asAppError } from '../../shared/errors.ts'
import { ports } from '../../shared/ports.ts'
import { callService } from '../cli/call-service.ts'
import { dataFolder } from '../cli/data-folder.ts'
import { findService } from '../cli/find-service.ts'
import { secretKey } from '../guards/hmac.ts'
import { processStart } from '../lock/process-start.ts'
import type { World } from './gather.ts'
import { rangesIn } from './look-at-ports.ts'
import type { PortLooks } from './look-at-ports.ts'
import { nodeLookDisk } from './look-disk.ts'

const patienceMs = 3_000

const identify: PortLooks['identify'] = async (port, key) => {
  try {
    await findService([port], secretKey(key))
    return 'ours'
  } catch (thrown) {
    return asAppError(thrown).code === 'stranger-on-port' ? 'foreign' : null
  }
}

const connects: PortLooks['connects'] = (port) =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: patienceMs })
    const end = (answer: boolean) => () => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false))
  })

const reserved =
  (platform: NodeJS.Platform): PortLooks['reserved'] =>
  async () => {
    if (platform !== 'win32') return []
    const words = ['interface', 'ipv4', 'show', 'excludedportrange', 'protocol=tcp']
    const printed = await promisify(execFile)('netsh.exe', words).catch(() => ({ stdout: '' }))
    return rangesIn(printed.stdout)
  }

/** The service has proved itself on this port; an older one has no health to tell. */
const ask: World['ask'] = async (port, key) => {
  const address = `http://127.0.0.1:${port}${operations.hello.path}`
  const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(patienceMs) })
  const { version } = operations.hello.output.parse(await response.json())
  const health = await callService({ port, key: secretKey(key) }, 'consoleHealth', {}).catch(() => null)
  return { version, health }
}

/** This computer, as the doctor looks at it. */
export const realWorld = (env: NodeJS.ProcessEnv, version: string): World => ({
  folder: dataFolder(env),
  home: homedir(),
  env,
  version,
  platform: process.platform,
  node: process.version,
  clock: Date.now,
  random: randomBytes,
  disk: nodeLookDisk,
  startOf: processStart,
  ports,
  identify,
  connects,
  reserved: reserved(process.platform),
  ask,
})
