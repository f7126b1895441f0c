import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request as httpRequest } from 'node:http'
import { operations } from '../../shared/api.ts'
import { pairClient, signedClient } from '../attacks/signed-client.ts'
import type { GuardsServer } from './guards-server.ts'

export interface GuardsResult {
  /** Median microseconds of one request over a real socket. */
  guarded: number
  bare: number
  ratio: number
}

const rounds = 40
const roundSize = 200
const { path } = operations.queryHistory
const body = JSON.stringify({ document: '731.640.258-07' })

/** Microseconds from the first byte out to the last byte in, over one kept connection. */
const timed = (agent: Agent, port: number, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    const begun = process.hrtime.bigint()
    const options = { agent, host: '127.0.0.1', port, path, method: 'POST', headers }
    const sent = httpRequest(options, (response) => {
      if (response.statusCode !== 200) reject(new Error(`answered ${response.statusCode}`))
      response.resume()
      response.once('end', () => resolve(Number(process.hrtime.bigint() - begun) / 1000))
    })
    sent.once('error', reject)
    sent.end(body)
  })

const median = (times: number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN

const pair = async ({ guarded: port, consoleSecret }: GuardsServer) => {
  const ofConsole = signedClient({ port, clientId: 'console', secret: consoleSecret })
  const { code } = await ofConsole.call('pairingOpen', {})
  return pairClient({ port, origin: `chrome-extension://${'a'.repeat(32)}`, code })
}

/**
 * A signed request through every guard against the same Hono app without guards, over a real socket. Both servers live in one process of
 * their own, as the service does, and take turns, so that both see the same machine. The client signs before the clock starts; the
 * same headers and the same body go to both; the first rounds warm up and do not count.
 */
export const benchGuards = async (): Promise<GuardsResult> => {
  const child = fork(new URL('guards-server.ts', import.meta.url))
  const [servers] = (await once(child, 'message')) as [GuardsServer]
  const client = await pair(servers)
  const times = { guarded: [] as number[], bare: [] as number[] }
  const kinds = ['guarded', 'bare'] as const
  const agents = { guarded: new Agent({ keepAlive: true }), bare: new Agent({ keepAlive: true }) }
  const headersTo = (port: number): Record<string, string> => ({
    ...Object.fromEntries(client.prepare('POST', path, body).headers),
    host: `127.0.0.1:${port}`,
    'content-length': String(body.length),
  })
  for (let round = 0; round < rounds; round += 1) {
    for (const kind of kinds) {
      const prepared = Array.from({ length: roundSize }, () => headersTo(servers[kind]))
      for (const headers of prepared) {
        const time = await timed(agents[kind], servers[kind], headers)
        if (round >= rounds / 4) times[kind].push(time)
      }
    }
  }
  for (const kind of kinds) agents[kind].destroy()
  child.disconnect()
  await once(child, 'exit')
  const [guarded, bare] = [median(times.guarded), median(times.bare)]
  return { guarded, bare, ratio: guarded / bare }
}

const whole = (microseconds: number): string => `${microseconds.toFixed(0)} µs`

/** Measures and prints, one line. */
export const printGuardsBench = async (): Promise<GuardsResult> => {
  const result = await benchGuards()
  const { guarded, bare, ratio } = result
  console.log(
    `signed request through all guards ${whole(guarded)} at the median, the same Hono app without guards ${whole(bare)}: ${ratio.toFixed(2)} × (to reach: ≤ 1.60 ×)`,
  )
  return result
}
