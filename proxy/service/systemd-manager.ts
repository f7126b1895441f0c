import { posix } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { isDone } from './machine.ts'
import type { Machine } from './machine.ts'
import type { Program } from './program.ts'
import { runOrFail } from './service-manager.ts'
import type { Installed, ServiceManager } from './service-manager.ts'
import { systemdUnit } from './systemd-unit.ts'

const unitName = 'nada-consta.service'

/** `systemctl stop` says so of a unit that it does not know. */
const notLoaded = 5

/** The service as a systemd user unit, in the folder that every user manager reads. */
export const systemdManager = (machine: Machine, program: Program): ServiceManager => {
  const units = posix.join(machine.home, '.config/systemd/user')
  const place = posix.join(units, unitName)
  const link = posix.join(units, 'default.target.wants', unitName)
  // Lingering is a setting of the person, who may have set it for something else: only our own is taken back.
  const lingerMark = posix.join(program.folder, 'linger-by-service')
  // Missing after `su` and in some SSH sessions, and then systemctl does not find the person's manager.
  const bus = { XDG_RUNTIME_DIR: machine.env['XDG_RUNTIME_DIR'] || `/run/user/${machine.uid}` }

  const systemctl = (...words: string[]) => runOrFail(machine, 'systemctl', ['--user', ...words], bus)
  const tryTo = (...words: string[]) => machine.run('systemctl', ['--user', ...words], bus)

  const show = async () => {
    const { out } = await tryTo('show', unitName, '--property=ActiveState,UnitFileState')
    return { running: /^ActiveState=active$/m.test(out), enabled: /^UnitFileState=enabled$/m.test(out) }
  }

  const lingers = async (): Promise<boolean> =>
    /^Linger=yes$/m.test(
      (await machine.run('loginctl', ['show-user', String(machine.uid), '--property=Linger'], bus)).out,
    )

  const askToLinger = async (): Promise<Installed['startsAt']> => {
    if (await lingers()) return 'boot'
    if (!isDone(await machine.run('loginctl', ['enable-linger'], bus))) return 'logon'
    await machine.write(lingerMark, '')
    return 'boot'
  }

  const install = async (): Promise<Installed> => {
    const text = systemdUnit(program)
    const before = await machine.read(place)
    if (before !== text) {
      await machine.write(place, text)
      await systemctl('daemon-reload')
    }
    const { running, enabled } = await show()
    const startsAt = await askToLinger()
    if (before === text && running && enabled) return { outcome: 'unchanged', startsAt }
    await systemctl('enable', '--now', unitName)
    if (before === text) return { outcome: 'started', startsAt }
    if (running) await systemctl('restart', unitName)
    return { outcome: before === null ? 'installed' : 'replaced', startsAt }
  }

  const uninstall = async (): Promise<boolean> => {
    const isThere = (await machine.read(place)) !== null
    const { running } = await show()
    if (!isThere && !running) return false
    const stopped = await tryTo('stop', unitName)
    if (running && !isDone(stopped) && stopped.code !== notLoaded) await systemctl('stop', unitName)
    await tryTo('disable', unitName)
    await machine.remove(link)
    await machine.remove(place)
    await tryTo('daemon-reload')
    await tryTo('reset-failed', unitName)
    if ((await machine.read(lingerMark)) !== null) {
      await machine.run('loginctl', ['disable-linger'], bus)
      await machine.remove(lingerMark)
    }
    return true
  }

  return {
    place,
    install,
    uninstall,
    status: async () => {
      const text = await machine.read(place)
      const { running } = await show()
      return { installed: text !== null, current: text === systemdUnit(program), running }
    },
    restart: async () => {
      if ((await machine.read(place)) === null) throw new AppError('service-not-installed')
      await systemctl('restart', unitName)
    },
  }
}
