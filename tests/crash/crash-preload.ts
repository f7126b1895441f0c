import fs from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import http from 'node:http'
import { syncBuiltinESMExports } from 'node:module'
import type { CrashOrder, CrashPoint } from './crash-order.ts'

/**
 * Loaded before the service in a process of its own: the disk and the network that the service sees, with a point before and after
 * each act at which the process kills itself like a power cut. It changes nothing until an order has come.
 */
let order: CrashOrder | null = null

process.on('message', (message: CrashOrder) => {
  order = message
  process.send?.('armed')
})
process.channel?.unref()

const die = (): void => void process.kill(process.pid, 'SIGKILL')

/** Counts one point of the order; true when it is the one to die at. */
const isDue = (point: CrashPoint): boolean => {
  if (!order || (order.at !== 'any' && order.at !== point)) return false
  order.after -= 1
  return order.after < 0
}

const hit = (point: CrashPoint): void => {
  if (isDue(point)) die()
}

type Act = (...parameters: never[]) => Promise<unknown>

const around = (act: Act, before: CrashPoint, after: CrashPoint): Act =>
  async function (this: unknown, ...parameters) {
    hit(before)
    const result = await act.apply(this, parameters)
    hit(after)
    return result
  }

/** Half of what was to be written, then death. */
const tearing = (handle: FileHandle, act: Act): Act => {
  const append = handle.appendFile.bind(handle)
  return async function (...parameters) {
    if (!isDue('write-torn')) return act.apply(handle, parameters)
    const [data] = parameters as unknown as [Uint8Array | string | Uint8Array[]]
    const whole = Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data as string)
    await append(whole.subarray(0, whole.length >> 1))
    return die()
  }
}

const wrapped = (handle: FileHandle): FileHandle => {
  const target = handle as unknown as Record<string, Act>
  for (const name of ['write', 'writev', 'writeFile', 'appendFile']) {
    const act = target[name]!
    target[name] = around(tearing(handle, act), 'write-before', 'write-after')
  }
  for (const name of ['sync', 'datasync'])
    target[name] = around(target[name]!.bind(handle), 'sync-before', 'sync-after')
  return handle
}

const { open, rename } = fs
fs.open = async (...parameters) => wrapped(await open(...parameters))
fs.rename = around(rename, 'rename-before', 'rename-after') as typeof rename

const { request } = http
http.request = ((...parameters: Parameters<typeof request>) => {
  hit('request-before')
  const sent = request(...parameters)
  sent.once('response', () => hit('request-after'))
  return sent
}) as typeof request

syncBuiltinESMExports()
