import { win32 } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { isDone } from './machine.ts'
import type { Machine } from './machine.ts'
import type { Program } from './program.ts'
import { runOrFail, until } from './service-manager.ts'
import type { Installed, ServiceManager } from './service-manager.ts'
import { taskFile, taskFingerprint, taskXml } from './task-xml.ts'
import { systemProgram } from './windows-system.ts'

/** `TASK_STATE_RUNNING`: a number, where schtasks answers in the language of Windows. */
const runningState = '4'

/** The service as a task of the Windows Task Scheduler, for the user with this SID. */
export const taskManager = (machine: Machine, program: Program, sid: string): ServiceManager => {
  // Tasks of all users lie in one folder: each has its own name.
  const name = `Nada Consta ${sid}`
  const file = win32.join(program.folder, 'service-task.xml')
  const scheduler = systemProgram(machine, 'schtasks.exe')
  const shell = systemProgram(machine, 'WindowsPowerShell', 'v1.0', 'powershell.exe')

  const schtasks = (...words: string[]) => runOrFail(machine, scheduler, words)

  const definition = async (): Promise<string | null> => {
    const ran = await machine.run(scheduler, ['/Query', '/TN', name, '/XML'])
    // Some versions write two bytes for a sign, others one.
    return isDone(ran) ? ran.out.replaceAll('\u0000', '') : null
  }
  const isOurs = (found: string | null): boolean => found?.includes(taskFingerprint(program, sid)) ?? false

  const isRunning = async (): Promise<boolean> => {
    const question = `[int](Get-ScheduledTask -TaskName '${name}').State`
    const words = ['-NoProfile', '-NonInteractive', '-Command', question]
    return (await machine.run(shell, words)).out.trim() === runningState
  }

  const end = async (): Promise<void> => {
    if (!(await isRunning())) return
    await schtasks('/End', '/TN', name)
    // A start while the old one still ends would be ignored.
    await until(machine, async () => !(await isRunning()))
  }
  const run = () => schtasks('/Run', '/TN', name)

  const create = async (): Promise<void> => {
    await machine.write(file, taskFile(taskXml(program, sid)))
    try {
      await schtasks('/Create', '/TN', name, '/XML', file, '/F')
    } finally {
      await machine.remove(file)
    }
  }

  const install = async (): Promise<Installed> => {
    const startsAt = 'logon' as const
    const before = await definition()
    if (isOurs(before)) {
      if (await isRunning()) return { outcome: 'unchanged', startsAt }
      await run()
      return { outcome: 'started', startsAt }
    }
    if (before !== null) await end()
    await create()
    await run()
    return { outcome: before === null ? 'installed' : 'replaced', startsAt }
  }

  return {
    place: name,
    install,
    uninstall: async () => {
      if ((await definition()) === null) return false
      await end()
      await schtasks('/Delete', '/TN', name, '/F')
      return true
    },
    status: async () => {
      const found = await definition()
      const running = found !== null && (await isRunning())
      return { installed: found !== null, current: isOurs(found), running }
    },
    restart: async () => {
      if ((await definition()) === null) throw new AppError('service-not-installed')
      await end()
      await run()
    },
  }
}
