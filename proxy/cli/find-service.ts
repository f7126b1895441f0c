import { randomBytes } from 'node:crypto'
import { operations } from '../../shared/api.ts'
import { AppError } from '../../shared/errors.ts'
import { helloText } from '../../shared/signing.ts'
import { hmacEquals } from '../guards/hmac.ts'
import type { SigningKey } from '../guards/hmac.ts'
import { consoleId } from '../pairing/identities.ts'

/** A stranger on the port may answer slowly or never. */
const patienceMs = 3_000

type Answer = 'ours' | 'stranger' | 'none'

const ask = async (port: number, key: SigningKey): Promise<Answer> => {
  const challenge = randomBytes(24).toString('base64url')
  const address = `http://127.0.0.1:${port}${operations.hello.path}?challenge=${challenge}&client=${consoleId}`
  let response: Response
  try {
    response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(patienceMs) })
  } catch {
    return 'none'
  }
  const answer: unknown = await response.json().catch(() => null)
  const hello = operations.hello.output.safeParse(answer)
  const proof = hello.data?.proof
  return proof !== undefined && hmacEquals(key, helloText(consoleId, challenge, port), proof)
    ? 'ours'
    : 'stranger'
}

/**
 * The port on which the service of this data folder answers, proved with the console's key; a stranger on one of the ports is
 * passed by. Throws `service-off`, or `stranger-on-port` when only strangers answer.
 */
export const findService = async (ports: readonly number[], key: SigningKey): Promise<number> => {
  let strangers = false
  for (const port of ports) {
    const answer = await ask(port, key)
    if (answer === 'ours') return port
    strangers ||= answer === 'stranger'
  }
  throw new AppError(strangers ? 'stranger-on-port' : 'service-off')
}
