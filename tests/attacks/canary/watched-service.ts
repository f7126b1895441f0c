import type { Terminal } from '../../../proxy/cli/terminal.ts'
import { createLog, whereThrown } from '../../../proxy/log/log.ts'
import type { Log } from '../../../proxy/log/log.ts'
import { asAppError } from '../../../shared/errors.ts'
import { watchText } from './watch.ts'

/** The log of a service in a test: written as the real one is, and searched. */
export const watchedLog: Log = createLog({ write: (line) => watchText('the log', line) })

/** What the service writes of a failure of its regular work. */
export const watchFailure = (thrown: unknown): void => {
  const error = asAppError(thrown)
  watchedLog('failed', { code: error.code, where: whereThrown(error.cause ?? error) })
  watchText('an error', JSON.stringify([error.message, error.params]))
}

/** The words of a refusal; the record beside them (what is registered already, the earlier query) is an answer that shows a person. */
const wordsOf = (body: string): string => {
  try {
    const { earlier: _earlier, details: _details, ...words } = JSON.parse(body) as Record<string, unknown>
    return JSON.stringify(words)
  } catch {
    return body
  }
}

/** Keeps a refusal to be searched; an answer that is meant to carry a document is left alone. */
export const watchAnswer = async (response: Response): Promise<Response> => {
  if (response.status >= 400) watchText('an error answer', wordsOf(await response.clone().text()))
  return response
}

/** A terminal whose every line is searched. */
export const watchedTerminal = (terminal: Terminal): Terminal => {
  const watched = (stream: 'print' | 'printError') => (line: string) => {
    watchText('the command line', line)
    terminal[stream](line)
  }
  return { ...terminal, print: watched('print'), printError: watched('printError') }
}

interface Answering {
  fetch(...request: never[]): Response | Promise<Response>
}

/** The service with every refusal searched, whether it is asked over a socket or not. */
export const watchAnswers = <App extends Answering>(app: App): App => {
  const fetch = app.fetch.bind(app) as App['fetch']
  app.fetch = async (...request) => watchAnswer(await fetch(...request))
  return app
}
