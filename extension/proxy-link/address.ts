import { ports } from '../../shared/ports.ts'

/** The one place of the extension that knows where the service lives. Never `localhost`: it may mean `::1` (case G73). */
const host = 'http://127.0.0.1'

/** The permission that lets the background reach the service; match patterns carry no port. */
export const servicePattern = `${host}/*`

export const serviceAddress = (port: number, path: string): string => `${host}:${port}${path}`

/** The fixed ports, the one that answered last first. */
export const portsToTry = (lastGood: number | null): number[] =>
  [...ports].toSorted((one, other) => Number(other === lastGood) - Number(one === lastGood))
