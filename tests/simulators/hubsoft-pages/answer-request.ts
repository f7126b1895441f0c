import type { IncomingMessage } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Answer } from './answer.ts'
import { text } from './answer.ts'
import { findAsset, indexPage } from './assets.ts'
import { centralPage } from './central-page.ts'
import type { Client } from './clients.ts'
import type { PolicyName } from './content-policy.ts'
import { contentPolicy, isPolicyName } from './content-policy.ts'
import { siteOf } from './hosts.ts'
import { answerApi, panelMayRead } from './panel-api.ts'

/** What the answers of one server depend on besides the request. */
export interface Serving {
  readonly port: number
  readonly nonce: string
  readonly csp: PolicyName
  readonly clients: readonly Client[]
}

function answerPanel(address: URL, serving: Serving): Answer {
  const asset = findAsset(address.pathname, serving.port)
  if (asset !== undefined) return asset
  if (/^\/(assets|libraries)\//.test(address.pathname)) return text(404, 'text/plain', 'não encontrado')
  // As a slip that is only downloaded: the browser leaves the page where it is.
  if (address.pathname === '/boleto') return { status: 204, headers: {}, body: '' }
  const asked = address.searchParams.get('csp')
  const policy = contentPolicy(isPolicyName(asked) ? asked : serving.csp, serving.port, serving.nonce)
  const page = text(200, 'text/html', indexPage(serving.nonce))
  return policy === null ? page : { ...page, headers: { ...page.headers, 'content-security-policy': policy } }
}

/** The answer of the site that the Host header names; 421 for any other. The API waits as long as `espera` says, so that a page can ask for slow answers. */
export async function answerRequest(
  request: IncomingMessage,
  address: URL,
  serving: Serving,
): Promise<Answer> {
  const site = siteOf(request.headers.host)
  if (site === undefined) return text(421, 'text/plain', 'nenhum site com este nome')
  if (site === 'panel') return answerPanel(address, serving)
  if (site === 'central') return text(200, 'text/html', centralPage(serving.clients))
  await wait(Number(address.searchParams.get('espera') ?? 0))
  const answer = answerApi(
    { method: request.method ?? 'GET', path: address.pathname, authorization: request.headers.authorization },
    serving.clients,
  )
  return { ...answer, headers: { ...answer.headers, ...panelMayRead(serving.port) } }
}
