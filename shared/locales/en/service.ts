/** Texts of `nada-consta service`. */
export const service = {
  outcomes: {
    installed: 'Service installed and started.',
    replaced: 'The earlier installation of the service was replaced by this one, and the service restarted.',
    started: 'The service was already installed and has been started.',
    unchanged: 'The service is already installed and running. Nothing changed.',
  },
  startsAt: {
    boot: 'It starts with the computer, also when nobody is logged on.',
    logon: 'It starts when this user logs on.',
  },
  lingerRefused: 'To have it start with the computer, ask an administrator: loginctl enable-linger {user}',
  removed: 'Service removed. Nothing of it is left in the system.',
  absent: 'The service is not installed. Nothing changed.',
  dataKept: 'The data were kept in: {folder}',
  restarted: 'Service restarted.',
  isInstalled: 'Installed: yes, in {place}',
  notInstalled: 'Installed: no',
  isRunning: 'Running: yes',
  runningSince: 'Running: yes, since {since}',
  notRunning: 'Running: no',
  answers: 'Answers: yes, on port {port}',
  answersNot: 'Answers: no',
  strangerAnswers: 'Answers: no; another program holds the port',
  logs: 'Log: {folder}',
  journal: 'Failures to start: journalctl --user -u nada-consta',
  startOutput: 'Failures to start: {file}',
  data: 'Data: {folder}',
  advice: {
    none: 'All is well.',
    install: 'Next step: nada-consta service install',
    reinstall: 'The program has changed since the installation. Next step: nada-consta service install',
    byHand:
      'The service was started by hand (nada-consta start). End it with Ctrl+C and use nada-consta service restart.',
    byHandOnly:
      'The service was started by hand and does not come back by itself. End it with Ctrl+C and use nada-consta service install.',
    restart: 'Next step: nada-consta service restart',
    readLog: 'It runs but does not answer: see the log; then nada-consta service restart.',
  },
}
