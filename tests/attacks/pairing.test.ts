import { describe, expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { ServiceRefusal, pairClient } from './signed-client.ts'
import { chromeOrigin, testService } from './test-service.ts'
import type { TestService } from './test-service.ts'

const origin = chromeOrigin('a')

const wired = async () => {
  let now = Date.UTC(2026, 10, 25, 12)
  const service = await testService({ clock: () => now })
  const open = async () => (await service.consoleClient().call('pairingOpen', {})).code
  const enter = (code: string, from = origin) =>
    pairClient({ port: 41417, app: service.app, origin: from, code, clock: () => now })
  return {
    service,
    open,
    enter,
    later: (ms: number) => {
      now += ms
    },
  }
}

const refusal = async (attempt: Promise<unknown>): Promise<string> => {
  const thrown = await attempt.then(
    () => 'accepted',
    (error: unknown) => error,
  )
  return thrown instanceof ServiceRefusal ? `${thrown.status} ${thrown.code}` : String(thrown)
}

const wrong = (code: string): string => (code.startsWith('B') ? `C${code.slice(1)}` : `B${code.slice(1)}`)

const pairedCount = (service: TestService) => service.clients.list().length

describe('attack 19 · guessing the code', () => {
  test('closed', async () => {
    const { service, enter } = await wired()
    expect(await refusal(enter('BCDF-GHJK'))).toBe('403 pairing-closed')
    expect(pairedCount(service)).toBe(0)
  })

  test('five wrong codes close the window, and the right one no longer opens it', async () => {
    const { service, open, enter } = await wired()
    const code = await open()
    for (let guess = 1; guess <= 4; guess += 1) {
      expect(await refusal(enter(wrong(code)))).toBe('403 pairing-code-wrong')
    }
    expect(await refusal(enter(wrong(code)))).toBe('403 pairing-locked')
    expect(await refusal(enter(code))).toMatch(/^403 pairing-(?:locked|closed)$/)
    expect(pairedCount(service)).toBe(0)
  })

  test('parallel guesses count each', async () => {
    const { service, open, enter } = await wired()
    const code = await open()
    const answers = await Promise.all(Array.from({ length: 6 }, () => refusal(enter(wrong(code)))))
    expect(answers.filter((answer) => answer === '403 pairing-code-wrong')).toHaveLength(4)
    expect(await refusal(enter(code))).not.toBe('accepted')
    expect(pairedCount(service)).toBe(0)
  })

  test('two guesses at once leave three', async () => {
    const { open, enter } = await wired()
    const code = await open()
    await Promise.all([refusal(enter(wrong(code))), refusal(enter(wrong(code)))])
    const thrown = await enter(wrong(code)).catch((error: unknown) => error)
    expect(thrown).toMatchObject({ code: 'pairing-code-wrong' })
    expect(await refusal(enter(wrong(code)))).toBe('403 pairing-code-wrong')
    expect(await refusal(enter(wrong(code)))).toBe('403 pairing-locked')
  })

  test('too late', async () => {
    const { service, open, enter, later } = await wired()
    const code = await open()
    later(120_000)
    expect(await refusal(enter(code))).toBe('403 pairing-closed')
    expect(pairedCount(service)).toBe(0)
  })

  test('just in time, in small letters, without the hyphen', async () => {
    const { open, enter, later } = await wired()
    const code = await open()
    later(119_999)
    expect(await refusal(enter(` ${code.replace('-', '').toLowerCase()} `))).not.toContain('pairing')
  })

  test('twice', async () => {
    const { service, open, enter } = await wired()
    const code = await open()
    await enter(code)
    expect(await refusal(enter(code))).toBe('403 pairing-closed')
    expect(await refusal(enter(code, chromeOrigin('b')))).toBe('403 pairing-closed')
    expect(pairedCount(service)).toBe(1)
  })

  test('two windows cannot be open: the second makes the first code worthless', async () => {
    const { open, enter } = await wired()
    const first = await open()
    const second = await open()
    expect(first).not.toBe(second)
    expect(await refusal(enter(first))).toBe('403 pairing-code-wrong')
    await enter(second)
  })

  test('only the console opens it', async () => {
    const { service, open, enter } = await wired()
    const client = await enter(await open())
    expect((await client.ask('pairingOpen', {})).status).toBe(403)
    expect(await refusal(enter('BCDFGHJK', chromeOrigin('b')))).toBe('403 pairing-closed')
    expect(pairedCount(service)).toBe(1)
  })
})

describe('attack 20 · an access that has ended', () => {
  test('a revoked browser fails at once', async () => {
    const { service, open, enter } = await wired()
    const admin = await enter(await open())
    const other = await enter(await open(), chromeOrigin('b'))
    await other.call('status', {})
    await admin.call('clientRevoke', { id: other.clientId })
    expect((await other.ask('status', {})).status).toBe(403)
    expect((await other.ask('status', {}, { headers: { origin: null } })).status).toBe(401)
    expect(service.clients.list().map(({ id }) => id)).toEqual([admin.clientId])
    expect(
      (await service.store.query('clients')).find(({ id }) => id === other.clientId)?.revokedAt,
    ).not.toBeNull()
  })

  test('it stays ended after a restart', async () => {
    const { service, open, enter } = await wired()
    const client = await enter(await open())
    await service.consoleClient().call('consoleRevoke', { id: client.clientId })
    await service.clients.load()
    expect((await client.ask('status', {}, { headers: { origin: null } })).status).toBe(401)
  })

  test('it has ended even when the disk fails', async () => {
    const { service, open, enter } = await wired()
    const client = await enter(await open())
    service.store.commit = async () => {
      throw new AppError('store-write-failed')
    }
    expect((await service.consoleClient().ask('consoleRevoke', { id: client.clientId })).status).toBe(503)
    expect((await client.ask('status', {}, { headers: { origin: null } })).status).toBe(401)
    await service.clients.load()
    expect((await client.ask('status', {}, { headers: { origin: null } })).status).toBe(401)
  })

  test('pairing again ends the old key', async () => {
    const { service, open, enter } = await wired()
    const first = await enter(await open())
    const second = await enter(await open())
    expect((await first.ask('status', {})).status).toBe(401)
    expect((await second.ask('status', {})).status).toBe(200)
    expect(service.clients.list().map(({ id }) => id)).toEqual([second.clientId])
  })

  test('no answer but that of pairing holds a secret or an Origin', async () => {
    const { open, enter } = await wired()
    const admin = await enter(await open())
    const { clients } = await admin.call('clients', {})
    const text = await (await admin.ask('clients', {})).text()
    expect(clients).toHaveLength(1)
    expect(text).not.toContain(admin.secret)
    expect(text).not.toContain(origin)
  })
})
