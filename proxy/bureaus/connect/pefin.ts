/**
 * ASSUMED from start to end: Connect publishes no wire format for its PEFIN service. Modelled as a form POST to `ws_pefin/`, a sibling
 * of the confirmed `ws_consulta/`, with `operacao`, answering JSON in its manner. Nothing else may depend on this file's shapes.
 */
import { z } from 'zod'
import type { CredentialPair } from '../../../shared/api.ts'
import type { Cnpj } from '../../../shared/document.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Credentials } from '../bureau.ts'
import type { ConnectDeps } from './consult.ts'
import { pairName } from './pair-name.ts'
import { refusalIn } from './refusals.ts'
import { textOf } from './transport.ts'

const timeoutMs = 60_000

const statusOf = z.looseObject({ status: z.looseObject({ mensagem: z.string() }) })

interface PefinCall {
  operation: 'produtos' | 'testar'
  pair: CredentialPair
  credentials: Credentials
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The JSON of a successful answer. @throws AppError */
export const askPefin = async (
  deps: ConnectDeps,
  { operation, pair, credentials }: PefinCall,
): Promise<object> => {
  const reply = await deps.request({
    method: 'POST',
    url: new URL('ws_pefin/', deps.baseUrl).href,
    form: { login: credentials.login, password: credentials.password, operacao: operation },
    timeoutMs,
  })
  const text = textOf(reply, { now: deps.clock(), silence: 'connect-no-reply', pair: pairName[pair] })
  const answer = statusOf.safeParse(parsed(text))
  if (answer.success && answer.data.status.mensagem === 'Sucesso') return answer.data
  // A test or a list names no document: only the pair can be refused.
  const message = answer.success ? answer.data.status.mensagem : text
  const refusal = refusalIn(message, { document: '' as Cnpj, product: '', pair: pairName[pair] })
  if (refusal?.code === 'connect-credentials-refused') throw refusal
  throw new AppError(operation === 'produtos' ? 'connect-products-unreadable' : 'connect-error-page')
}
