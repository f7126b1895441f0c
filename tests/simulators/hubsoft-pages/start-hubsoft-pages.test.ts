import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clients } from './clients.ts'
import { apiHost, centralHost, panelHost } from './hosts.ts'
import { scriptLibraries, styleLibraries } from './libraries.ts'
import { sessionToken } from './session-token.ts'
import type { HubsoftPages } from './start-hubsoft-pages.ts'
import { startHubsoftPages } from './start-hubsoft-pages.ts'

interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

let pages: HubsoftPages

beforeAll(async () => {
  pages = await startHubsoftPages()
})
afterAll(() => pages.close())

/** Asks this server under a host name that resolves nowhere: only the Host header carries it. */
function ask(
  host: string,
  path: string,
  options: { method?: string; headers?: object; port?: number } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, port = pages.port } = options
    const asked = request({
      host: '127.0.0.1',
      port,
      path,
      method,
      headers: { host: `${host}:${port}`, ...headers },
    })
    asked.on('error', reject).on('response', (response) => {
      text(response).then(
        (body) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        reject,
      )
    })
    asked.end()
  })
}

const policyOf = async (path: string, port = pages.port) =>
  (await ask(panelHost, path, { port })).headers['content-security-policy']

const signedIn = { headers: { authorization: `Bearer ${sessionToken}` } }

describe('hosts', () => {
  test('the panel, the portal and the API answer each in their own way', async () => {
    expect((await ask(panelHost, '/dashboard')).body).toContain('ng-app="hubsoft"')
    const central = await ask(centralHost, '/cliente/editar/11943/cadastro')
    expect(central.body).toContain('1162 - MARIA EXEMPLO DA SILVA')
    expect(central.body).toContain('731.640.258-07')
    expect(central.body).not.toContain('ng-app')
    expect((await ask(apiHost, '/api/v1/cliente')).headers['content-type']).toContain('application/json')
  })

  test('any other name is refused, also with the port or in capitals', async () => {
    expect((await ask('127.0.0.1', '/dashboard')).status).toBe(421)
    expect((await ask('outra.hubsoft.com.br', '/dashboard')).status).toBe(421)
    expect((await ask(panelHost.toUpperCase(), '/dashboard')).status).toBe(200)
  })
})

describe('panel', () => {
  test.each([
    '/login',
    '/cliente',
    '/cliente/editar/11943/financeiro',
    '/cliente/editar/11943/cadastro/',
    '/x?y=z',
  ])('every route is the one page: %s', async (path) => {
    const page = await ask(panelHost, path)
    expect(page.status).toBe(200)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.body).toContain('<base href="/" />')
  })

  test('a missing file is no page', async () => {
    expect((await ask(panelHost, '/assets/not-there.js')).status).toBe(404)
    expect((await ask(panelHost, '/libraries/..%2f..%2fpackage.json')).status).toBe(404)
    expect((await ask(panelHost, '/assets/../../../../package.json')).body).not.toContain('"nada-consta"')
  })

  test('a slip that is only downloaded leaves the browser where it is', async () => {
    expect((await ask(panelHost, '/boleto')).status).toBe(204)
  })

  test('the libraries are the installed files, and the page names every one of them', async () => {
    const { body } = await ask(panelHost, '/cliente')
    for (const [name, file] of [...scriptLibraries, ...styleLibraries]) {
      expect(body).toContain(`/libraries/${name}"`)
      const served = await ask(panelHost, `/libraries/${name}`)
      expect(served.body).toBe(readFileSync(file, 'utf8'))
    }
  })

  test('every script and style that the page names is served', async () => {
    const { body } = await ask(panelHost, '/cliente')
    const named = [...body.matchAll(/(?:src|href)="(\/(?:assets|libraries)\/[^"]+)"/g)].map(
      ([, path]) => path!,
    )
    expect(named.length).toBeGreaterThan(30)
    const replies = await Promise.all(named.map((path) => ask(panelHost, path)))
    for (const reply of replies) {
      expect(reply.status).toBe(200)
      expect(reply.headers['content-type']).toMatch(/^text\/(javascript|css)/)
    }
  })
})

describe('Content-Security-Policy', () => {
  test('the switch picks the variant, for that page alone', async () => {
    expect(await policyOf('/cliente')).toBeUndefined()
    expect(await policyOf('/cliente?csp=style')).toMatch(/^style-src 'self' 'nonce-[\w-]+'$/)
    const strict = await policyOf('/cliente?csp=strict')
    expect(strict).toContain("default-src 'self'; script-src 'self';")
    expect(strict).toContain(`connect-src 'self' http://${apiHost}:${pages.port}`)
    expect(strict).not.toContain('unsafe')
  })

  test('the policy names the nonce that the page carries', async () => {
    const { body, headers } = await ask(panelHost, '/cliente?csp=strict')
    const [, nonce] = /data-style-nonce="([^"]+)"/.exec(body) ?? []
    expect(headers['content-security-policy']).toContain(`'nonce-${nonce}'`)
  })

  test('a server can have one for all its pages, and the switch still wins', async () => {
    const guarded = await startHubsoftPages({ csp: 'style' })
    try {
      expect(await policyOf('/cliente', guarded.port)).toContain('style-src')
      expect(await policyOf('/cliente?csp=none', guarded.port)).toBeUndefined()
    } finally {
      await guarded.close()
    }
  })
})

describe('API', () => {
  test('refuses whoever has no session', async () => {
    expect((await ask(apiHost, '/api/v1/cliente/11943')).status).toBe(401)
    const strange = { headers: { authorization: 'Bearer x' } }
    expect((await ask(apiHost, '/api/v1/cliente/11943', strange)).status).toBe(401)
  })

  test('gives a client, its grids, and 404 for what is not there', async () => {
    const client = JSON.parse((await ask(apiHost, '/api/v1/cliente/11943', signedIn)).body)
    expect(client.cliente).toMatchObject({ id_cliente: 11943, codigo_cliente: 1162, cpf_cnpj: '73164025807' })
    const invoices = JSON.parse((await ask(apiHost, '/api/v1/cliente/11943/fatura', signedIn)).body)
    expect(invoices.registros).toHaveLength(8)
    expect((await ask(apiHost, '/api/v1/cliente/1', signedIn)).status).toBe(404)
    expect((await ask(apiHost, '/api/v1/cliente/11943/nada', signedIn)).status).toBe(404)
  })

  test('lists the overdue invoices of everybody, under the numbers of their grids', async () => {
    const { registros } = JSON.parse((await ask(apiHost, '/api/v1/fatura', signedIn)).body)
    expect(registros).toHaveLength(clients.length * 4)
    expect(registros[0]).toMatchObject({ id_fatura: 816201, cliente: '1162 - MARIA EXEMPLO DA SILVA' })
  })

  test('lets the pages of the panel read its answers, and no other origin', async () => {
    const preflight = await ask(apiHost, '/api/v1/cliente', { method: 'OPTIONS' })
    expect(preflight.status).toBe(204)
    expect(preflight.headers['access-control-allow-origin']).toBe(`http://${panelHost}:${pages.port}`)
  })
})

test('the seed takes the place of our clients', async () => {
  const seeded = await startHubsoftPages({ seed: [{ ...clients[1]!, id_cliente: 7 }] })
  try {
    const reply = await ask(apiHost, '/api/v1/cliente', { ...signedIn, port: seeded.port })
    expect(
      JSON.parse(reply.body).clientes.map((client: { id_cliente: number }) => client.id_cliente),
    ).toEqual([7])
  } finally {
    await seeded.close()
  }
})

test('addresses put the switches between path and fragment', () => {
  expect(pages.url('/cliente/editar/11943/financeiro#faturas', { delay: 300, swap: 'same-task' })).toBe(
    `http://${panelHost}:${pages.port}/cliente/editar/11943/financeiro?delay=300&swap=same-task#faturas`,
  )
  expect(pages.url('/cliente')).toBe(`http://${panelHost}:${pages.port}/cliente`)
  expect(pages.centralUrl('/')).toBe(`http://${centralHost}:${pages.port}/`)
})

test('every request is in the log, with its host and headers', async () => {
  const before = pages.requests.length
  await ask(apiHost, '/api/v1/cliente?espera=0', signedIn)
  const last = pages.requests.at(-1)
  expect(pages.requests.length).toBe(before + 1)
  expect(last).toMatchObject({
    method: 'GET',
    host: `${apiHost}:${pages.port}`,
    path: '/api/v1/cliente',
    search: '?espera=0',
  })
  expect(last?.headers.authorization).toBe(`Bearer ${sessionToken}`)
})
