/** An HTTP answer before it is written. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
}

/** `value` as a JSON answer. */
export function json(status: number, value: unknown): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  }
}

/** A text answer of the named media type. */
export function text(status: number, type: string, body: string): Answer {
  return { status, headers: { 'content-type': `${type}; charset=utf-8` }, body }
}
