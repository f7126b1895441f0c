import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { readConsoleKey } from '../../../proxy/pairing/console-key.ts'
import type { OperationInput, OperationName } from '../../../shared/api.ts'
import { failureSchema } from '../../../shared/api.ts'
import { pairClient, signedClient } from '../signed-client.ts'
import type { SignedClient } from '../signed-client.ts'
import { draftOf, newDebt, untilState } from '../../crash/life.ts'
import { startConnect } from '../../simulators/connect/start-connect.ts'
import type { ConnectSimulator } from '../../simulators/connect/start-connect.ts'
import { startHubsoftApi } from '../../simulators/hubsoft-api/start-hubsoft-api.ts'
import type { HubsoftApiSimulator } from '../../simulators/hubsoft-api/start-hubsoft-api.ts'
import { masked, people } from '../../simulators/people.ts'
import { leaksIn, searchFolder } from './find-leaks.ts'
import { canaryRoom } from './canary-service.ts'
import { apiUser, confirmation } from '../../cases/debt-desk.ts'

const { antonia } = people
const canaries: Record<string, string> = {
  'query login': 'canario-login-consulta',
  'query password': 'canario-senha-consulta-Qz7',
  'pefin login': 'canario-login-pefin',
  'pefin password': 'canario-senha-pefin-Xw9',
  'wrong password': 'canario-senha-errada-Kp3',
  'API secret': 'canario-segredo-api-Vt5',
  'ERP user': apiUser.username,
  'ERP password': apiUser.password,
  document: antonia.document,
  'masked document': masked(antonia.document),
  name: antonia.name,
  'plain name': 'ANTONIA FICTICIA',
  street: 'RUA DAS AMOSTRAS',
  'crash message': 'canario-na-mensagem-do-erro',
}

let room: string
let connect: ConnectSimulator
let hubsoft: HubsoftApiSimulator
beforeAll(async () => {
  room = await mkdtemp(join(tmpdir(), 'nada-consta-canary-'))
  connect = await startConnect()
  hubsoft = await startHubsoftApi()
  connect.accounts.push({
    query: { login: canaries['query login']!, password: canaries['query password']! },
    pefin: { login: canaries['pefin login']!, password: canaries['pefin password']! },
    balanceCents: null,
  })
})
afterAll(async () => {
  await Promise.all([connect.close(), hubsoft.close()])
  await rm(room, { recursive: true, force: true })
})

const origin = `chrome-extension://${'d'.repeat(32)}`

/** A browser whose failures are kept, as they came over the wire. */
const browserOf = (client: SignedClient, replies: string[]) => {
  const refused = async <Name extends OperationName>(name: Name, input: OperationInput<Name> | object) => {
    const response = await client.ask(name, input)
    const body = await response.text()
    expect(response.ok, `${name} was not refused`).toBe(false)
    replies.push(JSON.stringify(failureSchema.parse(JSON.parse(body)).error))
  }
  return { ...client, refused }
}

/** Requests that no browser of ours sends, with everything in the wrong place. */
const knock = async (port: number, replies: string[]): Promise<void> => {
  const document = canaries['document']!
  const address = `http://127.0.0.1:${port}`
  const headers = { 'content-type': 'application/json', origin }
  const body = `{"code":"${canaries['wrong password']}","name":"${antonia.name}", broken`
  const knocks: [string, RequestInit][] = [
    [`/v1/${document}`, {}],
    [`/v1/status?document=${document}`, { headers: { 'x-document': document } }],
    ['/v1/pair', { method: 'POST', headers, body }],
    ['/v1/pair', { method: 'POST', headers, body: JSON.stringify({ code: document, name: antonia.name }) }],
    ['/v1/queries', { method: 'POST', headers, body: JSON.stringify({ document }) }],
    ['/v1/queries', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: document }],
  ]
  for (const [path, init] of knocks) {
    const response = await fetch(address + path, init)
    expect(response.ok).toBe(false)
    replies.push(await response.text())
  }
}

type Ready = Awaited<ReturnType<typeof setUp>>

/** Pairing and both platforms, with every mistake that a person can make on the way. */
const setUp = async (port: number, home: string, replies: string[]) => {
  const secret = (await readConsoleKey(home))!
  const console = signedClient({ port, clientId: 'console', secret })
  await knock(port, replies)
  const { code } = await console.call('pairingOpen', { scopes: ['query', 'include', 'remove', 'admin'] })
  await knock(port, replies)
  const paired = await pairClient({ port, origin, code, name: 'Recepção' })
  const browser = browserOf(paired, replies)
  const { id: integrationId } = await browser.call('integrationCreate', {
    description: 'Matriz',
    creditor: '04.718.253/0001-56',
    environment: 'production',
    answerFormat: 'html',
  })
  const save = (pair: 'query' | 'pefin', password = canaries[`${pair} password`]!) =>
    browser.call('credentialsSave', { id: integrationId, pair, login: canaries[`${pair} login`]!, password })
  for (const pair of ['query', 'pefin'] as const) {
    await save(pair, canaries['wrong password'])
    const { ok, error } = await browser.call('credentialsTest', { id: integrationId, pair })
    expect(ok).toBe(false)
    replies.push(JSON.stringify(error))
    await save(pair)
    expect(await browser.call('credentialsTest', { id: integrationId, pair })).toMatchObject({ ok: true })
  }
  await browser.refused('credentialsSave', {
    id: integrationId,
    pair: 'query',
    login: canaries['query login'],
    password: canaries['query password']!.repeat(100),
  })
  await browser.call('productsSync', { id: integrationId })
  const access = { ...apiUser, baseUrl: hubsoft.url }
  await browser.refused('erpCreate', { ...access, baseUrl: `ftp://${canaries['API secret']}@x` })
  const { id: erpId } = await browser.call('erpCreate', { ...access, clientSecret: canaries['API secret']! })
  replies.push(JSON.stringify((await browser.call('erpTest', { id: erpId })).error))
  await browser.call('erpUpdate', { id: erpId, ...access })
  return { browser, integrationId, erpId, hubsoft, secrets: { code, paired: paired.secret, secret } }
}

const queries = async ({ browser, integrationId }: Ready): Promise<void> => {
  const ask = async (fields: object = {}) => {
    const { id } = await browser.call('queryStart', {
      key: crypto.randomUUID(),
      integrationId,
      product: 'CREDNET_LIGHT',
      document: canaries['masked document']!,
      purpose: 'collection',
      repeat: true,
      ...fields,
    })
    return vi.waitFor(
      async () => {
        const query = await browser.call('query', { id })
        expect(query.state).not.toBe('running')
        return query
      },
      { timeout: 20_000, interval: 100 },
    )
  }
  expect((await ask()).state).toBe('done')
  for (const fault of [
    { kind: 'status', status: 503 },
    { kind: 'reset' },
    { kind: 'maintenance' },
  ] as const) {
    connect.faults.set('consult', fault)
    expect((await ask()).state).not.toBe('done')
    connect.faults.clear()
  }
  await browser.refused('queryStart', {
    key: crypto.randomUUID(),
    integrationId,
    product: 'CREDNET_LIGHT',
    document: '640.182.357-70',
    purpose: 'collection',
    repeat: false,
  })
}

const debts = async (ready: Ready): Promise<void> => {
  const { browser } = ready
  const confirm = async () => {
    const draft = await draftOf(ready, browser, newDebt(ready))
    await browser.call('negativationConfirm', confirmation(draft))
    return draft.negativation.id
  }
  const included = await confirm()
  await untilState(browser, included, ['sent', 'active'])
  const words = `CPF ${canaries['masked document']} de ${antonia.name} recusado`
  connect.faults.set('include', { kind: 'refuse', code: '104', text: words })
  await untilState(browser, await confirm(), ['rejected'])
  connect.faults.set('include', { kind: 'status', status: 502 })
  await untilState(browser, await confirm(), ['unknown', 'not-included', 'sent', 'active'])
  connect.faults.clear()
  connect.faults.set('remove', { kind: 'refuse', code: '104', text: words })
  await browser.call('removalRequest', { id: included, reasonCode: '01', note: '' })
  await vi.waitFor(
    async () => {
      const { negativation } = await browser.call('negativation', { id: included })
      expect(negativation.removal?.attempts).toBeGreaterThan(0)
    },
    { timeout: 20_000, interval: 100 },
  )
  connect.faults.clear()
  for (const fault of [{ kind: 'status', status: 503 }, { kind: 'html-page' }] as const) {
    for (const call of ['token', 'customer', 'customers', 'invoices'] as const)
      hubsoft.faults.set(call, fault, 'always')
    await browser.refused('customerSearch', { document: canaries['document'] })
    await browser.call('sweepNow', {})
    hubsoft.faults.clear()
  }
  await browser.refused('negativationDraft', { erpId: ready.erpId, customerId: 'no number' })
}

describe('attack 33 · one process, with every mistake that can be made on the way', () => {
  test('no secret and no document in a log, an error, a temporary file, a crash, or in clear in the data', async () => {
    const { home, temporary, working, start } = await canaryRoom(room, connect.url)
    const replies: string[] = []
    const service = await start()
    onTestFinished(() => service.kill())
    const ready = await setUp(service.port, home, replies)
    await queries(ready)
    await debts(ready)
    const mistake = `${canaries['crash message']} ${antonia.document} ${canaries['query password']}`
    expect(await service.crash('throw', mistake)).toBe(1)
    const again = await start()
    onTestFinished(() => again.kill())
    expect(await again.crash('reject', mistake)).toBe(1)

    const { secret, ...ofBrowser } = ready.secrets
    const all = { ...canaries, ...ofBrowser, 'console key': secret }
    const leaks = (text: string) => leaksIn([{ place: 'it', content: Buffer.from(text) }], all)
    const printed = `${await service.printed}${await again.printed}`
    expect(printed).toContain('127.0.0.1')
    expect(leaks(printed)).toEqual([])
    // The answers that told of all those failures.
    expect(replies.length).toBeGreaterThan(15)
    expect(leaks(replies.join('\n'))).toEqual([])

    const logs = await readdir(join(home, 'log'))
    const log = (await Promise.all(logs.map((name) => readFile(join(home, 'log', name), 'utf8')))).join('')
    for (const event of ['started', 'done', 'crashed']) expect(log).toContain(`"event":"${event}"`)
    expect(leaks(log)).toEqual([])
    const data = await searchFolder(home, all)
    expect(data.files.some((file) => file.startsWith('store'))).toBe(true)
    expect(data.leaks).toEqual([])
    for (const folder of [temporary, working]) expect((await searchFolder(folder, all)).leaks).toEqual([])
  }, 90_000)
})
