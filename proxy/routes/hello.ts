import { apiVersion } from '../../shared/api.ts'
import { helloText } from '../../shared/signing.ts'
import { hmacText } from '../guards/hmac.ts'
import type { Identities } from '../pairing/identities.ts'
import type { Handlers } from './handlers.ts'

interface HelloDeps {
  identities: Identities
  version: string
  port: () => number
}

/** Says who answers here, and proves it to a caller that was paired before the caller sends anything personal. */
export const helloHandlers = ({ identities, version, port }: HelloDeps): Pick<Handlers, 'hello'> => ({
  hello: async ({ challenge, client }) => {
    const identity = client === undefined ? undefined : identities.find(client)
    return {
      service: 'nada-consta',
      api: apiVersion,
      version,
      ...(identity &&
        challenge && { proof: hmacText(identity.key, helloText(identity.id, challenge, port())) }),
    }
  },
})
