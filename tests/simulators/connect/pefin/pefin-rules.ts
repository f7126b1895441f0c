/**
 * What the simulated bureau refuses. The limits are those of the PEFIN layouts, the smaller one where they differ; the codes and the
 * words are INVENTED for the simulator, as no table of them is public.
 */
import { addMonths, parseDate } from '../../../../shared/calendar.ts'
import type { CalendarDate } from '../../../../shared/calendar.ts'
import type { PefinInclusion } from './pefin-record.ts'

export interface PefinRefusal {
  code: string
  text: string
}

const refusal = (code: string, text: string): PefinRefusal => ({ code, text })

export const pefinRefusals = {
  duplicate: refusal('101', 'Contrato já existente para este credor'),
  smallValue: refusal('102', 'Valor inferior ao mínimo de R$ 10,00'),
  tooOld: refusal('103', 'Data de vencimento superior ao limite de 5 anos'),
  badReason: refusal('106', 'Motivo inválido'),
  notActive: refusal('107', 'Registro ainda não ativo: exclusão não permitida'),
  otherEnvironment: refusal('108', 'Operação não permitida: outro ambiente'),
  absent: refusal('109', 'Registro inexistente'),
  removed: refusal('110', 'Registro já excluído'),
  letters: refusal('111', 'Documento inválido: somente números'),
  future: refusal('112', 'Data de vencimento não pode ser futura'),
  badValue: refusal('113', 'Valor inválido'),
  badDate: refusal('114', 'Data de vencimento inválida'),
} as const satisfies Record<string, PefinRefusal>

export const tooLong = (field: string, limit: number): PefinRefusal =>
  refusal('104', `Campo ${field} excede ${limit} caracteres`)

export const missing = (field: string): PefinRefusal => refusal('105', `Campo ${field} obrigatório`)

/** What the bureau offers and where it stands in time. */
export interface PefinTerms {
  today: CalendarDate
  takesLetters: boolean
  reasons: readonly string[]
}

const under = (inclusion: PefinInclusion): PefinRefusal | null => {
  const { address } = inclusion
  const fields: [name: string, isFilled: boolean][] = [
    ['credor', inclusion.creditor !== ''],
    ['documento', inclusion.document !== ''],
    ['contrato', inclusion.contract !== ''],
    ['nome', inclusion.name !== ''],
    ['cep', /^\d{8}$/.test(address.zip)],
    ['logradouro', address.street !== ''],
    ['bairro', address.district !== ''],
    ['cidade', address.city !== ''],
    ['uf', /^[A-Z]{2}$/.test(address.state)],
  ]
  const empty = fields.find(([, isFilled]) => !isFilled)
  return empty ? missing(empty[0]) : null
}

const over = ({ name, contract, address }: PefinInclusion): PefinRefusal | null => {
  const lengths: [field: string, length: number, limit: number][] = [
    ['nome', name.length, 70],
    ['contrato', contract.length, 16],
    ['logradouro', address.street.length + address.number.length, 45],
    ['complemento', address.complement.length, 20],
    ['bairro', address.district.length, 20],
    ['cidade', address.city.length, 20],
  ]
  const long = lengths.find(([, length, limit]) => length > limit)
  return long ? tooLong(long[0], long[2]) : null
}

const months = 60

/** Why an inclusion is refused by what it holds, or null. */
export const refusalOfInclusion = (inclusion: PefinInclusion, terms: PefinTerms): PefinRefusal | null => {
  const { document, cents, reason } = inclusion
  const due = parseDate(inclusion.due)
  const wrong = under(inclusion) ?? over(inclusion)
  if (wrong) return wrong
  if (!terms.takesLetters && /[A-Z]/.test(document)) return pefinRefusals.letters
  if (!due) return pefinRefusals.badDate
  if (due > terms.today) return pefinRefusals.future
  if (addMonths(due, months) < terms.today) return pefinRefusals.tooOld
  if (cents < 10_00) return pefinRefusals.smallValue
  return terms.reasons.includes(reason) ? null : pefinRefusals.badReason
}
