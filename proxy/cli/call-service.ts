import { randomBytes } from 'node:crypto'
import { apiVersion, failureSchema, operations } from '../../shared/api.ts'
import type { OperationInput, OperationName, OperationOutput } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import { texts } from '../../shared/locales/texts.ts'
import type { ErrorCode } from '../../shared/locales/texts.ts'
import { answerText, headers, requestText } from '../../shared/signing.ts'
import { hmacEquals, hmacText, sha256Hex } from '../guards/hmac.ts'
import type { SigningKey } from '../guards/hmac.ts'
import { consoleId } from '../pairing/identities.ts'

export type ConsoleOperation = {
  [Name in OperationName]: (typeof operations)[Name]['access'] extends 'console' ? Name : never
}[OperationName]

interface ServiceAddress {
  port: number
  key: SigningKey
}

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(texts('pt-BR').errors, code)

const failure = (answer: unknown): AppError => {
  const error = failureSchema.safeParse(answer).data?.error
  return error && isErrorCode(error.code)
    ? new AppError(error.code, { params: error.params ?? {} })
    : new AppError('internal')
}

const signed = (method: string, path: string, body: string, key: SigningKey) => {
  const request = {
    method,
    path,
    bodyHash: sha256Hex(body),
    time: String(Date.now()),
    nonce: randomBytes(18).toString('base64url'),
    client: consoleId,
  }
  const fields = {
    [headers.api]: String(apiVersion),
    [headers.client]: request.client,
    [headers.time]: request.time,
    [headers.nonce]: request.nonce,
    [headers.signature]: hmacText(key, requestText(request)),
    ...(method === 'POST' && { 'content-type': 'application/json' }),
  }
  return { nonce: request.nonce, fields }
}

/**
 * Calls an operation of the console, signed, and believes only a proved answer. Uses Node's own `fetch`: it is loopback, and ofetch
 * belongs to proxy/net. Throws the code that the service answered, or `service-off`, or `stranger-on-port`.
 */
export const callService = async <Name extends ConsoleOperation>(
  { port, key }: ServiceAddress,
  name: Name,
  input: OperationInput<Name>,
): Promise<OperationOutput<Name>> => {
  const { method, path: pattern, output } = operations[name]
  const fields = { ...input } as Record<string, string>
  const path = pattern.replace(/:(\w+)/g, (_, field: string) => {
    const value = encodeURIComponent(fields[field] ?? '')
    delete fields[field]
    return value
  })
  const body = method === 'POST' ? JSON.stringify(fields) : ''
  const { nonce, fields: signature } = signed(method, path, body, key)
  const init: RequestInit = { method, headers: signature, redirect: 'error', ...(body !== '' && { body }) }
  const response = await fetch(`http://127.0.0.1:${port}${path}`, init).catch((cause: unknown) => {
    throw new AppError('service-off', { cause })
  })
  const text = await response.text()
  const proof = response.headers.get(headers.proof) ?? ''
  if (!hmacEquals(key, answerText(nonce, response.status, sha256Hex(text)), proof))
    throw new AppError('stranger-on-port')
  const answer: unknown = JSON.parse(text)
  if (!response.ok) throw failure(answer)
  return output.parse(answer) as OperationOutput<Name>
}
