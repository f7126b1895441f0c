import type { Action } from 'webextension-polyfill'
import type { RemovalsStatus } from '../../../shared/api.ts'
import { fill } from '../../../shared/errors.ts'
import type { Texts } from '../../../shared/locales/texts.ts'
import type { SiteState } from '../../sites/site.ts'

type Words = Texts['erp']['badge']

interface Badge {
  text: string
  colour: string
  title: string
}

/** What the toolbar button has to tell. */
export interface BadgeFacts {
  isPermissionMissing: boolean
  /** Null while the service cannot be asked: it tells nothing then, the popup says why. */
  removals: Pick<RemovalsStatus, 'atRisk' | 'openTasks'> | null
}

const amber = '#774700'
const red = '#a01c17'
const grey = '#56605b'

const counted = (count: number, one: string, many: string): string =>
  fill(count === 1 ? one : many, { count })

const short = (count: number): string => (count > 999 ? '999+' : String(count))

/**
 * The number on the toolbar button: a permission that the browser withholds comes first, since nothing works without it (case G63);
 * then removals at risk in red, then open tasks in grey, else nothing. The title says it in words.
 */
export const badgeOf = ({ isPermissionMissing, removals }: BadgeFacts, words: Words): Badge => {
  if (isPermissionMissing) return { text: '!', colour: amber, title: words.permission }
  const { atRisk, openTasks } = removals ?? { atRisk: 0, openTasks: 0 }
  const tasks = openTasks > 0 ? counted(openTasks, words.task, words.tasks) : ''
  if (atRisk > 0) {
    const risk = counted(atRisk, words.risk, words.risks)
    return { text: short(atRisk), colour: red, title: tasks ? `${risk} · ${tasks}` : risk }
  }
  return { text: openTasks > 0 ? short(openTasks) : '', colour: grey, title: tasks }
}

interface ToolbarBadgeParts {
  action: Pick<Action.Static, 'setBadgeText' | 'setBadgeBackgroundColor' | 'setTitle'>
  /** Whether the background may reach the service. */
  isServiceAllowed: () => Promise<boolean>
  /** Asks the service; rejects while it cannot be asked. */
  removals: () => Promise<BadgeFacts['removals']>
  words: () => Promise<Words>
}

export interface ToolbarBadge {
  /** The enabled sites or their permissions have changed. */
  sites: (states: SiteState[]) => Promise<void>
  /** Asks the service again: by the clock, and after an act. */
  refresh: () => Promise<void>
}

/** Keeps the toolbar button up to date. One question to the service at a time, however many ask for it. */
export const toolbarBadge = ({
  action,
  isServiceAllowed,
  removals,
  words,
}: ToolbarBadgeParts): ToolbarBadge => {
  let areSitesGranted = true
  let known: BadgeFacts['removals'] = null
  let asking: Promise<void> | null = null

  const draw = async (): Promise<void> => {
    const isPermissionMissing = !areSitesGranted || !(await isServiceAllowed())
    const { text, colour, title } = badgeOf({ isPermissionMissing, removals: known }, await words())
    await action.setBadgeBackgroundColor({ color: colour })
    await action.setBadgeText({ text })
    await action.setTitle({ title: title ? `Nada Consta – ${title}` : 'Nada Consta' })
  }

  const ask = async (): Promise<void> => {
    known = await removals().catch((): null => null)
    await draw()
  }

  return {
    sites: async (states) => {
      areSitesGranted = states.every(({ granted }) => granted)
      await draw()
    },
    refresh: () => {
      asking ??= ask().finally(() => {
        asking = null
      })
      return asking
    },
  }
}
