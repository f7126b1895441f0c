import { describeElement, describeText, ownPart } from './describe-element.ts'

export interface SkeletonLimits {
  /** Lines of the whole text. */
  lines: number
  /** Elements inside each other. */
  depth: number
  /** Children of one element that are looked at. */
  siblings: number
}

export const skeletonLimits: SkeletonLimits = { lines: 2500, depth: 40, siblings: 300 }

/** Their inside is no structure of the page, or not to be read. */
const closed: ReadonlySet<string> = new Set([
  'audio',
  'canvas',
  'embed',
  'frame',
  'head',
  'iframe',
  'math',
  'noscript',
  'object',
  'script',
  'style',
  'svg',
  'template',
  'textarea',
  'video',
])

const isOurs = (node: Node): boolean => node instanceof Element && node.localName.startsWith('nada-consta')

/** These are never seen anyway. */
const unseen: ReadonlySet<string> = new Set(['head', 'noscript', 'script', 'style', 'template'])

/** Each cell is a column of its own, even where two hold the same kind of value. */
const cells: ReadonlySet<string> = new Set(['td', 'th', 'dt', 'dd'])

interface Part {
  lines: string[]
  /** Equal for parts that differ in nothing but their values. */
  likeness: string
  isCell?: boolean
}

const isAlike = (one: Part, other: Part): boolean =>
  one.isCell ? one.lines.join('\n') === other.lines.join('\n') : one.likeness === other.likeness

const shapes = /[DLlX]\d+(?:[^\w\s]?[DLlX]\d+)*/g

/** The line without how long its values are; a text that is all value is like every other. */
const likenessOf = (line: string): string =>
  line.replace(/"[^"]*[DLlX]\d[^"]*"|=[^\]]*[DLlX]\d[^\]]*/g, '~').replace(shapes, '~')

const indented = (lines: readonly string[]): string[] => lines.map((line) => ` ${line}`)

/** Neighbours that are alike become one, with their number. */
const collapse = (parts: readonly Part[]): string[] => {
  const groups: { part: Part; count: number }[] = []
  for (const part of parts) {
    const last = groups.at(-1)
    if (last && isAlike(last.part, part)) last.count += 1
    else groups.push({ part, count: 1 })
  }
  return groups.flatMap(({ part: { lines }, count }) =>
    count === 1 ? lines : [`${lines[0] ?? ''} × ${count}`, ...lines.slice(1)],
  )
}

const isHidden = (element: Element): boolean => !element.checkVisibility({ visibilityProperty: true })

/**
 * The structure of a page and nothing that it says: tags, ids, classes, attributes, labels, every value as its shape, `1162 - MARIA` as
 * `D4 - L5`. Words leave only from the closed list of known words. The same page gives the same text; `×` counts neighbours that are
 * alike, `⋯` stands where something was cut, `(hidden)` where a hidden part begins.
 */
export const skeletonOf = (root: Document | Element, limits: SkeletonLimits): string => {
  let seen = 0
  /** So many elements are looked at for each line that is shown: neighbours that are alike cost time and no lines. */
  const most = limits.lines * 8

  const childrenOf = (element: Element, depth: number, isShown: boolean): Part[] => {
    const nodes = [...ownPart(element, 'childNodes')].filter(
      (node) =>
        (node instanceof Element && !isOurs(node)) || (node instanceof Text && node.data.trim() !== ''),
    )
    if (nodes.length > 0 && (depth >= limits.depth || seen > most)) return [{ lines: ['⋯'], likeness: '⋯' }]
    const parts = nodes.slice(0, limits.siblings).map((node): Part => {
      if (node instanceof Element) return partOf(node, depth + 1, isShown)
      const line = describeText((node as Text).data, element)
      return { lines: [line], likeness: likenessOf(line) }
    })
    const left = nodes.length - parts.length
    return left > 0 ? [...parts, { lines: [`⋯ × ${left}`], likeness: '⋯' }] : parts
  }

  const partOf = (element: Element, depth: number, isShown: boolean): Part => {
    seen += 1
    const tag = ownPart(element, 'localName')
    const hides = isShown && !unseen.has(tag) && isHidden(element)
    const notes = `${element.shadowRoot ? ' #shadow' : ''}${hides ? ' (hidden)' : ''}`
    const own = describeElement(element) + notes
    const children = closed.has(tag) ? [] : childrenOf(element, depth, isShown && !hides)
    const [only] = children
    // A lone text stands beside its element.
    const isLeaf = children.length === 1 && only?.lines.length === 1 && only.lines[0]?.startsWith('"')
    return {
      lines: isLeaf ? [`${own} ${only.lines[0]}`] : [own, ...indented(collapse(children))],
      likeness: [likenessOf(own), ...children.map(({ likeness }) => likeness)].join('\n'),
      isCell: cells.has(tag),
    }
  }

  const element = root instanceof Document ? root.documentElement : root
  const { lines } = partOf(element, 0, true)
  return (lines.length > limits.lines ? [...lines.slice(0, limits.lines), '⋯'] : lines).join('\n')
}
