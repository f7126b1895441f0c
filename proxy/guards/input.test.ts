import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { operations } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import { bodySizeGuard } from './body-size.ts'
import type { RequestEnv } from './guard.ts'
import { inputReader } from './input.ts'

const read = async (name: keyof typeof operations, path: string, body?: string): Promise<unknown> => {
  const operation = operations[name]
  const app = new Hono<RequestEnv>()
  let result: unknown
  app.use(bodySizeGuard())
  app.on([operation.method], [operation.path], (c) => {
    result = inputReader(operation)(c)
    return c.body(null)
  })
  app.onError((thrown, c) => {
    result = thrown instanceof AppError ? [thrown.code, thrown.params] : thrown
    return c.body(null)
  })
  await app.request(path, { method: operation.method, ...(body !== undefined && { body }) })
  return result
}

describe('an input is put together', () => {
  test('from the path', async () => {
    expect(await read('query', '/v1/queries/abc')).toEqual({ id: 'abc' })
  })

  test('from path and body', async () => {
    const body = '{"pair":"query"}'
    expect(await read('credentialsTest', '/v1/integrations/abc/test', body)).toEqual({
      id: 'abc',
      pair: 'query',
    })
    expect(await read('clientRevoke', '/v1/clients/abc/revoke')).toEqual({ id: 'abc' })
  })

  test('from the query', async () => {
    const challenge = 'c'.repeat(24)
    expect(await read('hello', `/v1/hello?challenge=${challenge}&client=abc`)).toEqual({
      challenge,
      client: 'abc',
    })
    expect(await read('hello', '/v1/hello')).toEqual({})
  })

  test('and parsed: a document comes out without its mask', async () => {
    const body = '{"document":" 731.640.258-07"}'
    expect(await read('queryHistory', '/v1/queries/history', body)).toEqual({ document: '73164025807' })
  })
})

describe('refused', () => {
  test.each([
    ['queryHistory', '/v1/queries/history', '{"document":"731.640.258-08"}', 'document-invalid', {}],
    ['queryHistory', '/v1/queries/history', '{"document":73164025807}', 'document-not-text', {}],
    ['queryHistory', '/v1/queries/history', '{}', 'input-invalid', { field: 'document' }],
    ['policySave', '/v1/policy', '{"repeatDays":30}', 'input-invalid', { field: 'retentionDays' }],
    [
      'policySave',
      '/v1/policy',
      '{"repeatDays":30,"retentionDays":90,"x":1}',
      'input-invalid',
      { field: '?' },
    ],
    ['clientRevoke', '/v1/clients/a/revoke', '{"id":"b"}', 'input-invalid', { field: 'id' }],
    ['clientRevoke', '/v1/clients/a/revoke?id=b', '{}', 'input-invalid', { field: '?' }],
    ['query', '/v1/queries/a%20b', undefined, 'input-invalid', { field: 'id' }],
    ['query', '/v1/queries/a?b=c', undefined, 'input-invalid', { field: '?' }],
    ['hello', '/v1/hello?client=a&client=b', undefined, 'input-invalid', { field: '?' }],
  ] as const)('%s %s %s', async (name, path, body, code, params) => {
    expect(await read(name, path, body)).toEqual([code, params])
  })
})
