/*
 * HubSoft's panel as a test server: AngularJS Material from node_modules, our own templates. Element names, routes and
 * behaviours follow what other people's automation of the real panel shows; where the real markup is unknown it is INFERRED.
 * The browser must map the hosts to this machine: Chromium --host-resolver-rules="MAP *.hubsoft.com.br 127.0.0.1",
 * Firefox the preference network.dns.localDomains. `npx node tests/simulators/hubsoft-pages/start-hubsoft-pages.ts` serves it to a developer.
 */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as readText } from 'node:stream/consumers'
import type { Client } from './clients.ts'
import { clients as defaultClients } from './clients.ts'
import type { PolicyName } from './content-policy.ts'
import { answerRequest } from './answer-request.ts'
import { apiHost, centralHost, panelHost } from './hosts.ts'
import type { Switches } from './switches.ts'
import { switchQuery } from './switches.ts'

/** One request as it came in; `authorization` and the rest of the headers included, for assertions on what left a page. */
export interface PageRequest {
  readonly method: string
  readonly host: string
  readonly path: string
  readonly search: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export interface HubsoftPagesOptions {
  /** 0 or nothing: any free port. */
  readonly port?: number
  /** The policy of pages whose address has no `csp` switch. */
  readonly csp?: PolicyName
  /** The clients to show instead of our own. */
  readonly seed?: readonly Client[]
}

export interface HubsoftPages {
  readonly port: number
  /** Address of a panel page; `path` may end in a fragment. */
  url(path: string, switches?: Switches): string
  /** Address on the customers' portal, where the extension has no business. */
  centralUrl(path: string): string
  readonly apiUrl: string
  /** Every request so far, oldest first. */
  readonly requests: readonly PageRequest[]
  /** Keeps the answers of one path back until the function that it gives is called. */
  hold(path: string): () => void
  close(): Promise<void>
}

/** An address of the panel: the query goes before the fragment, and after a query that is there. */
function panelUrl(port: number, path: string, switches: Switches): string {
  const address = new URL(path, `http://${panelHost}:${port}`)
  for (const [name, value] of new URLSearchParams(switchQuery(switches)))
    address.searchParams.set(name, value)
  return address.href
}

async function record(request: IncomingMessage, address: URL): Promise<PageRequest> {
  return {
    method: request.method ?? 'GET',
    host: request.headers.host ?? '',
    path: address.pathname,
    search: address.search,
    headers: request.headers,
    body: await readText(request),
  }
}

/** Starts the three hosts on one port of 127.0.0.1. Rejects when the port is taken. */
export async function startHubsoftPages(options: HubsoftPagesOptions = {}): Promise<HubsoftPages> {
  const requests: PageRequest[] = []
  const held = new Map<string, Promise<void>>()
  const chosen = {
    nonce: randomBytes(12).toString('base64url'),
    csp: options.csp ?? 'none',
    clients: options.seed ?? defaultClients,
  }
  const server = createServer((request, response) => {
    const respond = async (): Promise<void> => {
      const address = new URL(request.url ?? '/', `http://${panelHost}`)
      requests.push(await record(request, address))
      await held.get(address.pathname)
      const { port } = server.address() as AddressInfo
      const answer = await answerRequest(request, address, { ...chosen, port })
      response.writeHead(answer.status, { 'cache-control': 'no-cache', ...answer.headers }).end(answer.body)
    }
    respond().catch((cause: unknown) =>
      response.destroy(cause instanceof Error ? cause : new Error(String(cause))),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: (path, switches = {}) => panelUrl(port, path, switches),
    centralUrl: (path) => new URL(path, `http://${centralHost}:${port}`).href,
    apiUrl: `http://${apiHost}:${port}/api/v1`,
    requests,
    hold: (path) => {
      const { promise, resolve } = Promise.withResolvers<void>()
      held.set(path, promise)
      return () => {
        held.delete(path)
        resolve()
      }
    },
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)))
        server.closeAllConnections()
      }),
  }
}

if (import.meta.main) {
  const pages = await startHubsoftPages({ port: Number(process.env['PORT'] ?? 0) })
  console.log(pages.url('/cliente/editar/11943/cadastro'))
}
