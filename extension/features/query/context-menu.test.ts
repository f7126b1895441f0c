import { describe, expect, test } from 'vitest'
import type { Menus } from 'webextension-polyfill'
import { createContextMenu } from './context-menu.ts'

type Item = Menus.CreateCreatePropertiesType & Menus.UpdateUpdatePropertiesType

const later = () => new Promise<void>((resolve) => queueMicrotask(resolve))

/** Menus as Chromium keeps them: ids are unique, calls end later, errors show in `lastError` alone. */
const chromiumMenus = () => {
  const items = new Map<string, Item>()
  const errors: string[] = []
  return {
    items,
    errors,
    create: (item: Item, done?: () => void) => {
      queueMicrotask(() => {
        if (items.has(item.id!)) errors.push(`Cannot create item with duplicate id ${item.id}`)
        else items.set(item.id!, { ...item })
        done?.()
      })
      return item.id!
    },
    update: async (id: number | string, change: Item) => {
      await later()
      const item = items.get(String(id))
      if (!item) throw new Error(`Cannot find menu item with id ${id}`)
      items.set(String(id), { ...item, ...change })
    },
    removeAll: async () => {
      await later()
      items.clear()
    },
  }
}

const setUp = () => {
  const menus = chromiumMenus()
  return { menus, menu: createContextMenu({ menus, title: async () => 'Consultar' }) }
}

const site = 'https://empresa.hubsoft.com.br/*'

describe('G64 · exactly one item', () => {
  test('installed twice at once, and started five times', async () => {
    const { menus, menu } = setUp()
    await Promise.all([menu.install(), menu.install(), menu.setPatterns([site])])
    for (let start = 0; start < 5; start += 1) {
      await createContextMenu({ menus, title: async () => 'Consultar' }).setPatterns([site])
    }
    expect(menus.items.size).toBe(1)
    expect(menus.errors).toEqual([])
  })

  test('a start before the installation event', async () => {
    const { menus, menu } = setUp()
    await Promise.all([menu.setPatterns([site]), menu.install(), menu.setPatterns([site])])
    expect([...menus.items.values()]).toEqual([
      expect.objectContaining({ documentUrlPatterns: [site], visible: true }),
    ])
    expect(menus.errors).toEqual([])
  })

  test('one that the browser lost is made again', async () => {
    const { menus, menu } = setUp()
    await menu.setPatterns([site])
    expect([...menus.items.values()]).toEqual([
      expect.objectContaining({ title: 'Consultar', contexts: ['selection'], documentUrlPatterns: [site] }),
    ])
  })
})

describe('where it shows', () => {
  test('nowhere before a site is enabled, and nowhere after the last is gone', async () => {
    const { menus, menu } = setUp()
    await menu.install()
    expect([...menus.items.values()][0]).toMatchObject({ visible: false })
    await menu.setPatterns([site])
    await menu.setPatterns([])
    expect([...menus.items.values()][0]).toMatchObject({ visible: false })
  })

  test('a title for an item that is not there is no error', async () => {
    const { menus, menu } = setUp()
    await menu.setTitle('x')
    expect(menus.items.size).toBe(0)
  })
})
