import type { ServerResponse } from 'node:http'

/** A whole answer, before any fault touches it. */
export interface Answer {
  status: number
  headers: Readonly<Record<string, string | string[]>>
  body: Buffer
}

/** JSON in UTF-8, as both platforms answer when nothing is wrong. */
export const json = (value: unknown, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: Buffer.from(JSON.stringify(value)),
})

export const html = (text: string, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from(text),
})

/** Writes the head of an answer with its true length. */
export const writeHead = (response: ServerResponse, answer: Answer, length = answer.body.length): void => {
  response.writeHead(answer.status, { ...answer.headers, 'content-length': String(length) })
}

export const write = (response: ServerResponse, answer: Answer): void => {
  writeHead(response, answer)
  response.end(answer.body)
}
