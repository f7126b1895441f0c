import { describe, expect, test, vi } from 'vitest'
import { linkHandlers } from './handle-link.ts'
import type { Link } from './link.ts'

const caller = { role: 'page', tabId: 1 } as const

const setUp = () => {
  const call = vi.fn<Link['call']>(async () => ({ ok: true }))
  return { call, handlers: linkHandlers({ call } as unknown as Link) }
}

const run = (operation: string, input: unknown) => {
  const { call, handlers } = setUp()
  const outcome = (async () => handlers.call({ operation: operation as 'status', input }, caller))()
  return { call, outcome }
}

describe('call', () => {
  test.each(['hello', 'pair', 'pairingOpen', 'consoleClients', 'consoleRevoke'])(
    '%s is not for a page',
    async (operation) => {
      const { call, outcome } = run(operation, { code: 'x', name: 'x', id: 'x' })
      await expect(outcome).rejects.toMatchObject({ code: 'message-refused' })
      expect(call).not.toHaveBeenCalled()
    },
  )

  test('the input is checked here and goes on parsed', async () => {
    const { call, outcome } = run('queryHistory', { document: '731.640.258-07', more: 1 })
    await outcome
    expect(call).toHaveBeenCalledWith('queryHistory', { document: '73164025807' })
  })

  test.each([
    ['queryHistory', { document: '731.640.258-08' }, { code: 'document-invalid' }],
    ['queryHistory', {}, { code: 'input-invalid', params: { field: 'document' } }],
    ['query', { id: '../x' }, { code: 'input-invalid', params: { field: 'id' } }],
    ['policySave', 'text', { code: 'input-invalid' }],
  ])('%s with a wrong input says which field', async (operation, input, error) => {
    const { call, outcome } = run(operation, input)
    await expect(outcome).rejects.toMatchObject(error)
    expect(call).not.toHaveBeenCalled()
  })
})
