/** How many things of each kind the cleaning left out of a report; the screen says so. */
export interface Omitted {
  images: number
  frames: number
  scripts: number
  forms: number
  links: number
  styles: number
  media: number
}

export const nothingOmitted = (): Omitted => ({
  images: 0,
  frames: 0,
  scripts: 0,
  forms: 0,
  links: 0,
  styles: 0,
  media: 0,
})

/** Elements that never stay, by what they are counted as. */
export const omittedTags: Readonly<Record<string, keyof Omitted>> = {
  script: 'scripts',
  iframe: 'frames',
  frame: 'frames',
  frameset: 'frames',
  object: 'frames',
  embed: 'frames',
  applet: 'frames',
  portal: 'frames',
  link: 'styles',
  base: 'links',
  meta: 'scripts',
  video: 'media',
  audio: 'media',
  track: 'media',
  source: 'images',
  image: 'images',
  feimage: 'images',
  canvas: 'media',
}
