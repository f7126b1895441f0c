import { fill } from '../../shared/errors.ts'
import type { Texts } from '../../shared/locales/texts.ts'
import type { Omitted } from '../report/omitted.ts'

const say = (count: number, one: string, many: string): string[] =>
  count === 0 ? [] : [fill(count === 1 ? one : many, { count })]

/** What the cleaning left out, in words; nothing when it left nothing out. */
export const omittedTexts = (omitted: Omitted, words: Texts['report']): string[] => {
  const { images } = omitted
  const parts = omitted.frames + omitted.scripts + omitted.forms + omitted.media
  return [
    ...say(images, words.omitted.image, words.omitted.images),
    ...say(parts, words.omitted.part, words.omitted.parts),
  ]
}
