import { firstAccounts } from '../../simulators/connect/accounts.ts'
import { firstUsers } from '../../simulators/hubsoft-api/tokens.ts'
import { masked, people, provider } from '../../simulators/people.ts'
import type { Person } from '../../simulators/people.ts'
import type { Canaries } from './search.ts'

const everybody: Record<string, Person> = { ...people, ...provider }

const ofPeople = Object.entries(everybody).flatMap(([who, { document, name }]) => [
  [`document of ${who}`, document],
  [`masked document of ${who}`, masked(document)],
  [`name of ${who}`, name],
])

const ofConnect = firstAccounts().flatMap(({ query, pefin }) => [
  [`password of ${query.login}`, query.password],
  ...(pefin
    ? [
        [`login ${pefin.login}`, pefin.login],
        [`password of ${pefin.login}`, pefin.password],
      ]
    : []),
])

const ofErp = firstUsers().flatMap(({ username, password, clientSecret }) => [
  [`ERP user ${username}`, username],
  [`ERP password of ${username}`, password],
  ...(clientSecret === '' ? [] : [[`ERP secret of ${username}`, clientSecret]]),
])

/** What the tests' people are called and every secret that the simulators know. */
export const knownCanaries: Canaries = Object.fromEntries(
  [...ofPeople, ...ofConnect, ...ofErp].map(([name, text]) => [name!, text!]),
)
