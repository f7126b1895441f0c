/** Texts of the command line. */
export const cli = {
  usage: `Usage: nada-consta <command>

Commands
  start                  Starts the service on this computer; stop it with Ctrl+C.
  service <action>       Keeps the service always running for this user. Actions: install, uninstall,
                         status, restart.
  doctor [--json]        Checks version, ports, lock, vault, clock, disk, readings, credentials, ERP and
                         pairing, and says what to do. Ends with code 1 when something fails.
  doctor --bundle [file] Also writes a file for support, without passwords, names or documents.
  pair [--scopes list]   Opens pairing and shows the code for the extension.
                         Permissions, separated by commas: query, include, remove, admin.
  clients                Lists the paired browsers.
  revoke <id>            Ends the access of a browser.
  backup [file]          Stores a sealed copy of the data, in the folder of copies or in the given file.
  restore [copy]         Goes back to a copy, with the service stopped; without a name, lists the copies.
                         The key of the copies lies in the system's keychain or in the vault of the
                         data folder: without it a copy does not open on another computer.

Options
  -h, --help             Shows this help.
  -v, --version          Shows the version.

Environment
  NADA_CONSTA_HOME         Data folder.
  NADA_CONSTA_VAULT        “file” keeps passwords in a sealed file, without the system's keychain.
  NADA_CONSTA_CONNECT_URL  Address of Connect.`,
  wrongUsage: 'Unknown command: see “nada-consta --help”.',
  wrongScopes: 'Unknown permission. Use query, include, remove or admin, separated by commas.',
  pairing: 'Type this code in the settings of the extension within {minutes} minutes:',
  pairingScopes: 'Permissions of this browser: {scopes}.',
  noClients: 'No browser is paired. Use “nada-consta pair”.',
  client: '{id}  {name}  ({scopes})  paired {pairedAt}, last used: {lastSeenAt}',
  noLog: 'The log could not be written; the service goes on without it.',
  neverSeen: 'never',
  revoked: 'The access of this browser has been ended.',
  backedUp: 'Copy stored: {file}',
  noBackups: 'There are no copies yet. Use “nada-consta backup”.',
  backup: '{name}  {kind}, {at}',
  backupKinds: {
    daily: 'daily',
    manual: 'made by a person',
    'before-restore': 'from before a restore',
    'before-migration': 'from before an update',
  },
  restored: 'The data are those of {at} again. What was done later is not in this copy:',
  restoredNext: 'check later inclusions on the bureau’s site. The earlier state was stored as a copy.',
  scopes: {
    query: 'query',
    include: 'include',
    remove: 'remove',
    admin: 'administer',
  },
}
