import { vi } from 'vitest'
import type { Erp } from '../../extension/erps/erp.ts'

/** Everything that an adapter does with a page, in one go; of each grid so many rows are read. */
export const readEverything = (erp: Erp, page: ParentNode, mostRows = 50): unknown[] => [
  erp.readRecord(page),
  erp.selectedInvoices(page),
  erp.toolbarAnchor(page),
  erp.recordAnchor(page),
  erp.isDark(page),
  erp
    .grids(page)
    .map((grid) =>
      Array.from({ length: Math.min(grid.rows.length, mostRows) }, (_, index) =>
        grid.read(grid.rows[index]!),
      ),
    ),
]

const allMutations = { attributes: true, characterData: true, childList: true, subtree: true }

interface Watch {
  name: string
  calls: () => number
}

const ownerOf = (object: object, name: string): object =>
  Object.hasOwn(object, name) ? object : ownerOf(Object.getPrototypeOf(object) as object, name)

/** Counts the calls of a method, or of a property's setter, until they are asked for. */
const watch = (object: object, name: string, part: 'value' | 'set'): Watch => {
  const prototype = ownerOf(object, name)
  const descriptor = Object.getOwnPropertyDescriptor(prototype, name)
  if (!descriptor?.[part]) throw new Error(`the page has no ${name} to watch`)
  const spy = vi.fn<(...given: unknown[]) => unknown>(descriptor[part] as () => unknown)
  Object.defineProperty(prototype, name, { ...descriptor, [part]: spy })
  return {
    name,
    calls: () => {
      Object.defineProperty(prototype, name, descriptor)
      return spy.mock.calls.length
    },
  }
}

/** The ways to act on a page that leave no mutation, or not at once. */
const acts = (): Watch[] => [
  watch(HTMLElement.prototype, 'click', 'value'),
  watch(HTMLElement.prototype, 'focus', 'value'),
  watch(HTMLElement.prototype, 'dispatchEvent', 'value'),
  watch(HTMLInputElement.prototype, 'value', 'set'),
  watch(HTMLInputElement.prototype, 'checked', 'set'),
]

/** Property reads of the page's keepsakes: its session, its cookies. */
const keepsakes = (): Watch[] =>
  [
    [window, 'localStorage'],
    [window, 'sessionStorage'],
    [document, 'cookie'],
  ].map(([owner, name]) => {
    const read = vi.fn<() => undefined>()
    const own = Object.getOwnPropertyDescriptor(owner, name as string)
    Object.defineProperty(owner, name as string, { configurable: true, get: read })
    return {
      name: `read ${name as string}`,
      calls: () => {
        if (own) Object.defineProperty(owner, name as string, own)
        else delete (owner as unknown as Record<string, unknown>)[name as string]
        return read.mock.calls.length
      },
    }
  })

/** What happened to the page besides being read while `work` ran: empty for an adapter that only reads. */
export const tracesOf = (work: () => unknown): string[] => {
  const observer = new MutationObserver(() => {})
  observer.observe(document, allMutations)
  const before = document.documentElement.outerHTML
  const watches = [...acts(), ...keepsakes()]
  work()
  const counted = watches.map(({ name, calls }) => ({ name, count: calls() }))
  const records = observer.takeRecords()
  observer.disconnect()
  return [
    ...counted.filter(({ count }) => count > 0).map(({ name, count }) => `${name}: ${count}`),
    ...records.map(({ type, target }) => `${type} of ${target.nodeName}`),
    ...(document.documentElement.outerHTML === before ? [] : ['another page']),
  ]
}
