import { darkTheme, selectors } from './selectors.ts'

/** Half way in what the eye takes for light; a dark look lies far below, a light one far above. */
const dark = 0.35
/** What lets more of the ground through than this is no ground. */
const opaque = 0.5

/** How light a computed colour is, from 0 to 1; null for transparent ones and for spellings that no ERP uses. */
const lightness = (colour: string): number | null => {
  const numbers = /^rgba?\((.+)\)$/.exec(colour)?.[1]?.split(/[\s,/]+/)
  const [red = NaN, green = 0, blue = 0, alpha = 1] = numbers?.map(Number) ?? []
  return alpha < opaque || Number.isNaN(red) ? null : (0.299 * red + 0.587 * green + 0.114 * blue) / 255
}

/** Whether HubSoft shows itself dark, by what it paints behind the view, else by the name of its theme; null when neither tells. */
export const isDark = (page: ParentNode): boolean | null => {
  // The innermost one is what the eye sees.
  const grounds = [...page.querySelectorAll(selectors.ground)].toReversed()
  for (const ground of grounds) {
    const light = lightness(getComputedStyle(ground).backgroundColor)
    if (light !== null) return light < dark
  }
  return grounds.some(({ className }) => darkTheme.test(className)) || null
}
