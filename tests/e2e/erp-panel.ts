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
  run: (root: ShadowRoot, value: Value) => Result | Promise<Result>,
  value?: Value,
) => Promise<Result | null>

interface Means<Root> {
  /** The closed root, for the debugger alone; null when there is no panel. */
  find: () => Promise<Root | null>
  /** Calls a function, given as its source, with the root and a text; it answers with a text. */
  call: (root: Root, source: string, value: string) => Promise<string>
}

/** A root that was found once serves as long as it is the panel's: to find one costs the browser more than to ask it. */
export const insideBy = <Root>({ find, call }: Means<Root>): InPanel => {
  let kept: Root | null = null
  return async (run, value) => {
    const source = `async (root, value) =>
      root.host === document.querySelector('${panelTag}')
        ? JSON.stringify({ result: await (${String(run)})(root, JSON.parse(value)) })
        : ''`
    const ask = async () => (kept === null ? '' : call(kept, source, JSON.stringify(value ?? null)))
    let answer = await ask().catch(() => '')
    if (answer === '') {
      kept = await find()
      answer = await ask()
    }
    return answer === '' ? null : JSON.parse(answer).result
  }
}

/** Runs in the panel: its words; given those of before, as soon as they are others, or after a while. */
const wordsIn = (root: ShadowRoot, before: string | null): Promise<string> => {
  const read = () => {
    const words = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const found: string[] = []
    while (words.nextNode()) {
      const { parentElement, nodeValue } = words.currentNode
      if (parentElement?.localName !== 'style' && nodeValue?.trim()) found.push(nodeValue.trim())
    }
    return found.join(' ')
  }
  return new Promise((resolve) => {
    let timer = 0
    const watch = new MutationObserver(() => {
      if (read() !== before) end()
    })
    const end = () => {
      watch.disconnect()
      clearTimeout(timer)
      resolve(read())
    }
    if (read() !== before) return end()
    timer = window.setTimeout(end, 200)
    watch.observe(root, { childList: true, characterData: true, subtree: true })
  })
}

interface Lying {
  height: number
  middle: [number, number]
  style: Record<string, string>
}

/** The panel's root with a note of ours: whether the button that was to be pressed was. */
interface Noting extends ShadowRoot {
  isPressed?: boolean
}

/** Runs in the panel: a button, once it is there and lies where it lay a frame before; the panel grows and shrinks with what it reads. */
const lyingIn = async (
  root: Noting,
  { name, isStyled }: { name: string; isStyled: boolean },
): Promise<Lying | null> => {
  let before = ''
  for (let frame = 0; frame < 20; frame += 1) {
    const button = [...root.querySelectorAll('button')].find(
      (candidate) => (candidate.ariaLabel ?? candidate.textContent.trim()) === name,
    )
    if (button) {
      const { x, y, width, height } = button.getBoundingClientRect()
      const middle: [number, number] = [x + width / 2, y + height / 2]
      const style = getComputedStyle(button)
      const names = isStyled ? [...style] : []
      if (middle.join() === before) {
        root.isPressed = false
        button.addEventListener('click', () => void (root.isPressed = true), { once: true, capture: true })
        const styles = names.map((property) => [property, style.getPropertyValue(property)])
        return { height, middle, style: Object.fromEntries(styles) }
      }
      before = middle.join()
    }
    await new Promise(requestAnimationFrame)
  }
  return null
}

/** Runs in the page: ends as soon as the panel is there, or after a while. */
export const panelComes = (tag: string): Promise<void> =>
  new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (document.querySelector(tag)) end()
    })
    const end = () => {
      watch.disconnect()
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(end, 200)
    watch.observe(document, { childList: true, subtree: true })
  })

interface PanelParts {
  inside: InPanel
  count: () => Promise<number>
  click: (x: number, y: number) => Promise<void>
  /** `panelComes` in the page. */
  comes: () => Promise<unknown>
}

/** The panel of a page, by the means that one browser's automation has. */
export const panelOf = ({ inside, count, click, comes }: PanelParts): ErpPanel => {
  const text = async () => (await inside(wordsIn, null as string | null)) ?? ''
  const find = async (name: string, isStyled = false) => {
    for (const end = Date.now() + 10_000; Date.now() < end;) {
      const button = await inside(lyingIn, { name, isStyled })
      if (button) return button
      if ((await count()) === 0) await comes()
    }
    throw new Error(`no button "${name}" in the panel, or it never lay still`)
  }

  return {
    inside,
    text,
    count,
    buttons: async () =>
      (await inside((root) =>
        [...root.querySelectorAll('button')].map((button) => button.ariaLabel ?? button.textContent.trim()),
      )) ?? [],
    press: async (name) => {
      // The panel may still grow between the look and the press; a person would see it and press again.
      for (let misses = 0; misses < 3; misses += 1) {
        await click(...(await find(name)).middle)
        if ((await inside((root: Noting) => root.isPressed ?? true)) !== false) return
      }
      throw new Error(`the button "${name}" was not where it lay`)
    },
    look: (name) => find(name, true),
    shows: async (words) => {
      const isThere = (shown: string) =>
        typeof words === 'string' ? shown.includes(words) : words.test(shown)
      let shown: string | null = null
      for (const end = Date.now() + 10_000; Date.now() < end;) {
        shown = await inside(wordsIn, shown)
        if (isThere(shown ?? '')) return
        if (shown === null) await comes()
      }
      throw new Error(`the panel never showed ${String(words)}, but: ${shown ?? ''}`)
    },
  }
}

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
  const inside = insideBy({
    find: () => rootIn(session),
    call: async (objectId, source, value) => {
      const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
        objectId,
        functionDeclaration: `function (value) { return (${source})(this, value) }`,
        arguments: [{ value }],
        awaitPromise: true,
        returnByValue: true,
      })
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
      return String(result.value)
    },
  })
  return panelOf({
    inside,
    count: () => page.locator(panelTag).count(),
    click: (x, y) => page.mouse.click(x, y),
    comes: () => page.evaluate(panelComes, panelTag),
  })
}
