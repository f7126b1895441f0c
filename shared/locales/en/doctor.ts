/** Texts of the command `doctor`: what was found, and what to do about it. */
export const doctor = {
  title: 'Nada Consta {version} · data in {folder}',
  allWell: 'All is well.',
  summary: 'Failures: {fails} · warnings: {warns}',
  bundled: 'File to send to support: {file}',
  bundledNext: 'It holds versions, states and counts; no password, name or document.',
  checks: {
    version: 'Version',
    service: 'Service',
    ports: 'Ports',
    lock: 'Lock',
    boot: 'Start at boot',
    vault: 'Password vault',
    clock: 'Clock',
    zone: 'Time zone',
    disk: 'Disk space',
    folder: 'Data folder',
    store: 'Stored data',
    backup: 'Backup',
    copies: 'Copy on another disk',
    recovery: 'Recovery code',
    sweep: 'Payments reading',
    credentials: 'Connect credentials',
    products: 'Connect products',
    erp: 'ERP access',
    pairing: 'Paired browsers',
  },
  findings: {
    'nothing-yet': { text: 'There are no data on this computer yet.' },
    'not-known': { text: 'Could not be checked: see the failures above.' },
    version: { text: 'Program and data fit together ({version}).' },
    'version-differs': {
      text: 'The program is {version}, but the running service is {running}.',
      remedy: 'Restart the service, so that it uses the installed version.',
    },
    'data-newer': {
      text: 'The data are of a version newer than {version}.',
      remedy: 'Install the newest version of Nada Consta.',
    },
    'service-on': { text: 'Running on port {port}.' },
    'service-off': {
      text: 'Not running: no name is cleared.',
      remedy: 'Start it with “nada-consta start”, or restart the system’s service.',
    },
    'service-mute': { text: 'Does not answer.', remedy: 'See the lock, below.' },
    'service-blocked': { text: 'Not running.', remedy: 'Free the ports, see below.' },
    'ports-free': { text: 'No other program on the ports.' },
    'ports-foreign': {
      text: 'Another program uses: {ports}.',
      remedy: 'Stop that program or change its port, and restart the service.',
    },
    'ports-reserved': {
      text: 'Reserved by the system: {ports}.',
      remedy:
        'As administrator: “net stop winnat”, start the service, “net start winnat”. Hyper-V reserves ranges when it starts.',
    },
    'lock-free': { text: 'Free.' },
    'lock-held': { text: 'Held by the running service (process {pid}).' },
    'lock-dead': {
      text: 'Left by a process that ended without notice.',
      remedy: 'Start the service: it takes the lock over. Delete no file.',
    },
    'lock-mute': {
      text: 'Process {pid} holds the data and does not answer on the ports.',
      remedy: 'End process {pid} and start the service again.',
    },
    'lock-missing': {
      text: 'The service answers, but its lock is not in the data folder.',
      remedy: 'Restart the service. Delete no file of the data folder.',
    },
    'boot-yes': { text: 'Installed.' },
    'boot-no': {
      text: 'The service does not come back by itself after a restart of the computer.',
      remedy: 'Install it: “nada-consta service install”.',
    },
    'boot-unknown': {
      text: 'Could not be checked on this system.',
      remedy: 'See “nada-consta service status”.',
    },
    'keychain-open': { text: 'The system’s keychain, open.' },
    'keychain-shut': {
      text: 'The system’s keychain is locked or does not answer.',
      remedy: 'Log in as this user, unlock the keychain and restart the service.',
    },
    'vault-file-open': { text: 'Sealed file, of this user alone.' },
    'vault-file-shut': {
      text: 'The sealed file or its key is missing or damaged.',
      remedy: 'Delete nothing; bring the files “vault.*” back from a copy of the disk.',
    },
    'vault-file-wide': {
      text: 'The sealed file can be read by other users.',
      remedy: 'Restrict it: “chmod 700” on the data folder and “chmod 600” on the files “vault.*”.',
    },
    'clock-right': { text: 'Agrees with the servers’.' },
    'clock-plausible': { text: 'Plausible; no server has answered yet to compare with.' },
    'clock-ahead': {
      text: '{minutes} minutes ahead.',
      remedy: 'Turn on the automatic date and time of the system.',
    },
    'clock-behind': {
      text: '{minutes} minutes behind.',
      remedy: 'Turn on the automatic date and time of the system.',
    },
    'clock-behind-files': {
      text: 'There are data written {minutes} minutes in the future: the clock is or was wrong.',
      remedy: 'Turn on the automatic date and time of the system.',
    },
    'zone-right': { text: 'The time of Brasília is known.' },
    'zone-wrong': {
      text: 'Node on this computer does not know the present time of Brasília.',
      remedy: 'Update Node to the version that the README asks for.',
    },
    'disk-free': { text: '{megabytes} MB free.' },
    'disk-low': { text: 'Only {megabytes} MB free.', remedy: 'Free space on the disk of the data folder.' },
    'disk-full': {
      text: 'Nearly full: {megabytes} MB free. Inclusions may be refused.',
      remedy: 'Free space on the disk of the data folder now.',
    },
    'disk-unknown': {
      text: 'The system did not tell.',
      remedy: 'Check the free space on the disk of the data folder.',
    },
    'folder-right': { text: 'Writable, of this user alone.' },
    'folder-read-only': {
      text: 'Cannot be written by this user.',
      remedy: 'Give the folder back to the user of the service, with the right to write.',
    },
    'folder-wide': {
      text: 'Other users have access (items: {count}).',
      remedy: 'Restrict it: “chmod 700” on the data folder and “chmod 600” on its files.',
    },
    'folder-synced': {
      text: 'Lies inside a synchronised folder ({program}), which may lock or replace files.',
      remedy: 'With the service stopped, move it out and point NADA_CONSTA_HOME to the new place.',
    },
    'store-whole': { text: 'Whole.' },
    'store-by-service': { text: 'The running service reads and writes them.' },
    'store-repaired': {
      text: 'A file is damaged; nothing is lost.',
      remedy: 'Restart the service, so that it is made anew, and check the disk.',
    },
    'store-doubtful': {
      text: 'Part may be lost: inclusions are off, removals go on.',
      remedy: 'Delete nothing; choose a copy with “nada-consta restore”.',
    },
    'store-read-only': {
      text: 'The service is in read-only mode: nothing is included.',
      remedy: 'Delete nothing; choose a copy with “nada-consta restore”.',
    },
    'store-full': {
      text: 'The service could not write: the disk is full.',
      remedy: 'Free space; the service comes back by itself.',
    },
    'store-unreadable': {
      text: 'Could not be read. Nothing was deleted.',
      remedy: 'Do not delete the data folder; choose a copy with “nada-consta restore”.',
    },
    'store-newer': {
      text: 'They are of a newer version of the program.',
      remedy: 'Install the newest version of Nada Consta.',
    },
    'store-unknown': {
      text: 'Could not be read without the password vault.',
      remedy: 'Solve the password vault and repeat “nada-consta doctor”.',
    },
    'backup-fresh': { text: 'Age in days: {days}.' },
    'backup-old': {
      text: 'The newest is {days} days old.',
      remedy: 'Leave the service running, or make one now: “nada-consta backup”.',
    },
    'backup-none': { text: 'There is none yet.', remedy: 'Make one now: “nada-consta backup”.' },
    'copies-there': { text: 'The newest is {days} day(s) old.' },
    'copies-old': {
      text: 'The newest is {days} day(s) old.',
      remedy: 'Check that the service runs and that the other disk has space.',
    },
    'copies-unreachable': {
      text: 'The last copy did not reach the other disk.',
      remedy: 'Check that the disk or share of NADA_CONSTA_BACKUPS is connected.',
    },
    'copies-here-only': {
      text: 'The copies lie on this computer alone and are lost with it.',
      remedy:
        'Name a folder on another disk: NADA_CONSTA_BACKUPS=/folder before “nada-consta service install”.',
    },

    'code-kept': { text: 'It was shown, to be written down.' },
    'code-never': {
      text: 'It was never written down: without it no copy opens on another computer.',
      remedy: 'Write it down on paper: “nada-consta recovery-code”.',
    },

    'sweep-fresh': { text: 'Complete less than 2 hours ago.' },
    'sweep-first': { text: 'The first one has not ended yet.' },
    'sweep-late': {
      text: 'The last complete one was {hours} hours ago.',
      remedy: 'Check the access to the ERP, and whether the computer was off.',
    },
    'sweep-old': {
      text: 'None complete for {hours} hours: who has paid may not be cleared.',
      remedy: 'Check the access to the ERP and leave the service running; see the deadlines in the popup.',
    },
    'no-erp-yet': { text: 'No ERP is set up.', remedy: 'Add the ERP in the settings.' },
    'no-integration': {
      text: 'No integration is set up.',
      remedy: 'Add the integration with Connect in the settings.',
    },
    'no-integration-yet': {
      text: 'No integration is set up.',
      remedy: 'Add the integration and synchronise the products in the settings.',
    },
    'query-absent': {
      text: 'The credentials for queries are missing.',
      remedy: 'Save and test them in the settings.',
    },
    'pefin-absent': {
      text: 'The PEFIN credentials are missing: nothing is included.',
      remedy: 'Save and test them in the settings.',
    },
    'query-refused': {
      text: 'The credentials for queries failed at the last test.',
      remedy: 'Check them with Connect’s support and save them again in the settings.',
    },
    'pefin-refused': {
      text: 'The PEFIN credentials failed at the last test.',
      remedy: 'Check them with Connect’s support and save them again in the settings.',
    },
    'pairs-untested': { text: 'Saved, not tested yet.', remedy: 'Use “Test” in the settings.' },
    'pairs-work': { text: 'Saved; the last test passed.' },
    'vault-closed': {
      text: 'They lie in the vault, which did not open.',
      remedy: 'Solve the password vault and repeat “nada-consta doctor”.',
    },
    products: { text: 'Complete.' },
    'products-missing': {
      text: 'Kinds of product are missing ({count}): inclusion is off.',
      remedy: 'Synchronise the products in the settings; if they stay missing, ask Connect for them.',
    },
    'no-erp': { text: 'No ERP is set up.', remedy: 'Add the ERP in the settings.' },
    'erp-user-refused': {
      text: 'The ERP refused the API user.',
      remedy: 'Check client_id, client_secret, user and password in HubSoft and save them in the settings.',
    },
    'erp-rights': {
      text: 'The ERP refused the request.',
      remedy: 'Check the permissions of the API user in HubSoft.',
    },
    'erp-mute': {
      text: 'The ERP did not answer or was not understood.',
      remedy: 'Check the internet and the address of the API; test the ERP in the settings.',
    },
    'erp-untested': { text: 'Set up, not tested yet.', remedy: 'Use “Test” in the settings.' },
    'erp-works': { text: 'Answers.' },
    'pairing-none': {
      text: 'None.',
      remedy: 'Use “nada-consta pair” and type the code in the settings of the extension.',
    },
    'pairing-no-admin': {
      text: 'Paired: {count}, none may administer.',
      remedy: 'Pair one with “nada-consta pair --scopes query,include,remove,admin”.',
    },
    pairing: { text: 'Paired: {count}.' },
  },
}
