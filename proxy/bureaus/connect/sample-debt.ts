import { parseDate } from '../../../shared/calendar.ts'
import { parseCnpj, parseDocument } from '../../../shared/document.ts'
import { cents } from '../../../shared/money.ts'
import type { Call, Reply } from '../../net/request.ts'
import type { Inclusion } from '../bureau.ts'
import type { ConnectDeps } from './consult.ts'

/** For tests: a debt with a synthetic person, and the account's answer as a test wants it. */
export const inclusion: Inclusion = {
  creditor: parseCnpj('04.718.253/0001-56')!,
  document: parseDocument('731.640.258-07')!,
  contract: '700001-a1b2c3',
  environment: 'production',
  name: 'MARIA EXEMPLO DA SILVA',
  address: {
    street: 'RUA DAS ACÁCIAS',
    number: '120',
    complement: 'CASA 2',
    district: 'CENTRO',
    city: 'CIDADE MODELO',
    state: 'MG',
    zip: '35560000',
  },
  cents: cents(79_90),
  due: parseDate('2026-09-10')!,
  reasonCode: 'TI',
}

export const credentials = { login: 'provedor-pefin', password: 'pefin-456' }

/** Connect as one reply, whatever is asked; keeps what was asked. */
export const answering = (reply: Reply): ConnectDeps & { calls: Call[] } => {
  const calls: Call[] = []
  const request = async (call: Call): Promise<Reply> => {
    calls.push(call)
    return reply
  }
  return { request, calls, clock: () => 0, baseUrl: 'https://connect.example/mercurio/' }
}

export const page = (text: string, status = 200, retryAfter: string | null = null): Reply => ({
  kind: 'answer',
  status,
  text,
  retryAfter,
})

/** A `status` block and what else stands in an answer. */
export const said = (
  status: { mensagem: string; codigo?: string | number; protocolo?: string | number },
  rest: object = {},
): Reply => page(JSON.stringify({ status, ...rest }))

/** The echo of the sample debt. */
export const echo = {
  documento: inclusion.document,
  contrato: inclusion.contract,
  credor: inclusion.creditor,
  estatica: 'N',
}

/** What a call failed with; fails the test when it did not. */
export const failureOf = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    (value) => {
      throw new Error(`it succeeded: ${JSON.stringify(value)}`)
    },
    (thrown: unknown) => thrown,
  )
