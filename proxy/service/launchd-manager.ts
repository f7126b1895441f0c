import { posix } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { agentLabel, agentOutput, launchdAgent } from './launchd-agent.ts'
import { isDone } from './machine.ts'
import type { Machine } from './machine.ts'
import type { Program } from './program.ts'
import { runOrFail, until } from './service-manager.ts'
import type { Installed, ServiceManager } from './service-manager.ts'

/** The service as a launchd agent of this person. */
export const launchdManager = (machine: Machine, program: Program): ServiceManager => {
  const place = posix.join(machine.home, 'Library/LaunchAgents', `${agentLabel}.plist`)
  // Without a session on the screen, as over SSH, there is only the second.
  const [screen, user] = [`gui/${machine.uid}`, `user/${machine.uid}`]

  const launchctl = (...words: string[]) => machine.run('launchctl', words)

  /** The domain in which launchd knows the agent, and whether it runs there. */
  const find = async (): Promise<{ domain: string; running: boolean } | null> => {
    for (const domain of [screen, user]) {
      const { code, out } = await launchctl('print', `${domain}/${agentLabel}`)
      if (code === 0) return { domain, running: /^\s*state = running$/m.test(out) }
    }
    return null
  }

  const load = async (): Promise<void> => {
    const ways = [
      () => launchctl('bootstrap', screen, place),
      // Switched off in the settings of the system: who installs wants it on.
      async () => {
        await launchctl('enable', `${screen}/${agentLabel}`)
        return launchctl('bootstrap', screen, place)
      },
      () => launchctl('bootstrap', user, place),
    ]
    for (const way of ways) if (isDone(await way())) return
    // The older word; it ends well whatever happens, so that launchd is asked again.
    await runOrFail(machine, 'launchctl', ['load', '-w', place])
    if (!(await find()))
      throw new AppError('service-command-failed', {
        params: { command: `launchctl bootstrap ${screen} ${place}`, code: 5 },
      })
  }

  const unload = async (domain: string): Promise<void> => {
    if (!isDone(await launchctl('bootout', `${domain}/${agentLabel}`))) await launchctl('unload', '-w', place)
    if (!(await until(machine, async () => (await find()) === null)))
      throw new AppError('service-command-failed', {
        params: { command: `launchctl bootout ${domain}/${agentLabel}`, code: 5 },
      })
  }

  const install = async (): Promise<Installed> => {
    const text = launchdAgent(program)
    const before = await machine.read(place)
    const found = await find()
    const startsAt = 'logon' as const
    if (before === text && found?.running) return { outcome: 'unchanged', startsAt }
    if (found) await unload(found.domain)
    // launchd makes the file of the output, not its folder.
    await machine.makeFolder(posix.dirname(agentOutput(program)))
    if (before !== text) await machine.write(place, text)
    await load()
    const outcome = before === null ? 'installed' : before === text ? 'started' : 'replaced'
    return { outcome, startsAt }
  }

  return {
    place,
    install,
    uninstall: async () => {
      const found = await find()
      const isThere = (await machine.read(place)) !== null
      if (found) await unload(found.domain)
      await machine.remove(place)
      await machine.remove(agentOutput(program))
      return isThere || found !== null
    },
    status: async () => {
      const text = await machine.read(place)
      const found = await find()
      const current = text === launchdAgent(program)
      return { installed: text !== null, current, running: found?.running ?? false }
    },
    restart: async () => {
      if ((await machine.read(place)) === null) throw new AppError('service-not-installed')
      const found = await find()
      if (found) await runOrFail(machine, 'launchctl', ['kickstart', '-k', `${found.domain}/${agentLabel}`])
      else await load()
    },
  }
}
