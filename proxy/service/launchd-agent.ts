import { posix } from 'node:path'
import { argumentsOf } from './program.ts'
import type { Program } from './program.ts'
import { xmlText } from './xml-text.ts'

export const agentLabel = 'nada-consta.service'

/** Where launchd puts what the service says before its own log is open. */
export const agentOutput = ({ logs }: Program): string => posix.join(logs, 'launchd.log')

const string = (text: string): string => `<string>${xmlText(text)}</string>`

/**
 * The launchd agent: starts when its user logs on, again after every failure, never sooner than 10 s after the last start. An end that
 * succeeds is a person's wish and stays.
 */
export const launchdAgent = (program: Program): string => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  ${string(agentLabel)}
  <key>ProgramArguments</key>
  <array>
${[program.node, ...argumentsOf(program)].map((word) => `    ${string(word)}`).join('\n')}
  </array>
  <key>EnvironmentVariables</key>
  <dict>
${Object.entries(program.env)
  .map(([name, value]) => `    <key>${xmlText(name)}</key>\n    ${string(value)}`)
  .join('\n')}
  </dict>
  <key>RunAtLoad</key>
  <true/>
  <key>KeepAlive</key>
  <dict>
    <key>SuccessfulExit</key>
    <false/>
  </dict>
  <key>ThrottleInterval</key>
  <integer>10</integer>
  <key>Umask</key>
  <integer>63</integer>
  <key>StandardOutPath</key>
  ${string(agentOutput(program))}
  <key>StandardErrorPath</key>
  ${string(agentOutput(program))}
</dict>
</plist>
`
