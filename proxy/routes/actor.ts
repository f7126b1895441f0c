import type { Caller } from './handlers.ts'

/** Who did it, for the history: the paired browser's name, or the service's own console. */
export const actorOf = ({ client }: Caller): string => client?.name ?? 'console'
