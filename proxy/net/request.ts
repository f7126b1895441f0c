import { createFetch } from 'ofetch'
import { decode } from './decode.ts'
import { NoReply, oneShotFetch } from './one-shot-fetch.ts'

export interface Call {
  method: 'GET' | 'POST'
  url: string
  headers?: Readonly<Record<string, string>>
  /** Sent as `application/x-www-form-urlencoded`. */
  form?: Readonly<Record<string, string>>
  /** Sent as `application/json`. */
  json?: Readonly<Record<string, unknown>>
  /** For the whole call, to the last byte of the answer. */
  timeoutMs: number
  signal?: AbortSignal
}

export interface Answer {
  kind: 'answer'
  status: number
  /** Decoded from the bytes (case G88). */
  text: string
  retryAfter: string | null
}

/**
 * What became of one HTTP call; the compiler makes each caller decide what each means for its money.
 * Holds no address, header or body of the request, so that a log of it leaks nothing.
 */
export type Reply =
  | Answer
  /** Never followed: it would carry the credentials elsewhere (attack 37). */
  | { kind: 'redirect'; status: number }
  /** Not one byte left: no such name, refused, certificate not trusted. */
  | { kind: 'not-sent' }
  /** Sent, and no answer: time-out or reset. The other side may have done it. */
  | { kind: 'lost' }
  /** Sent, and the answer broke off before its end. The other side has probably done it. */
  | { kind: 'cut' }

/** Makes one call, at most one request; never throws for what the network does. */
export type Request = (call: Call) => Promise<Reply>

const fetchOnce = createFetch({ fetch: oneShotFetch, Headers, AbortController })

const bodyOf = ({ form, json }: Call): { body?: Record<string, unknown>; type?: string } =>
  form
    ? { body: form, type: 'application/x-www-form-urlencoded' }
    : json
      ? { body: json, type: 'application/json' }
      : {}

const signalOf = ({ timeoutMs, signal }: Call): AbortSignal => {
  const timeout = AbortSignal.timeout(timeoutMs)
  return signal ? AbortSignal.any([signal, timeout]) : timeout
}

const failure = (thrown: unknown): Reply => {
  const cause = thrown instanceof Error ? thrown.cause : undefined
  // On any doubt it counts as sent: that costs a look at Connect, the contrary costs a second query (case G89).
  if (!(cause instanceof NoReply)) return { kind: 'lost' }
  if (!cause.sent) return { kind: 'not-sent' }
  return { kind: cause.begun ? 'cut' : 'lost' }
}

/** The only place that speaks HTTP to the outside. `retry: 0`, because ofetch repeats a GET by itself (case G90). `onDate` is told each answer's `Date`. */
export const requestWith =
  (onDate: (date: string) => void): Request =>
  async (call) => {
    const { body, type } = bodyOf(call)
    try {
      const response = await fetchOnce.raw<ArrayBuffer, 'arrayBuffer'>(call.url, {
        method: call.method,
        headers: { 'accept-encoding': 'identity', ...(type && { 'content-type': type }), ...call.headers },
        ...(body && { body }),
        retry: 0,
        redirect: 'manual',
        ignoreResponseError: true,
        responseType: 'arrayBuffer',
        signal: signalOf(call),
      })
      const { status, headers } = response
      const date = headers.get('date')
      if (date !== null) onDate(date)
      if (status >= 300 && status < 400) return { kind: 'redirect', status }
      const text = decode(
        new Uint8Array(response._data ?? new ArrayBuffer(0)),
        headers.get('content-type') ?? '',
      )
      return { kind: 'answer', status, text, retryAfter: headers.get('retry-after') }
    } catch (thrown) {
      return failure(thrown)
    }
  }

export const request: Request = requestWith(() => {})
