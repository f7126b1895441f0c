import { randomBytes } from 'node:crypto'
import { apiVersion, failureSchema, operations } from '../../shared/api.ts'
import type { OperationInput, OperationName, OperationOutput } from '../../shared/api.ts'
import type { Clock } from '../../shared/clock.ts'
import { answerText, headers, requestText } from '../../shared/signing.ts'
import { hmacEquals, hmacText, secretKey, sha256Hex } from '../../proxy/guards/hmac.ts'
import { watchSecret } from './canary/watch.ts'
import { watchAnswer } from './canary/watched-service.ts'

/** An app that is asked without a socket, as Hono's `app.request` does it. */
interface Askable {
  request(url: string, init: RequestInit): Response | Promise<Response>
}

interface ClientOptions {
  port: number
  /** Without it the request goes over a real socket. */
  app?: Askable
  clientId: string
  /** As pairing handed it out, base64url. */
  secret: string
  /** Sent as Origin; browsers leave it out of many requests, so it may be absent. */
  origin?: string
  clock?: Clock
}

/** What an attack may change about a request: before it is signed, or after. */
export interface Forgery {
  time?: string
  nonce?: string
  clientId?: string
  /** Changed after signing. */
  method?: string
  path?: string
  body?: string
  headers?: Record<string, string | null>
}

export class ServiceRefusal extends Error {
  readonly status: number
  readonly code: string
  readonly earlier: unknown

  constructor(status: number, answer: unknown) {
    const { error, earlier } = failureSchema.parse(answer)
    super(`${status} ${error.code}`)
    this.status = status
    this.code = error.code
    this.earlier = earlier
  }
}

/** Path and body of an operation's input. */
export const spell = (name: OperationName, input: object): { path: string; body: string } => {
  const { method, path: pattern } = operations[name]
  const rest: Record<string, unknown> = { ...input }
  const path = pattern.replace(/:(\w+)/g, (_, field: string) => {
    const value = String(rest[field])
    delete rest[field]
    return value
  })
  if (method === 'POST') return { path, body: JSON.stringify(rest) }
  const query = new URLSearchParams(rest as Record<string, string>).toString()
  return { path: query === '' ? path : `${path}?${query}`, body: '' }
}

const send = async (
  options: ClientOptions,
  method: string,
  path: string,
  fields: [string, string][],
  body: string,
) => {
  const { port, app } = options
  const init: RequestInit = { method, headers: fields, redirect: 'manual', ...(body !== '' && { body }) }
  const address = `http://127.0.0.1:${port}${path}`
  return watchAnswer(await (app ? app.request(address, init) : fetch(address, init)))
}

/** A paired client for tests and measurements, speaking the wire as the extension does. */
export const signedClient = (options: ClientOptions) => {
  const { port, origin, clock = Date.now } = options
  watchSecret(
    options.clientId === 'console'
      ? `console key ${options.secret.slice(0, 4)}`
      : `key of ${options.clientId}`,
    options.secret,
  )
  const key = secretKey(options.secret)

  /** Signs a request and, where a forgery says so, spoils it. */
  const prepare = (method: string, path: string, body: string | Buffer, forgery: Forgery = {}) => {
    const client = forgery.clientId ?? options.clientId
    const time = forgery.time ?? String(clock())
    const nonce = forgery.nonce ?? randomBytes(18).toString('base64url')
    const text = requestText({ client, time, nonce, method, path, bodyHash: sha256Hex(body) })
    const fields: Record<string, string | null> = {
      host: `127.0.0.1:${port}`,
      [headers.api]: String(apiVersion),
      [headers.client]: client,
      [headers.time]: time,
      [headers.nonce]: nonce,
      [headers.signature]: hmacText(key, text),
      ...(method === 'POST' && { 'content-type': 'application/json' }),
      ...(origin !== undefined && { origin }),
      ...forgery.headers,
    }
    const sent = Object.entries(fields).filter((field): field is [string, string] => field[1] !== null)
    return {
      nonce,
      method: forgery.method ?? method,
      path: forgery.path ?? path,
      headers: sent,
    }
  }

  /** The bare answer to a signed request, proved or not. */
  const ask = async (name: OperationName, input: object, forgery: Forgery = {}): Promise<Response> => {
    const { path, body } = spell(name, input)
    const request = prepare(operations[name].method, path, body, forgery)
    return send(options, request.method, request.path, request.headers, forgery.body ?? body)
  }

  /** The parsed answer of an operation; throws `ServiceRefusal` for a failure and refuses an answer without the right proof. */
  const call = async <Name extends OperationName>(
    name: Name,
    input: OperationInput<Name>,
  ): Promise<OperationOutput<Name>> => {
    const { path, body } = spell(name, input)
    const request = prepare(operations[name].method, path, body)
    const response = await send(options, request.method, request.path, request.headers, body)
    const text = await response.text()
    const proof = response.headers.get(headers.proof) ?? ''
    if (!hmacEquals(key, answerText(request.nonce, response.status, sha256Hex(text)), proof))
      throw new Error(`an answer without the right proof: ${response.status}`)
    if (!response.ok) throw new ServiceRefusal(response.status, JSON.parse(text))
    return operations[name].output.parse(JSON.parse(text)) as OperationOutput<Name>
  }

  return { call, ask, prepare, clientId: options.clientId }
}

export type SignedClient = ReturnType<typeof signedClient>

/** Pairs with a code, as the extension's settings page does, and answers the client that it becomes. */
export const pairClient = async (options: {
  port: number
  app?: Askable
  origin: string
  code: string
  name?: string
  clock?: Clock
}): Promise<SignedClient & { secret: string }> => {
  const { port, app, origin, code, name = 'Navegador de teste', clock } = options
  watchSecret(`pairing code ${code}`, code)
  const fields: [string, string][] = [
    ['host', `127.0.0.1:${port}`],
    ['origin', origin],
    ['content-type', 'application/json'],
    [headers.api, String(apiVersion)],
  ]
  const to = { port, clientId: '', secret: '', ...(app && { app }) }
  const response = await send(to, 'POST', operations.pair.path, fields, JSON.stringify({ code, name }))
  const answer: unknown = await response.json()
  if (!response.ok) throw new ServiceRefusal(response.status, answer)
  const { client, secret } = operations.pair.output.parse(answer)
  const paired = { port, clientId: client.id, secret, origin, ...(app && { app }), ...(clock && { clock }) }
  return { ...signedClient(paired), secret }
}
