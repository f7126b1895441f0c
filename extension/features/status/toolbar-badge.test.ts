import { describe, expect, test, vi } from 'vitest'
import { texts } from '../../../shared/locales/texts.ts'
import { afterActs } from './after-acts.ts'
import { keepBadge } from './keep-badge.ts'
import type { BadgeFacts } from './toolbar-badge.ts'
import { badgeOf, toolbarBadge } from './toolbar-badge.ts'

const words = texts('pt-BR').erp.badge

const colour = (atRisk: number, openTasks: number) =>
  badgeOf({ isPermissionMissing: false, removals: { atRisk, openTasks } }, words).colour

describe('the number on the toolbar button', () => {
  test.each<[string, BadgeFacts, string, string]>([
    ['nothing', { isPermissionMissing: false, removals: { atRisk: 0, openTasks: 0 } }, '', ''],
    ['the service is off', { isPermissionMissing: false, removals: null }, '', ''],
    [
      'removals at risk',
      { isPermissionMissing: false, removals: { atRisk: 2, openTasks: 0 } },
      '2',
      '2 baixas em risco',
    ],
    [
      'both: risk counts',
      { isPermissionMissing: false, removals: { atRisk: 1, openTasks: 3 } },
      '1',
      '1 baixa em risco · 3 pendências abertas',
    ],
    [
      'tasks',
      { isPermissionMissing: false, removals: { atRisk: 0, openTasks: 1 } },
      '1',
      '1 pendência aberta',
    ],
    [
      'many',
      { isPermissionMissing: false, removals: { atRisk: 0, openTasks: 4000 } },
      '999+',
      '4000 pendências abertas',
    ],
    [
      'a permission comes first',
      { isPermissionMissing: true, removals: { atRisk: 2, openTasks: 1 } },
      '!',
      words.permission,
    ],
  ])('%s', (_what, facts, text, title) => {
    expect(badgeOf(facts, words)).toMatchObject({ text, title })
  })

  test('red only for a removal at risk', () => {
    expect(colour(1, 0)).toBe('#a01c17')
    expect(colour(0, 1)).not.toBe('#a01c17')
  })
})

const setUp = (removals: () => Promise<BadgeFacts['removals']>) => {
  const shown = { text: '?', title: '?' }
  const asked = vi.fn<typeof removals>(removals)
  const badge = toolbarBadge({
    action: {
      setBadgeText: async ({ text }) => void (shown.text = text ?? ''),
      setBadgeBackgroundColor: async () => {},
      setTitle: async ({ title }) => void (shown.title = title ?? ''),
    },
    isServiceAllowed: async () => true,
    removals: asked,
    words: async () => words,
  })
  return { badge, shown, asked }
}
const site = (granted: boolean) => ({
  site: 'https://empresa.hubsoft.com.br',
  erp: 'hubsoft' as const,
  granted,
})

describe('keeping it', () => {
  test('a permission that comes back shows the number again', async () => {
    const { badge, shown } = setUp(async () => ({ atRisk: 2, openTasks: 0 }))
    await badge.refresh()
    expect(shown).toEqual({ text: '2', title: 'Nada Consta – 2 baixas em risco' })
    await badge.sites([site(false)])
    expect(shown.text).toBe('!')
    await badge.sites([site(true)])
    expect(shown.text).toBe('2')
  })

  test('a service that cannot be asked leaves no old number behind', async () => {
    let isOff = false
    const { badge, shown } = setUp(() =>
      isOff ? Promise.reject(new Error('off')) : Promise.resolve({ atRisk: 2, openTasks: 0 }),
    )
    await badge.refresh()
    isOff = true
    await badge.refresh()
    expect(shown).toEqual({ text: '', title: 'Nada Consta' })
  })

  test('one question at a time', async () => {
    const { badge, asked } = setUp(async () => ({ atRisk: 0, openTasks: 0 }))
    await Promise.all([badge.refresh(), badge.refresh()])
    expect(asked).toHaveBeenCalledOnce()
    await badge.refresh()
    expect(asked).toHaveBeenCalledTimes(2)
  })

  test('at the start, by the clock every five minutes, and not for somebody else’s alarm', () => {
    const listeners: ((alarm: { name: string }) => void)[] = []
    const ring = (name: string) => {
      for (const listener of listeners) listener({ name })
    }
    const create = vi.fn<(name: string, info: object) => void>()
    const refresh = vi.fn<() => Promise<void>>(async () => {})
    const alarms = {
      create,
      onAlarm: { addListener: (listener: (typeof listeners)[number]) => listeners.push(listener) },
    }
    keepBadge(alarms as never, refresh)
    expect(create).toHaveBeenCalledWith(expect.any(String), { periodInMinutes: 5 })
    expect(refresh).toHaveBeenCalledTimes(1)
    ring('other')
    expect(refresh).toHaveBeenCalledTimes(1)
    ring(create.mock.calls[0]![0])
    expect(refresh).toHaveBeenCalledTimes(2)
  })

  test('after an act that the service took; not after reading, not after a refusal', async () => {
    const follow = vi.fn<() => void>()
    const caller = { role: 'page', tabId: 1 } as const
    const call = afterActs(async ({ operation }) => {
      if (operation === 'taskResolve') throw new Error('refused')
      return 'done'
    }, follow)
    expect(await call({ operation: 'negativation', input: {} }, caller)).toBe('done')
    await expect(call({ operation: 'taskResolve', input: {} }, caller)).rejects.toThrow('refused')
    expect(follow).not.toHaveBeenCalled()
    await call({ operation: 'negativationConfirm', input: {} }, caller)
    await call({ operation: 'removalRequest', input: {} }, caller)
    expect(follow).toHaveBeenCalledTimes(2)
  })
})
