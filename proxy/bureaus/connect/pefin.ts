/**
 * ASSUMED from start to end: Connect publishes no wire format for its PEFIN service. Modelled as a form POST to `ws_pefin/`, a sibling
 * of the confirmed `ws_consulta/`, with `operacao`, answering JSON in its manner. Nothing else may depend on this file's shapes.
 *
 * `incluir`, `excluir` and `situacao` name the debt by `documento`, `contrato`, `credor` and `estatica` (S in the test environment),
 * and a success echoes these under `entrada` beside `status.protocolo`. A refusal is a `status.mensagem` with a `status.codigo` of three
 * digits, as in the PEFIN file layout. Amounts are reais with a decimal point, dates are DD/MM/AAAA.
 */
import { z } from 'zod'
import type { CredentialPair } from '../../../shared/api.ts'
import { formatDate, parseDate } from '../../../shared/calendar.ts'
import type { CalendarDate } from '../../../shared/calendar.ts'
import { parseDocument, personType } from '../../../shared/document.ts'
import type { Cnpj } from '../../../shared/document.ts'
import { AppError } from '../../../shared/errors.ts'
import { parseApiMoney, wireMoney } from '../../../shared/money.ts'
import type { Cents, MoneyUnit } from '../../../shared/money.ts'
import type { Reply } from '../../net/request.ts'
import type { Credentials, DebtAddress, DebtState, Inclusion, Removal } from '../bureau.ts'
import type { ConnectDeps } from './consult.ts'
import { covered } from './covered.ts'
import { pairName } from './pair-name.ts'
import { refusalIn } from './refusals.ts'
import { textOf } from './transport.ts'

const timeoutMs = 60_000
/** Longer, because what comes late spares a look-up and a person's doubt. */
const inclusionTimeoutMs = 180_000

/** The unit and the way of writing days are this connector's own, and stand only here (case G94). */
const moneyUnit: MoneyUnit = 'reais'
const wireCents = (cents: Cents): string => wireMoney(cents, moneyUnit)
const wireDay = (date: CalendarDate): string => formatDate(date)

type Form = Readonly<Record<string, string>>

const addressForm = ({ document, contract, creditor, environment }: DebtAddress): Form => ({
  documento: document,
  tipodocumento: personType(document),
  contrato: contract,
  credor: creditor,
  estatica: environment === 'test' ? 'S' : 'N',
})

export const inclusionForm = (inclusion: Inclusion): Form => ({
  operacao: 'incluir',
  ...addressForm(inclusion),
  nome: inclusion.name,
  cep: inclusion.address.zip,
  logradouro: inclusion.address.street,
  numero: inclusion.address.number,
  complemento: inclusion.address.complement,
  bairro: inclusion.address.district,
  cidade: inclusion.address.city,
  uf: inclusion.address.state,
  valor: wireCents(inclusion.cents),
  vencimento: wireDay(inclusion.due),
  motivo: inclusion.reasonCode,
})

export const removalForm = (removal: Removal): Form => ({
  operacao: 'excluir',
  ...addressForm(removal),
  ...(removal.reference !== null && { registro: removal.reference }),
  motivo: removal.reasonCode,
})

export const debtForm = (debt: DebtAddress): Form => ({ operacao: 'situacao', ...addressForm(debt) })

/** Makes the one request of an operation. */
export const postPefin = (
  { request, baseUrl }: ConnectDeps,
  { login, password }: Credentials,
  form: Form,
  signal?: AbortSignal,
): Promise<Reply> =>
  request({
    method: 'POST',
    url: new URL('ws_pefin/', baseUrl).href,
    form: { login, password, ...form },
    timeoutMs: form['operacao'] === 'incluir' ? inclusionTimeoutMs : timeoutMs,
    ...(signal && { signal }),
  })

const wireText = z.union([z.string(), z.number().transform(String)]).transform((text) => text.trim())
const optionalText = wireText.nullish().transform((text) => text || null)

const wireAnswer = z.looseObject({
  status: z.looseObject({ mensagem: z.string(), codigo: optionalText, protocolo: optionalText }),
  entrada: z
    .looseObject({ documento: wireText, contrato: wireText, credor: optionalText, estatica: optionalText })
    .nullish()
    .catch(null),
  resultado: z.record(z.string(), z.unknown()).nullish().catch(null),
})

const wireResult = z.looseObject({
  situacao: z.string(),
  protocolo: optionalText,
  registro: optionalText,
  codigo: optionalText,
  texto: optionalText,
  valor: z
    .union([z.string(), z.number()])
    .nullish()
    .transform((value) => (value === null || value === undefined ? null : parseApiMoney(value))),
  vencimento: z
    .string()
    .nullish()
    .transform((text) => parseDate(text ?? '')),
})

/** An answer of PEFIN in our own words. */
export interface PefinAnswer {
  isSuccess: boolean
  message: string
  code: string | null
  protocol: string | null
  /** The platform's own number of the record. */
  reference: string | null
  /** Whether it names the very debt: document and contract, and creditor and environment where they stand there. */
  isAbout(debt: DebtAddress): boolean
  /** Null when the answer tells no state that we know. */
  debtState: DebtState | null
}

const presentStates = {
  recebido: 'received',
  comunicado: 'letter',
  ativo: 'active',
  devolvido: 'returned',
  em_exclusao: 'removing',
} as const
const endedStates = { recusado: 'refused', excluido: 'removed', expirado: 'expired' } as const

const isNameIn = <Names extends object>(name: string, names: Names): name is Extract<keyof Names, string> =>
  Object.hasOwn(names, name)

const stateIn = (result: z.infer<typeof wireResult>): DebtState | null => {
  const { situacao, protocolo, registro, codigo, texto, valor, vencimento } = result
  if (situacao === 'inexistente') return { kind: 'absent' }
  if (isNameIn(situacao, endedStates))
    return { kind: 'ended', state: endedStates[situacao], code: codigo, text: covered(texto ?? '', 300) }
  if (!isNameIn(situacao, presentStates) || valor === null || !vencimento) return null
  const state = presentStates[situacao]
  return { kind: 'present', state, protocol: protocolo, reference: registro, cents: valor, due: vencimento }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** What an answer's text says, or null when it is none of PEFIN's answers. */
export const decodePefin = (text: string): PefinAnswer | null => {
  const answer = wireAnswer.safeParse(parsed(text))
  if (!answer.success) return null
  const { status, entrada, resultado } = answer.data
  const result = wireResult.safeParse(resultado)
  return {
    isSuccess: status.mensagem === 'Sucesso',
    message: status.mensagem,
    code: status.codigo,
    protocol: status.protocolo,
    reference: result.success ? result.data.registro : null,
    isAbout: ({ document, contract, creditor, environment }) =>
      !!entrada &&
      parseDocument(entrada.documento) === document &&
      entrada.contrato === contract &&
      (entrada.credor === null || parseDocument(entrada.credor) === creditor) &&
      (entrada.estatica === null || entrada.estatica === (environment === 'test' ? 'S' : 'N')),
    debtState: result.success ? stateIn(result.data) : null,
  }
}

const statusOf = z.looseObject({ status: z.looseObject({ mensagem: z.string() }) })

interface PefinCall {
  operation: 'produtos' | 'testar'
  pair: CredentialPair
  credentials: Credentials
}

/** The JSON of a successful `produtos` or `testar`. @throws AppError */
export const askPefin = async (
  deps: ConnectDeps,
  { operation, pair, credentials }: PefinCall,
): Promise<object> => {
  const reply = await postPefin(deps, credentials, { operacao: operation })
  const text = textOf(reply, { now: deps.clock(), silence: 'connect-no-reply', pair: pairName[pair] })
  const answer = statusOf.safeParse(parsed(text))
  if (answer.success && answer.data.status.mensagem === 'Sucesso') return answer.data
  // A test or a list names no document: only the pair can be refused.
  const message = answer.success ? answer.data.status.mensagem : text
  const refusal = refusalIn(message, { document: '' as Cnpj, product: '', pair: pairName[pair] })
  if (refusal?.code === 'connect-credentials-refused') throw refusal
  throw new AppError(operation === 'produtos' ? 'connect-products-unreadable' : 'connect-error-page')
}
