import type { Status } from '../../shared/api.ts'

/** Which of the two has to be updated; `version-mismatch` where both say the same version and still do not understand each other. */
export const olderSides = ['extension-older', 'service-older', 'version-mismatch'] as const
export type OlderSide = (typeof olderSides)[number]

/** Why the service cannot be used now; each equals the error code that explains it and names the way out. */
export const linkFailures = [
  'service-off',
  'not-paired',
  'permission-withheld',
  'stranger-on-port',
  'browser-blocked',
  ...olderSides,
  'vault-unavailable',
] as const
export type LinkFailure = (typeof linkFailures)[number]

/** How the extension stands with the local service. */
export type LinkState =
  | { state: 'ready'; port: number; status: Status }
  /** The error's params, e.g. which part to update. */
  | { state: LinkFailure; params?: Record<string, string | number> }
