import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import axe from 'axe-core'
import type { AxeResults, ImpactValue, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const harmful = new Set<string | null | undefined>(['serious', 'critical'])

/** What the types leave out: how grave a rule's findings are, whatever it finds. */
const { getRule } = (axe as unknown as { utils: { getRule: (id: string) => { impact: ImpactValue } } }).utils

/** Rules whose findings would be left out below: they need not look. */
const harmless = axe
  .getRules()
  .map(({ ruleId }) => ruleId)
  .filter((id) => !harmful.has(getRule(id).impact))

const looks = ['light', 'dark'] as const
type Look = (typeof looks)[number]

/** Frames are left out: what the bureau writes is shown as it came. The dark look changes colours alone. */
const optionsOf = (look: Look): RunOptions => ({
  resultTypes: ['violations'],
  iframes: false,
  ...(look === 'dark'
    ? { runOnly: ['color-contrast', 'link-in-text-block'] }
    : { rules: Object.fromEntries(harmless.map((id) => [id, { enabled: false }])) }),
})

const linesOf = ({ violations }: AxeResults, look: Look): string[] =>
  violations
    .filter(({ impact }) => harmful.has(impact))
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => {
        const why = failureSummary?.split('\n').slice(1).join(' ').trim()
        return `${look} · ${id} · ${target.flat(2).join(' > ')} · ${help} · ${why}`
      }),
    )

const inEachLook = async (
  page: Page,
  run: (options: RunOptions) => Promise<AxeResults>,
): Promise<string[]> => {
  const lines: string[] = []
  for (const look of looks) {
    await page.emulateMedia({ colorScheme: look })
    lines.push(...linesOf(await run(optionsOf(look)), look))
  }
  return lines
}

/**
 * The serious and critical violations that axe finds on the page as it stands, in the light look and in the dark one: one readable
 * line for each element.
 * @param within looks at this part of the page alone
 */
export const violations = async (page: Page, within = 'html'): Promise<string[]> => {
  // By the debugger, which no content policy holds up; once for each document, because it is large.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  return inEachLook(page, (options) =>
    page.evaluate(
      (given) => (globalThis as unknown as { axe: typeof axe }).axe.run(given.within, given.options),
      { within, options },
    ),
  )
}

/**
 * The same for the panel in an ERP's page, and for nothing else of that page. Its shadow root is closed to scripts: the debugger hands
 * it to axe in a world of its own, of which the page sees nothing.
 */
export const panelViolations = async (page: Page): Promise<string[]> => {
  const session = await page.context().newCDPSession(page)
  const { frameTree } = await session.send('Page.getFrameTree')
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'axe',
  })
  await session.send('Runtime.evaluate', { expression: source, contextId: executionContextId })
  const { root } = await session.send('DOM.getDocument', { depth: 0 })
  const selector = 'nada-consta-panel'
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector })
  const { node: host } = await session.send('DOM.describeNode', { nodeId, pierce: true })
  const handleOf = async (backendNodeId: number): Promise<string> =>
    (await session.send('DOM.resolveNode', { backendNodeId, executionContextId })).object.objectId!
  const objectId = await handleOf(host.backendNodeId)
  const inside = await handleOf(host.shadowRoots![0]!.backendNodeId)

  const lines = await inEachLook(page, async (options) => {
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      functionDeclaration: `function (root, options) {
        Object.defineProperty(this, 'shadowRoot', { value: root, configurable: true })
        return axe.run(this, options)
      }`,
      objectId,
      arguments: [{ objectId: inside }, { value: options }],
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'axe failed')
    return result.value as AxeResults
  })
  await session.detach()
  return lines
}
