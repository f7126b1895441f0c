import { AppError } from '../../shared/errors.ts'
import { argumentsOf } from './program.ts'
import type { Program } from './program.ts'

/** In quotes, with the escapes and specifiers that systemd would read. */
const quoted = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%')}"`

/** A later word of a command: there `$` would begin a variable; in the path of the program it would not. */
const word = (text: string): string => quoted(text.replaceAll('$', '$$$$'))

/** @throws `service-path-refused` where systemd takes no program of this name, in whatever escape */
const programPath = (path: string): string => {
  if (/["'\\]/.test(path)) throw new AppError('service-path-refused')
  return quoted(path)
}

/**
 * The systemd user unit that keeps the service running: from its first log-on, or from boot where the user may linger. It is restarted
 * for good: a start limit would end the clearing of names on a bad night (case G74). No memory of it is written to disk, and no wish of
 * a developer makes it talk (attack 33). @throws `service-path-refused`
 */
export const systemdUnit = (program: Program): string => `# Nada Consta: "nada-consta service uninstall"
[Unit]
Description=Nada Consta
StartLimitIntervalSec=0

[Service]
Type=simple
ExecStart=${[programPath(program.node), ...argumentsOf(program).map(word)].join(' ')}
${Object.entries(program.env)
  .map(([name, value]) => `Environment=${quoted(`${name}=${value}`)}`)
  .join('\n')}
Restart=on-failure
RestartSec=10
UMask=0077
LimitCORE=0
UnsetEnvironment=NODE_OPTIONS NODE_DEBUG
NoNewPrivileges=yes

[Install]
WantedBy=default.target
`
