import { describe, expect, test } from 'vitest'
import { operations, scopes } from '../../shared/api.ts'
import type { Scope } from '../../shared/api.ts'
import { scopeGuard } from '../../proxy/guards/scope.ts'
import { signedOperations } from './every-operation.ts'
import { chromeOrigin, testService } from './test-service.ts'

const allowed = (given: Scope[], access: string): boolean =>
  given.some((scope) => scope === access) || (access === 'remove' && given.includes('include'))

describe('attack 18 · what was not granted', () => {
  test.each([['query'], ['include'], ['remove'], ['admin'], ['query', 'include', 'remove']] as Scope[][])(
    'a browser with %s',
    async (...given) => {
      const service = await testService()
      const client = await service.pair(chromeOrigin('a'), given)
      for (const { name, access, sample } of signedOperations) {
        const ran = service.ran.length
        const response = await client.ask(name, sample)
        const isRefused = response.status === 403
        expect([name, isRefused]).toEqual([name, !allowed(given, access)])
        if (!isRefused) continue
        expect(await response.json()).toMatchObject({ error: { code: 'scope-refused' } })
        expect(service.ran.length).toBe(ran)
      }
    },
  )

  test('the console does its own operations and no other', async () => {
    const service = await testService()
    for (const { name, access, sample } of signedOperations) {
      const { status } = await service.consoleClient().ask(name, sample)
      expect([name, status === 403]).toEqual([name, access !== 'console'])
    }
    expect(service.ran.filter((name) => operations[name].access !== 'console')).toEqual([])
  })

  test('including brings removing along', async () => {
    const service = await testService()
    await service.pair(chromeOrigin('a'), ['include'])
    expect(service.clients.list()[0]?.scopes).toEqual(['include', 'remove'])
  })

  test('every operation declares who may call; one that does not cannot be built', () => {
    for (const [name, { access }] of Object.entries(operations))
      expect([name, ['public', 'console', ...scopes].includes(access)]).toEqual([name, true])
    expect(() => scopeGuard(undefined as never)).toThrow('internal')
    expect(() => scopeGuard('everybody' as never)).toThrow('internal')
  })
})
