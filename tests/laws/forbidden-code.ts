import { inFolder, isCode, isTest, matches } from './sources.ts'
import type { Law, Source } from './sources.ts'

const product = (source: Source): boolean =>
  inFolder('extension', 'proxy', 'shared')(source) && isCode(source) && !isTest(source)

/** Files that write HTML on purpose, each with its reason. */
export type HtmlExceptions = Readonly<Record<string, string>>

const htmlSink =
  /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|setHTMLUnsafe|createContextualFragment)\b|\bdocument\.write(?:ln)?\b/

/** Text of a page or of the bureau is never written as HTML by the extension. */
export const noHtmlSinks =
  (exceptions: HtmlExceptions = {}): Law =>
  (sources) => {
    const found = sources
      .filter((source) => inFolder('extension')(source) && product(source))
      .map((source) => ({ path: source.path, breaches: matches(source, htmlSink, 'use text or Preact') }))
    const stale = Object.keys(exceptions).filter(
      (path) => !found.some((source) => source.path === path && source.breaches.length > 0),
    )
    return [
      ...found.filter(({ path }) => !(path in exceptions)).flatMap(({ breaches }) => breaches),
      ...stale.map((path) => `${path} no longer needs its exception`),
    ]
  }

/** Deleting what is no digit destroys an alphanumeric CNPJ (case G22) and makes documents of garbage (case G23). */
export const noDigitCleaning: Law = (sources) =>
  sources
    .filter(product)
    .flatMap((source) => [
      ...matches(source, /\\D(?![a-z])/, 'never clean by deleting what is no digit'),
      ...matches(
        source,
        /\.replace(?:All)?\(\s*\/\[\^(?:0-9|\\d)\]/,
        'never clean by deleting what is no digit',
      ),
    ])

/** A day in a `Date` shifts with the zone of the machine (cases G77, G78); only a text with `Z` is an instant. */
export const noLocalTime: Law = (sources) =>
  sources
    .filter(product)
    .flatMap((source) => [
      ...matches(source, /\b(?:new Date|Date\.parse)\([^()]*(?<!Z)['"`]\s*\)/, 'a calendar day is text'),
      ...matches(
        source,
        /\.(?:get|set)(?:FullYear|Month|Date|Day|Hours|Minutes)\(|\.toLocale(?:Date|Time)String\(/,
        'the zone of the machine does not count',
      ),
    ])

/** A test waits for the event, never for a while. */
export const noSleepInTests: Law = (sources) =>
  sources
    .filter(isTest)
    .flatMap((source) => [
      ...matches(source, /['"](?:node:)?timers\/promises['"]/, 'wait for the event'),
      ...matches(source, /new Promise(?:<[^>]*>)?\([^{}]*setTimeout/, 'wait for the event'),
    ])

const undated = /\b(?:TODO|FIXME|HACK)\b(?!\s?\(?\d{4}-\d{2}-\d{2}\b).*/

/** What is left to do has a date: `TODO 2027-01-31: …`. */
export const datedTodos: Law = (sources) =>
  sources.filter(isCode).flatMap((source) =>
    source.text
      .split('\n')
      .map((line, index) => ({
        place: `${source.path}:${index + 1}`,
        comment: /(?:\/\/|\/?\*)(.*)$/.exec(line)?.[1] ?? '',
      }))
      .filter(({ comment }) => undated.test(comment))
      .map(({ place }) => `${place}: a date is missing`),
  )
