import { AppError } from '../../shared/errors.ts'
import { launchdManager } from './launchd-manager.ts'
import type { Machine } from './machine.ts'
import { checkProgram } from './program.ts'
import type { Program } from './program.ts'
import type { ServiceManager } from './service-manager.ts'
import { systemdManager } from './systemd-manager.ts'
import { taskManager } from './task-manager.ts'
import { ownSid } from './windows-system.ts'

/**
 * The manager of this system. As root or SYSTEM none: the keychain would be another one, the data would belong to the wrong person, and a
 * fault of the service would own the computer. @throws `service-as-root`, `service-platform-unknown`, and as `checkProgram`
 */
export const openManager = async (machine: Machine, wanted: Program): Promise<ServiceManager> => {
  if (machine.uid === 0) throw new AppError('service-as-root')
  const program = checkProgram(wanted)
  if (machine.platform === 'linux') return systemdManager(machine, program)
  if (machine.platform === 'darwin') return launchdManager(machine, program)
  if (machine.platform === 'win32') return taskManager(machine, program, await ownSid(machine))
  throw new AppError('service-platform-unknown', { params: { platform: machine.platform } })
}
