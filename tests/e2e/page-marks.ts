import type { CDPSession, Page } from 'playwright-core'

const tag = 'nada-consta-mark'

interface TreeNode {
  backendNodeId: number
  nodeName: string
  localName: string
  nodeValue: string
  attributes?: string[]
  children?: TreeNode[]
  shadowRoots?: TreeNode[]
}

/** One thing of ours inside the page, as only the browser's debugger sees it: no script of the page can. */
export interface PageMark {
  /** What it says: a button's name, a sign's word. */
  name: string
  /** Empty for a sign, which is no button. */
  button: string
  /** The text of the page's element around it. */
  around: string
  nodeId: number
}

export interface PageMarks {
  all(): Promise<PageMark[]>
  /** Waits until the names of all marks, in the order of the page, satisfy a condition. */
  settle(isThere: (names: string[]) => boolean): Promise<string[]>
  /** Presses a button with the mouse, as a person would. */
  press(name: string): Promise<void>
  /** Size of a button in pixels. */
  size(name: string): Promise<{ width: number; height: number }>
}

const childrenOf = (node: TreeNode): TreeNode[] => [...(node.shadowRoots ?? []), ...(node.children ?? [])]
const descendants = (node: TreeNode): TreeNode[] => [node, ...childrenOf(node).flatMap(descendants)]
const textOf = (node: TreeNode): string =>
  node.nodeName === 'STYLE'
    ? ''
    : `${node.nodeName === '#text' ? node.nodeValue : ''}${(node.children ?? []).map(textOf).join('')}`
const labelOf = ({ attributes = [] }: TreeNode): string => {
  const at = attributes.indexOf('aria-label')
  return at === -1 ? '' : (attributes[at + 1] ?? '')
}

const markOf = (host: TreeNode, parent: TreeNode): PageMark => {
  const inside = (host.shadowRoots ?? []).flatMap(descendants)
  const button = inside.find(({ localName }) => localName === 'button')
  const word = (host.shadowRoots ?? []).map(textOf).join('').trim()
  return {
    name: button ? labelOf(button) : word,
    button: button ? labelOf(button) : '',
    around: textOf(parent).replace(/\s+/g, ' ').trim(),
    nodeId: (button ?? host).backendNodeId,
  }
}

const marksIn = (node: TreeNode): PageMark[] =>
  childrenOf(node).flatMap((child) => (child.localName === tag ? [markOf(child, node)] : marksIn(child)))

const read = async (session: CDPSession): Promise<PageMark[]> => {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
  return marksIn(root)
}

/** Runs in the page: ends as soon as there are more or fewer marks, or after a while, as what stands inside one changes unseen. */
const marksChange = (name: string): Promise<void> =>
  new Promise((resolve) => {
    const count = () => document.getElementsByTagName(name).length
    const before = count()
    const watch = new MutationObserver(() => {
      if (count() !== before) end()
    })
    const end = () => {
      watch.disconnect()
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(end, 100)
    watch.observe(document, { childList: true, subtree: true })
  })

/** What stands of ours inside a page, for tests that read and press it. */
export const pageMarks = async (page: Page): Promise<PageMarks> => {
  const session = await page.context().newCDPSession(page)
  const all = () => read(session)
  const boxOf = async (name: string) => {
    const mark = (await all()).find(({ button }) => button === name)
    if (!mark) throw new Error(`no button "${name}" inside the page`)
    await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: mark.nodeId })
    return (await session.send('DOM.getBoxModel', { backendNodeId: mark.nodeId })).model
  }
  return {
    all,
    settle: async (isThere) => {
      let names: string[] = []
      for (const end = Date.now() + 10_000; Date.now() < end;) {
        names = (await all()).map(({ name }) => name)
        if (isThere(names)) return names
        await page.evaluate(marksChange, tag)
      }
      throw new Error(`the page never had the expected marks, but: ${names.join(' | ')}`)
    },
    press: async (name) => {
      // A view that slides in takes its rows along.
      let at: number[] = []
      for (let last = ''; last !== String(at) || last === '';) {
        last = String(at)
        await page.evaluate(() => new Promise(requestAnimationFrame))
        at = (await boxOf(name)).border
      }
      const [left = 0, top = 0, right = 0, , , bottom = 0] = at
      await page.mouse.click((left + right) / 2, (top + bottom) / 2)
    },
    size: async (name) => {
      const { width, height } = await boxOf(name)
      return { width, height }
    },
  }
}
