import { globSync, readFileSync } from 'node:fs'

/**
 * What a test file says when it cannot share its process with other files: it puts something in the place of a module, a global or the
 * clock, measures time, memory or timers, or uses the one fake browser. `@own-process` is for all else.
 */
const marks = [
  /\bvi\.(mock|doMock|hoisted|spyOn|stub\w+|useFakeTimers|setSystemTime)\(/,
  /\bprocess\.(on|once|chdir|memoryUsage|getActiveResourcesInfo|hrtime)\b/,
  /\bprocess\.env\[[^\]]+\] = |\bdelete process\.env\b|\bperformance\.now\b/,
  /\bfakeBrowser\b|@own-process/,
]

/** Of files that have a DOM to themselves: each finds a new fake browser and an empty page (`fresh-page.ts`), so they may use both. */
const marksOfModules = [
  /\bvi\.(mock|doMock|hoisted|stub\w+|useFakeTimers|setSystemTime)\(/,
  /\.prototype\.\w+ = |\bObject\.defineProperty\((navigator|window|document|globalThis)\b/,
]

const marked = (files: string[], by: readonly RegExp[]): string[] =>
  files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => {
      const text = readFileSync(file, 'utf8')
      return by.some((mark) => mark.test(text))
    })

/** Those of the files that need a process of their own. The others may share one: what they import is then loaded once. */
export const inOwnProcess = (include: string[]): string[] => marked(globSync(include), marks)

/** The same of files with a DOM. */
export const inOwnDom = (include: string[]): string[] => marked(globSync(include), marksOfModules)
