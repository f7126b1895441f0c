import { afterAll, beforeAll, expect, test } from 'vitest'
import { people } from '../../people.ts'
import { consult } from '../post-form.ts'
import type { ConnectSimulator } from '../start-connect.ts'
import { startConnect } from '../start-connect.ts'

let connect: ConnectSimulator

beforeAll(async () => {
  connect = await startConnect()
})
afterAll(() => connect.close())

test('every trap of the hostile report is counted when it springs, and none before', async () => {
  const { document } = people.joao
  connect.reports.set(document, { hostile: true })
  const html = await (await consult(connect, { documento: document, tiporesposta: 'H' })).text()
  expect(html).toContain('004.821.937-19')
  expect(html).toMatch(/Protocolo: \d{9}/)
  expect(connect.ledger.of('other')).toEqual([])

  const traps = new Set(html.match(/http:\/\/127\.0\.0\.1:\d+\/[^\s"')<>,]*/g))
  expect(traps.size).toBeGreaterThan(30)
  for (const trap of traps) await (await fetch(trap)).arrayBuffer()
  const hits = connect.ledger.of('other').map((request) => request.path)
  expect(hits).toHaveLength(traps.size)
  expect(hits).toContain('/consulta?doc=00482193719')
})

test.each([
  /<script/,
  /onerror=/,
  /<svg onload=/,
  /href="javascript:/,
  /http-equiv="refresh"/,
  /<form action=/,
  /<base href=/,
  /<link rel="stylesheet"/,
  /<iframe src=/,
  /<object /,
  /<embed /,
  /target="_top"/,
  /@import/,
  /url\(http/,
  /position: fixed/,
])('it holds %s', async (trap) => {
  connect.reports.set(people.joao.document, { hostile: true })
  const response = await consult(connect, { documento: people.joao.document, tiporesposta: 'H' })
  expect(await response.text()).toMatch(trap)
})
