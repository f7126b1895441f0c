import type { CDPSession, Page } from 'playwright-core'

/** The tag of the element that carries the panel. */
export const panelTag = 'nada-consta-panel'

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
  /** Runs a function in the page with the closed root; null when there is no panel. */
  inside: InPanel
}

export type InPanel = <Result, Value = undefined>(
  run: (root: ShadowRoot, value: Value) => Result,
  value?: Value,
) => Promise<Result | null>

interface PanelParts {
  inside: InPanel
  count: () => Promise<number>
  click: (x: number, y: number) => Promise<void>
  /** Ends with the page's next frame. */
  nextFrame: () => Promise<unknown>
}

/** The panel of a page, by the means that one browser's automation has. */
export const panelOf = ({ inside, count, click, nextFrame }: PanelParts): ErpPanel => {
  const text = async () =>
    (await inside((root) => {
      const words = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      const found: string[] = []
      while (words.nextNode()) {
        const { parentElement, nodeValue } = words.currentNode
        if (parentElement?.localName !== 'style' && nodeValue?.trim()) found.push(nodeValue.trim())
      }
      return found.join(' ')
    })) ?? ''
  const buttons = async () =>
    (await inside((root) =>
      [...root.querySelectorAll('button')].map((button) => {
        const { x, y, width, height } = button.getBoundingClientRect()
        const style = getComputedStyle(button)
        return {
          name: button.ariaLabel ?? button.textContent.trim(),
          height,
          middle: [x + width / 2, y + height / 2] as const,
          style: Object.fromEntries([...style].map((name) => [name, style.getPropertyValue(name)])),
        }
      }),
    )) ?? []
  /** The button, once it is there and lies where it lay a frame before: the panel grows and shrinks with what it reads. */
  const find = async (name: string) => {
    let before = ''
    for (const end = Date.now() + 10_000; Date.now() < end;) {
      const button = (await buttons()).find((candidate) => candidate.name === name)
      const place = button ? button.middle.join() : ''
      if (button && place === before) return button
      before = place
      await nextFrame()
    }
    throw new Error(`no button "${name}" in the panel, or it never lay still`)
  }

  return {
    inside,
    text,
    count,
    buttons: async () => (await buttons()).map(({ name }) => name),
    press: async (name) => click(...(await find(name)).middle),
    look: find,
    shows: async (words) => {
      const isThere = (shown: string) =>
        typeof words === 'string' ? shown.includes(words) : words.test(shown)
      let shown = ''
      for (const end = Date.now() + 10_000; Date.now() < end;) {
        shown = await text()
        if (isThere(shown)) return
        await nextFrame()
      }
      throw new Error(`the panel never showed ${String(words)}, but: ${shown}`)
    },
  }
}

/** The closed root, for the debugger alone; null when there is no panel. */
const rootIn = async (session: CDPSession): Promise<string | null> => {
  const { result } = await session.send('Runtime.evaluate', {
    expression: `document.querySelector('${panelTag}')`,
  })
  if (!result.objectId) return null
  const { node } = await session.send('DOM.describeNode', { objectId: result.objectId, pierce: true })
  const backendNodeId = node.shadowRoots?.[0]?.backendNodeId
  if (backendNodeId === undefined) return null
  return (await session.send('DOM.resolveNode', { backendNodeId })).object.objectId ?? null
}

/** The panel of a page in Chromium, for tests that read and press it. */
export const erpPanel = async (page: Page): Promise<ErpPanel> => {
  const session = await page.context().newCDPSession(page)
  const inside: InPanel = async (run, value) => {
    const objectId = await rootIn(session)
    if (objectId === null) return null
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration: `function (value) { return (${String(run)})(this, value) }`,
      arguments: [{ value }],
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }
  return panelOf({
    inside,
    count: () => page.locator(panelTag).count(),
    click: (x, y) => page.mouse.click(x, y),
    nextFrame: () => page.evaluate(() => new Promise(requestAnimationFrame)),
  })
}
