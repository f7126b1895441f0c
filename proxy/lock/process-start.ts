import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** When a process began, in whatever notation the system has for it; null when no such process runs. */
export type ProcessStart = (pid: number) => Promise<string | null>

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const onLinux: ProcessStart = async (pid) => {
  const [stat, boot] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8'),
    readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
  ])
  // The second field is the name in parentheses and may hold anything; the start is the 22nd.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return `${boot.trim()} ${fields[19]}`
}

const onMac: ProcessStart = async (pid) =>
  (await run('/bin/ps', ['-o', 'lstart=', '-p', String(pid)])).stdout.trim()

const onWindows: ProcessStart = async (pid) =>
  (
    await run('powershell.exe', ['-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.Ticks`])
  ).stdout.trim()

const systems: Partial<Record<NodeJS.Platform, ProcessStart>> = {
  linux: onLinux,
  darwin: onMac,
  win32: onWindows,
}

/** A process id is given out again after a crash or a reboot (case G83); together with its start it is one process for good. */
export const processStart: ProcessStart = async (pid) => {
  if (!isAlive(pid)) return null
  try {
    return (await systems[process.platform]?.(pid)) || 'unknown'
  } catch {
    return isAlive(pid) ? 'unknown' : null
  }
}
