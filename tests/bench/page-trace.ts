import type { Page } from 'playwright-core'

interface TraceEvent {
  name: string
  pid: number
  tid: number
  /** Microseconds: when it began and how long it took, and how long by the clock of the thread itself. */
  ts: number
  dur?: number
  tdur?: number
  args?: { name?: string; data?: { url?: string } }
}

interface TraceChunk {
  value: TraceEvent[]
}

/** What a page's main thread did, in milliseconds of that thread: a busy machine does not lengthen them. */
export interface PageTrace {
  all: number
  longest: number
  /** What extensions' content scripts did of it, everything that they made the browser do at once included. */
  ofExtensions: number
  /** The most of one task that was theirs. */
  longestOfExtensions: number
}

const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata']

const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}/${tid}`
const isOfExtension = ({ name, args }: TraceEvent): boolean =>
  name === 'FunctionCall' && (args?.data?.url?.startsWith('chrome-extension://') ?? false)
const endOf = ({ ts, dur = 0 }: TraceEvent): number => ts + dur
const threadTime = (events: readonly TraceEvent[]): number =>
  events.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000

/** Those that lie in none of the same kind. */
const outermost = (events: readonly TraceEvent[]): TraceEvent[] => {
  let end = -Infinity
  return events
    .toSorted((one, other) => one.ts - other.ts)
    .filter((event) => {
      const isOuter = event.ts >= end
      if (isOuter) end = endOf(event)
      return isOuter
    })
}

const busiestMainThread = (events: readonly TraceEvent[]): string | undefined => {
  const main = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  )
  const tasks = events.filter((event) => event.name === 'RunTask' && main.has(threadOf(event)))
  const byThread = [...Map.groupBy(tasks, threadOf)]
  return byThread.toSorted(([, one], [, other]) => threadTime(other) - threadTime(one))[0]?.[0]
}

const read = (events: readonly TraceEvent[]): PageTrace => {
  const thread = busiestMainThread(events)
  const here = events.filter((event) => threadOf(event) === thread)
  const tasks = outermost(here.filter(({ name }) => name === 'RunTask'))
  if (tasks.length === 0) throw new Error('the trace holds no task of the page')
  const ofExtensions = outermost(here.filter(isOfExtension))
  const shares = tasks.map((task) =>
    threadTime(ofExtensions.filter(({ ts }) => ts >= task.ts && ts < endOf(task))),
  )
  return {
    all: threadTime(tasks),
    longest: Math.max(...tasks.map((task) => threadTime([task]))),
    ofExtensions: threadTime(ofExtensions),
    longestOfExtensions: Math.max(...shares),
  }
}

/** Records what the page in front does while something runs; from the browser's own trace. */
export const tracePage = async (page: Page, run: () => Promise<unknown>): Promise<PageTrace> => {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', (chunk) => events.push(...(chunk as unknown as TraceChunk).value))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories },
  })
  await run()
  const complete = new Promise((resolve) => {
    session.once('Tracing.tracingComplete', resolve)
  })
  await session.send('Tracing.end')
  await complete
  await session.detach()
  return read(events)
}
