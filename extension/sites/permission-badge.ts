import type { Action } from 'webextension-polyfill'
import type { SiteState } from './site.ts'

type ActionApi = Pick<Action.Static, 'setBadgeText' | 'setBadgeBackgroundColor' | 'setTitle'>

interface PermissionBadgeParts {
  action: ActionApi
  /** Whether the background may reach the service. */
  isServiceAllowed: () => Promise<boolean>
  words: () => Promise<string>
}

const amber = '#774700'

/** Marks the toolbar button when the browser withholds a permission, so that nothing dies in silence (case G63). */
export const permissionBadge =
  ({ action, isServiceAllowed, words }: PermissionBadgeParts) =>
  async (sites: SiteState[]): Promise<void> => {
    const isWhole = sites.every(({ granted }) => granted) && (await isServiceAllowed())
    await action.setBadgeBackgroundColor({ color: amber })
    await action.setBadgeText({ text: isWhole ? '' : '!' })
    await action.setTitle({ title: isWhole ? 'Nada Consta' : `Nada Consta – ${await words()}` })
  }
