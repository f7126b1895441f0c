import type { Browser, Page } from 'puppeteer-core'

interface RemoteValue {
  type: string
  value?: unknown
}

interface Context {
  context: string
  url: string
}

interface Answers {
  'script.callFunction': { result: RemoteValue; exceptionDetails?: { text: string } }
  'browsingContext.getTree': { contexts: Context[] }
  'browsingContext.close': object
  'browsingContext.navigate': object
}

/** What puppeteer keeps to itself: the connection that speaks WebDriver BiDi, and the id of a page's context. */
interface Hidden {
  connection: {
    send<Name extends keyof Answers>(name: Name, parameters: object): Promise<{ result: Answers[Name] }>
  }
  _id: string
}

/** The commands of WebDriver BiDi that puppeteer has no words for. */
export interface Bidi {
  contextOf(page: Page): string
  /** Calls a function, given as its source, in the world of a page's own scripts. Rejects with what it throws. */
  call(context: string, source: string, more?: object): Promise<RemoteValue>
  /** The tabs that are there now; puppeteer's own list keeps some that are gone. */
  contexts(wanted?: (context: Context) => boolean): Promise<Context[]>
  /**
   * Loads an address. Puppeteer's own `goto` never ends once Firefox has brought back a page that it kept: no load is reported for that
   * one, and puppeteer waits for it.
   */
  navigate(context: string, url: string, wait: 'none' | 'complete'): Promise<unknown>
  close(context: string): Promise<unknown>
  /** Asks until the answer is the wanted one, for ten seconds at most. */
  until<Answer>(ask: () => Promise<Answer>, isWanted: (answer: Answer) => boolean): Promise<Answer>
}

export const bidiOf = (browser: Browser): Bidi => {
  const { connection } = browser as unknown as Hidden
  return {
    contextOf: (page) => (page.mainFrame() as unknown as Hidden)._id,
    call: async (context, functionDeclaration, more) => {
      const { result } = await connection.send('script.callFunction', {
        functionDeclaration,
        awaitPromise: true,
        target: { context },
        ...more,
      })
      if (result.exceptionDetails) throw new Error(result.exceptionDetails.text)
      return result.result
    },
    contexts: async (wanted = () => true) =>
      (await connection.send('browsingContext.getTree', { maxDepth: 0 })).result.contexts.filter(wanted),
    navigate: (context, url, wait) => connection.send('browsingContext.navigate', { context, url, wait }),
    close: (context) => connection.send('browsingContext.close', { context }),
    until: async (ask, isWanted) => {
      let answer = await ask()
      for (const end = Date.now() + 10_000; Date.now() < end && !isWanted(answer);) answer = await ask()
      return answer
    },
  }
}
