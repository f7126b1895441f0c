import type { serviceErrors as portuguese } from '../pt-br/service-errors.ts'

export const serviceErrors: typeof portuguese = {
  'node-too-old': {
    text: 'Node.js {found} is too old for Nada Consta.',
    hint: 'Install Node.js {least} or newer and run the command again.',
  },
  'lock-held': {
    text: 'The Nada Consta service is already running (process {pid}).',
    hint: 'Use the running one or end it before you start another.',
  },
  'ports-taken': {
    text: 'The ports {ports} are taken or reserved.',
    hint: 'Close the program that uses them or restart the computer.',
  },

  'service-as-root': {
    text: 'The service is not installed for root nor for SYSTEM: the passwords would lie in another keychain, and a fault would own the computer.',
    hint: 'Repeat the command as the user of the extension, without sudo.',
  },
  'service-platform-unknown': {
    text: 'This system ({platform}) has no service manager that is known here.',
    hint: 'Have the system start “nada-consta start” for your user.',
  },
  'service-path-refused': {
    text: 'The path of the program or of the data has characters that the service manager of this system does not take.',
    hint: 'Use folders without quotes, line breaks, %name% or $( in their names.',
  },
  'service-program-temporary': {
    text: 'This program lies in a temporary folder of npx, which is emptied without notice.',
    hint: 'Install it with “npm install -g” and repeat the command.',
  },
  'service-command-missing': {
    text: 'The program {program} was not found.',
    hint: 'Have the system start “nada-consta start” for your user.',
  },
  'service-command-failed': {
    text: 'The system refused: {command} (code {code}).',
    hint: 'Run that command to see why, as the user of the session, and repeat.',
  },
  'service-file-refused': {
    text: 'Could not be written: {file}.',
    hint: 'Check who owns the folder and the free disk space, and repeat.',
  },
  'service-not-installed': {
    text: 'The service is not installed.',
    hint: 'Use “nada-consta service install”.',
  },

  'last-admin': {
    text: 'This is the last browser with the scope of administration.',
    hint: 'Make another browser administrator first, or pair one with “nada-consta pair --scopes query,include,remove,admin”. “nada-consta revoke” ends even the last one.',
  },
  'name-reserved': {
    text: 'This is the name of the program itself in the audit.',
    hint: 'Use the name of whoever uses the browser.',
  },
  'name-taken': {
    text: 'Another paired browser bears this name already.',
    hint: 'Add what tells them apart, for example the place: “Ana – front desk”.',
  },
}
