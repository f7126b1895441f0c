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
  recovery-code          Shows the recovery code, to be kept on paper: whoever has the code and a copy
                         can read everything. With --check, compares the code typed from the paper.
  restore [copy]         Goes back to a copy, with the service stopped; without a name, lists the copies.
                         In an empty folder or one of another installation it asks for the recovery
                         code (or reads --code-file). Nothing is sent before bureau and ERP are checked.

Options
  -h, --help             Shows this help.
  -v, --version          Shows the version.

Environment
  NADA_CONSTA_HOME         Data folder.
  NADA_CONSTA_VAULT        “file” keeps passwords in a sealed file, without the system's keychain.
  NADA_CONSTA_BACKUPS      A folder on another disk or share to which each day’s copy goes as well.
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
  restored: 'The data went back to {at}. What was done afterwards is not in this copy.',
  restoredNext:
    'When it starts, the service checks every record at the bureau and the ERP before it sends anything. The state before, if there was one, was kept as a copy.',
  restoredSecrets:
    'Passwords of Connect and of the ERP and the paired browsers are in no copy: enter the passwords and pair again.',
  setAside: 'The data of the other installation are now in {folder}',
  codeTitle: 'Recovery code. Write it down on paper and keep it away from this computer:',
  codeLine: '{from}  {groups}',
  codeNext:
    'Whoever has this code and a copy can read everything. Check what you wrote with “nada-consta recovery-code --check”.',
  codeRight: 'The code is right.',
  codeQuestion:
    'The key of this folder does not open this copy. Type the recovery code (20 groups; an empty line gives up):',
  scopes: {
    query: 'query',
    include: 'include',
    remove: 'remove',
    admin: 'administer',
  },
}
