import { Hono } from 'hono'
import { asAppError } from '../../shared/errors.ts'
import type { Guard, RequestEnv } from './guard.ts'

interface Probe {
  path?: string
  method?: string
  headers?: Record<string, string>
  body?: string | ReadableStream
}

/**
 * For the tests of the guards: an app with these guards in front of everything. Answers the code of the refusal, or `passed` when the
 * handler ran.
 */
export const probeGuards = (...guards: Guard[]) => {
  const app = new Hono<RequestEnv>()
  let ran = false
  app.onError((thrown, c) => c.text(asAppError(thrown).code))
  app.use(...guards)
  app.all('*', (c) => {
    ran = true
    return c.text('passed')
  })
  return async ({ path = '/v1/x', body, ...init }: Probe = {}): Promise<string> => {
    ran = false
    const sent = body === undefined ? init : { ...init, body, duplex: 'half' }
    const answer = await (await app.request(`http://127.0.0.1:41417${path}`, sent)).text()
    if (ran !== (answer === 'passed')) throw new Error('the handler ran although a guard refused')
    return answer
  }
}
