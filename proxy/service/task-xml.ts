import { createHash } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import { argumentsOf } from './program.ts'
import type { Program } from './program.ts'
import { xmlText } from './xml-text.ts'

/** A word as the C runtime of Windows reads it back: backslashes count only before a quote. */
export const windowsWord = (text: string): string =>
  `"${text.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1')}"`

/** The Task Scheduler expands `%NAME%` and `$(Arg0)` in a command, and has no escape for either. */
const isExpanded = (text: string): boolean => /%[^%]+%|\$\(/.test(text)

/**
 * Node under a console without window: a task of the person's own session would open a black one, that gets closed. `conhost
 * --headless` needs no script host (VBScript is leaving Windows), no further file, and ends Node when the task is ended.
 */
const conhost = String.raw`%SystemRoot%\System32\conhost.exe`

/** The words behind conhost. @throws `service-path-refused` for what the Task Scheduler would change */
const taskArguments = (program: Program): string => {
  // A task has no variables of its own: they travel as words.
  const set = Object.entries(program.env).flatMap(([name, value]) => ['--env', `${name}=${value}`])
  const words = [program.node, ...argumentsOf(program), ...set]
  if (words.some(isExpanded)) throw new AppError('service-path-refused')
  return ['--headless', ...words.map(windowsWord)].join(' ')
}

/**
 * The task of the Windows Task Scheduler, schema 1.2, for the user with this SID. "Restart on failure" there means a task that could
 * not start, and ends after 255 times: the second trigger starts what is not running every five minutes, for good (case G74).
 */
const taskOf = (
  program: Program,
  sid: string,
  fingerprint: string,
): string => `<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Source>Nada Consta</Source>
    <Description>Nada Consta</Description>
    <Documentation>${fingerprint}</Documentation>
  </RegistrationInfo>
  <Triggers>
    <LogonTrigger>
      <Enabled>true</Enabled>
      <UserId>${xmlText(sid)}</UserId>
      <Delay>PT15S</Delay>
    </LogonTrigger>
    <TimeTrigger>
      <Enabled>true</Enabled>
      <StartBoundary>2026-01-01T00:00:00</StartBoundary>
      <Repetition>
        <Interval>PT5M</Interval>
        <StopAtDurationEnd>false</StopAtDurationEnd>
      </Repetition>
    </TimeTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <UserId>${xmlText(sid)}</UserId>
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <AllowHardTerminate>true</AllowHardTerminate>
    <StartWhenAvailable>true</StartWhenAvailable>
    <RunOnlyIfNetworkAvailable>false</RunOnlyIfNetworkAvailable>
    <IdleSettings>
      <StopOnIdleEnd>false</StopOnIdleEnd>
      <RestartOnIdle>false</RestartOnIdle>
    </IdleSettings>
    <AllowStartOnDemand>true</AllowStartOnDemand>
    <Enabled>true</Enabled>
    <Hidden>false</Hidden>
    <RunOnlyIfIdle>false</RunOnlyIfIdle>
    <WakeToRun>false</WakeToRun>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <Priority>5</Priority>
    <RestartOnFailure>
      <Interval>PT1M</Interval>
      <Count>255</Count>
    </RestartOnFailure>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>${xmlText(conhost)}</Command>
      <Arguments>${xmlText(taskArguments(program))}</Arguments>
    </Exec>
  </Actions>
</Task>
`

/** Names one definition: Windows gives a task back rewritten, so the text itself cannot be compared. */
export const taskFingerprint = (program: Program, sid: string): string =>
  createHash('sha256')
    .update(taskOf(program, sid, ''))
    .digest('hex')

/** The task as text, with its fingerprint in it. @throws `service-path-refused` */
export const taskXml = (program: Program, sid: string): string =>
  taskOf(program, sid, taskFingerprint(program, sid))

/** As `schtasks /XML` reads it: UTF-16, little end first, with its mark. */
export const taskFile = (xml: string): Buffer => Buffer.from(`\ufeff${xml}`, 'utf16le')
