import type { CDPSession, Page } from 'playwright-core'

const host = 'nada-consta-panel'

interface TreeNode {
  backendNodeId: number
  nodeName: string
  nodeValue: string
  attributes?: string[]
  children?: TreeNode[]
  shadowRoots?: TreeNode[]
}

/** The panel's closed shadow root as only the browser's debugger sees it: no script of the page can. */
export interface ErpPanel {
  /** Hosts of ours in the page, `null` roots included. */
  count(): Promise<number>
  /** All words of the panel, one space between them; empty when there is no panel. */
  text(): Promise<string>
  /** The names of its buttons. */
  buttons(): Promise<string[]>
  /** Presses a button with the mouse, as a person would; the name is its label or its words. */
  press(button: string): Promise<void>
  /** What the browser computed for a button: its height in pixels and its style. */
  look(button: string): Promise<{ height: number; style: Record<string, string> }>
  /** Waits until the panel's words match. */
  shows(words: RegExp | string): Promise<void>
}

const childrenOf = (node: TreeNode): TreeNode[] => [...(node.shadowRoots ?? []), ...(node.children ?? [])]

const all = (node: TreeNode): TreeNode[] => [node, ...childrenOf(node).flatMap(all)]

const wordsOf = (node: TreeNode): string =>
  all(node)
    .filter(({ nodeName }) => nodeName === '#text')
    .map(({ nodeValue }) => nodeValue.trim())
    .filter(Boolean)
    .join(' ')

const labelOf = (button: TreeNode): string => {
  const attributes = button.attributes ?? []
  const at = attributes.indexOf('aria-label')
  return at === -1 ? wordsOf(button) : (attributes[at + 1] ?? '')
}

const withoutStyles = (node: TreeNode): TreeNode => ({
  ...node,
  shadowRoots: (node.shadowRoots ?? []).map(withoutStyles),
  children: (node.children ?? []).filter(({ nodeName }) => nodeName !== 'STYLE').map(withoutStyles),
})

const readTree = async (session: CDPSession): Promise<TreeNode | null> => {
  const { root } = await session.send('DOM.getDocument', { depth: 0 })
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: host })
  if (nodeId === 0) return null
  const { node } = await session.send('DOM.describeNode', { nodeId, depth: -1, pierce: true })
  return withoutStyles(node)
}

const buttonsOf = (tree: TreeNode | null): TreeNode[] =>
  tree ? all(tree).filter(({ nodeName }) => nodeName === 'BUTTON') : []

/** The panel of a page, for tests that read and press it. */
export const erpPanel = async (page: Page): Promise<ErpPanel> => {
  const session = await page.context().newCDPSession(page)
  const read = () => readTree(session)
  const text = async () => {
    const tree = await read()
    return tree ? wordsOf(tree) : ''
  }

  const find = async (name: string): Promise<TreeNode> => {
    const button = buttonsOf(await read()).find((candidate) => labelOf(candidate) === name)
    if (!button) throw new Error(`no button "${name}" in the panel`)
    return button
  }
  const boxOf = async ({ backendNodeId }: TreeNode) =>
    (await session.send('DOM.getBoxModel', { backendNodeId })).model

  return {
    text,
    count: () => page.locator(host).count(),
    buttons: async () => buttonsOf(await read()).map(labelOf),
    press: async (name) => {
      const [left = 0, top = 0, right = 0, , , bottom = 0] = (await boxOf(await find(name))).content
      await page.mouse.click((left + right) / 2, (top + bottom) / 2)
    },
    look: async (name) => {
      const button = await find(name)
      const { height } = await boxOf(button)
      await session.send('CSS.enable')
      const { nodeIds } = await session.send('DOM.pushNodesByBackendIdsToFrontend', {
        backendNodeIds: [button.backendNodeId],
      })
      const { computedStyle } = await session.send('CSS.getComputedStyleForNode', { nodeId: nodeIds[0]! })
      return { height, style: Object.fromEntries(computedStyle.map(({ name, value }) => [name, value])) }
    },
    shows: async (words) => {
      const isThere = (shown: string) =>
        typeof words === 'string' ? shown.includes(words) : words.test(shown)
      let shown = ''
      for (const end = Date.now() + 10_000; Date.now() < end;) {
        shown = await text()
        if (isThere(shown)) return
        await page.evaluate(() => new Promise(requestAnimationFrame))
      }
      throw new Error(`the panel never showed ${String(words)}, but: ${shown}`)
    },
  }
}
