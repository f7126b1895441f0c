/** The PEFIN operations on one debt, in the wire format that proxy/bureaus/connect/pefin.ts ASSUMES. */
import { parseDate } from '../../../../shared/calendar.ts'
import { parseApiMoney } from '../../../../shared/money.ts'
import { refusals } from '../refusal.ts'
import type { PefinBody } from './pefin-fault.ts'
import type { PefinBook, PefinOutcome } from './pefin-ledger.ts'
import type { PefinAddress, PefinState } from './pefin-record.ts'
import { isPresent } from './pefin-record.ts'
import { pefinRefusals } from './pefin-rules.ts'

export type DebtCall = 'include' | 'remove' | 'debtState'
type Fields = Readonly<Record<string, string>>

export const debtOperations: Readonly<Record<string, DebtCall>> = {
  incluir: 'include',
  excluir: 'remove',
  situacao: 'debtState',
}

const situations: Readonly<Record<PefinState, string>> = {
  received: 'recebido',
  letter: 'comunicado',
  active: 'ativo',
  returned: 'devolvido',
  removing: 'em_exclusao',
  removed: 'excluido',
  refused: 'recusado',
  expired: 'expirado',
}

const addressOf = ({ documento = '', contrato = '', credor = '', estatica }: Fields): PefinAddress => ({
  document: documento,
  contract: contrato,
  creditor: credor,
  environment: estatica === 'S' ? 'test' : 'production',
})

const echo = ({ documento = '', contrato = '', credor = '', estatica = '' }: Fields) => ({
  documento,
  contrato,
  credor,
  estatica,
})

const refusedBody = ({ code, text }: { code: string; text: string }): PefinBody => ({
  status: { mensagem: text, codigo: code },
})

const bodyOf = (outcome: PefinOutcome, fields: Fields, resultado: Record<string, string>): PefinBody =>
  outcome.kind === 'refused'
    ? refusedBody(outcome)
    : { status: { mensagem: 'Sucesso', protocolo: outcome.protocol }, entrada: echo(fields), resultado }

/** `79.90`: this platform takes reais with two decimals and nothing else (case G94). */
const reais = (text: string): number | null => (/^\d+\.\d{2}$/.test(text) ? parseApiMoney(text) : null)

const include = (fields: Fields, book: PefinBook, when: 'now' | 'late'): PefinBody => {
  const cents = reais(fields['valor'] ?? '')
  if (cents === null) return refusedBody(pefinRefusals.badValue)
  const outcome = book.include(
    {
      ...addressOf(fields),
      name: fields['nome'] ?? '',
      address: {
        street: fields['logradouro'] ?? '',
        number: fields['numero'] ?? '',
        complement: fields['complemento'] ?? '',
        district: fields['bairro'] ?? '',
        city: fields['cidade'] ?? '',
        state: fields['uf'] ?? '',
        zip: fields['cep'] ?? '',
      },
      cents,
      due: parseDate(fields['vencimento'] ?? '') ?? '',
      reason: fields['motivo'] ?? '',
    },
    when,
  )
  const reference = outcome.kind === 'accepted' ? outcome.reference : ''
  return bodyOf(outcome, fields, { registro: reference, situacao: 'recebido' })
}

const remove = (fields: Fields, book: PefinBook): PefinBody =>
  bodyOf(book.remove(addressOf(fields), fields['motivo'] ?? ''), fields, { situacao: 'em_exclusao' })

const debtState = (fields: Fields, book: PefinBook, protocolo: string): PefinBody => {
  if (!book.offersLookUp) return { status: { mensagem: refusals['bad-operation'] } }
  const status = { mensagem: 'Sucesso', protocolo }
  const sight = book.look(addressOf(fields))
  if (!sight) return { status, entrada: echo(fields), resultado: { situacao: 'inexistente' } }
  const { record, state, event } = sight
  const [whole, fraction] = [Math.floor(record.cents / 100), String(record.cents % 100).padStart(2, '0')]
  const facts = isPresent(state)
    ? {
        protocolo: record.protocol,
        registro: record.reference,
        valor: `${whole}.${fraction}`,
        vencimento: record.due.replace(/^(\d+)-(\d+)-(\d+)$/, '$3/$2/$1'),
      }
    : { codigo: event.code ?? '', texto: event.text ?? '' }
  return { status, entrada: echo(fields), resultado: { situacao: situations[state], ...facts } }
}

interface Question {
  call: DebtCall
  fields: Fields
  /** `late` books an inclusion without showing it. */
  when?: 'now' | 'late'
}

/** Works one call; the pair of the account was checked before. */
export const answerDebt = (
  { call, fields, when = 'now' }: Question,
  book: PefinBook,
  nextProtocol: () => string,
): PefinBody => {
  if (call === 'include') return include(fields, book, when)
  return call === 'remove' ? remove(fields, book) : debtState(fields, book, nextProtocol())
}
