import type { versionErrors as portuguese } from '../pt-br/version-errors.ts'

/** Programs, data and browsers of different versions. */
export const versionErrors: typeof portuguese = {
  'data-newer': {
    text: 'The data were written by version {program}, newer than this program ({own}). Nothing was changed.',
    hint: 'Install Nada Consta {program} or newer and start the service again.',
  },
  'extension-older': {
    text: 'The extension ({extension}) is older than the service ({service}).',
    hint: 'Update the extension in this browser.',
  },
  'service-older': {
    text: 'The service ({service}) is older than the extension ({extension}).',
    hint: 'Update the service on this computer.',
  },
  'version-mismatch': {
    text: 'The extension and the service do not understand each other.',
    hint: 'Update both to the same version: the extension is {extension}, the service is {service}.',
  },
}
