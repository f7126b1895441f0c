/**
 * `ws_consulta/`. Confirmed from client code: the form's fields, `estatica=S` for a simulated answer that is never billed.
 * INFERRED: `tiporesposta=H` answers HTML.
 */
import type { Clock } from '../../../shared/clock.ts'
import { personType } from '../../../shared/document.ts'
import type { Request } from '../../net/request.ts'
import type { BureauAnswer, Credentials, Question } from '../bureau.ts'
import { classify } from './classify.ts'
import { pairName } from './pair-name.ts'
import { textOf } from './transport.ts'

/** Long, because an answer that comes late is paid for all the same; nobody waits on the line for it (case G57: 310 s). */
const timeoutMs = 600_000

export interface ConnectDeps {
  request: Request
  clock: Clock
  /** Ends with a slash. */
  baseUrl: string
}

/** Asks once; a real query is billed. @throws AppError, see `classify` and `textOf` */
export const consult = async (
  { request, clock, baseUrl }: ConnectDeps,
  credentials: Credentials,
  question: Question,
): Promise<BureauAnswer> => {
  const { document, product, environment, answerFormat, signal } = question
  const reply = await request({
    method: 'POST',
    url: new URL('ws_consulta/', baseUrl).href,
    form: {
      login: credentials.login,
      password: credentials.password,
      consulta: product,
      tipodocumento: personType(document),
      documento: document,
      estatica: environment === 'test' ? 'S' : 'N',
      tiporesposta: answerFormat === 'html' ? 'H' : 'J',
    },
    timeoutMs,
    ...(signal && { signal }),
  })
  const silence = environment === 'test' ? 'connect-no-reply' : 'query-uncertain'
  const text = textOf(reply, { now: clock(), silence, pair: pairName.query })
  return classify(text, { document, product, pair: pairName.query })
}
