import { inFolder, isCode } from './sources.ts'
import type { Law } from './sources.ts'

const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/
const heap = /^(?:.+-)?(?:utils?|helpers?)$|^(?:commons?|types?|misc|lib)$/

/** Files and folders are kebab-case and named by what they hold; a heap has a name that says nothing. */
export const names: Law = (sources) =>
  sources
    .filter((source) => !inFolder('extension/public')(source))
    .flatMap(({ path }) =>
      path
        .split('/')
        .flatMap((name) => [
          ...(kebab.test(name) ? [] : [`${path}: ${name} is not kebab-case`]),
          ...(heap.test(name.split('.')[0] ?? '') ? [`${path}: ${name} is a heap`] : []),
        ]),
    )

const mostLines = 300

/** A file that needs more lines holds more than one thing. */
export const sizes: Law = (sources) =>
  sources
    .filter(
      (source) =>
        inFolder('extension', 'proxy', 'shared')(source) && (isCode(source) || source.path.endsWith('.css')),
    )
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > mostLines)
    .map(({ path, lines }) => `${path} has ${lines} lines, ${mostLines} at most`)
