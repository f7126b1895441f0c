import { posix } from 'node:path'
import { inFolder, isCode, isTest, withoutComments } from './sources.ts'
import type { Law, Source } from './sources.ts'

const sendingFile = 'proxy/negativation/include.ts'
const actFile = 'proxy/negativation/person-act.ts'
/** The only files that may turn a request into a person's act: they run for a signed request of a paired browser and for nothing else. */
const actMakers = ['proxy/routes/negativations.ts', 'proxy/routes/batches.ts']

/** Where the program acts by itself: timers, retries, imports and the look after a restart. */
const programActs = (path: string): boolean =>
  path.startsWith('proxy/sweep/') ||
  path.startsWith('proxy/tasks/') ||
  // After a restore the program looks, adopts and clears; it includes nobody.
  path.startsWith('proxy/restored/') ||
  // A batch is given what sends, with the act of a person: none of its files can reach for either.
  path.startsWith('proxy/batch/') ||
  path === 'proxy/removal-services.ts' ||
  /^proxy\/negativation\/(runner|reconcile|recover|retry|removal|ledger|machine|old)[a-z-]*\.ts$/.test(path)

const valueImport =
  /\bimport\s+(?!type\b)(?:[^'"\n;]*?\bfrom\s*)?(['"])(\.[^'"\n]+)\1|\bexport\s+(?!type\b)[^'"\n;]*?\bfrom\s*(['"])(\.[^'"\n]+)\3|\bimport\s*\(\s*(['"])(\.[^'"\n]+)\5/g

/** The files that a file needs at run time; what is imported as a type is erased. */
const needs = ({ path, text }: Source): string[] =>
  [
    ...withoutComments(text)
      .replaceAll(/\{[^}]*\}/g, (names) => names.replaceAll('\n', ' '))
      .matchAll(valueImport),
  ]
    .map((found) => found[2] ?? found[4] ?? found[6] ?? '')
    .map((name) => posix.join(posix.dirname(path), name))

const reach = (from: string, graph: ReadonlyMap<string, string[]>): Map<string, string> => {
  const cameFrom = new Map([[from, '']])
  for (const path of cameFrom.keys())
    for (const next of graph.get(path) ?? []) if (!cameFrom.has(next)) cameFrom.set(next, path)
  return cameFrom
}

const wayTo = (target: string, cameFrom: ReadonlyMap<string, string>): string => {
  const way = [target]
  for (let at = cameFrom.get(target); at; at = cameFrom.get(at)) way.unshift(at)
  return way.join(' → ')
}

const ofProxy = (sources: readonly Source[]): Source[] =>
  sources.filter((source) => inFolder('proxy')(source) && isCode(source) && !isTest(source))

/** No module in which the program acts by itself needs, over any way, the sending of an inclusion or the making of a person's act. */
export const noTimerIncludes: Law = (sources) => {
  const proxy = ofProxy(sources)
  const graph = new Map(proxy.map((source) => [source.path, needs(source)]))
  return proxy
    .filter(({ path }) => programActs(path))
    .flatMap(({ path }) => {
      const cameFrom = reach(path, graph)
      return [sendingFile, actFile, ...actMakers]
        .filter((target) => cameFrom.has(target))
        .map((target) => wayTo(target, cameFrom))
    })
}

/** A person's act is made in the two routes that people press, and the bureau's inclusion is called in one file. */
export const onePersonActs: Law = (sources) => {
  const proxy = ofProxy(sources)
  const makers = proxy.filter((source) => needs(source).includes(actFile) && !actMakers.includes(source.path))
  const callers = proxy.filter(
    ({ path, text }) => path !== sendingFile && /\.include\(/.test(withoutComments(text)),
  )
  return [
    ...makers.map(({ path }) => `${path} can make a person's act`),
    ...callers.map(({ path }) => `${path} calls the bureau's inclusion`),
    ...[sendingFile, actFile, ...actMakers]
      .filter((path) => !proxy.some((source) => source.path === path))
      .map((path) => `${path} is missing: this law would guard nothing`),
  ]
}
