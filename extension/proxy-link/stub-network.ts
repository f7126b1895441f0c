import { answerText, headers, helloText, requestText } from '../../shared/signing.ts'
import { sha256Hex, signText } from './signing.ts'

/** What a test's program on a port answers; throws to refuse the connection. */
export type Program = (request: Request, port: number) => Promise<Response> | Response

export interface StubNetwork {
  fetch: typeof fetch
  /** Puts a program on a port; `null` frees it. */
  put(port: number, program: Program | null): void
  /** Every request that reached some program. */
  requests: { port: number; request: Request; body: string }[]
}

/** The loopback of a test: one program per port, nobody on the others. */
export const stubNetwork = (): StubNetwork => {
  const programs = new Map<number, Program>()
  const requests: StubNetwork['requests'] = []
  return {
    requests,
    put: (port, program) => void (program ? programs.set(port, program) : programs.delete(port)),
    fetch: async (input, init) => {
      const request = new Request(input, init)
      const port = Number(new URL(request.url).port)
      const program = programs.get(port)
      if (!program) throw new TypeError('Failed to fetch')
      requests.push({ port, request: request.clone(), body: await request.clone().text() })
      return program(request, port)
    },
  }
}

export const json = (body: unknown, status = 200, extra: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...extra } })

interface StubServiceParts {
  client: string
  key: CryptoKey
  api?: number
  version?: string
  /** What an operation answers, once the signature was right. */
  answer: (path: string, body: unknown) => { status: number; body: unknown }
}

/** The service as a test sees it: proves itself, checks signatures, proves its answers. */
export const stubService =
  ({ client, key, api = 1, version = '1.0.0', answer }: StubServiceParts): Program =>
  async (request, port) => {
    const { pathname, search, searchParams } = new URL(request.url)
    if (pathname === '/v1/hello') {
      const isKnown = searchParams.get('client') === client
      const proof =
        isKnown && (await signText(key, helloText(client, searchParams.get('challenge') ?? '', port)))
      return json({ service: 'nada-consta', api, version, ...(proof && { proof }) })
    }
    const read = (name: string) => request.headers.get(name) ?? ''
    const bytes = new Uint8Array(await request.arrayBuffer())
    const text = requestText({
      method: request.method,
      path: pathname + search,
      bodyHash: await sha256Hex(bytes),
      time: read(headers.time),
      nonce: read(headers.nonce),
      client: read(headers.client),
    })
    if (read(headers.signature) !== (await signText(key, text))) {
      return json({ error: { code: 'signature-refused', text: 'refused', hint: 'refused' } }, 401)
    }
    const { status, body } = answer(
      pathname,
      bytes.length > 0 ? JSON.parse(new TextDecoder().decode(bytes)) : undefined,
    )
    const written = new TextEncoder().encode(JSON.stringify(body))
    const proof = await signText(key, answerText(read(headers.nonce), status, await sha256Hex(written)))
    return json(body, status, { [headers.proof]: proof })
  }
