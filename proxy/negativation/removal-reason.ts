import type { ReasonView, RemovalCause, TaskKind } from '../../shared/api.ts'
import type { Store } from '../store/store.ts'

interface Wanted {
  /** Serasa's own codes, the best first. */
  codes: readonly string[]
  /** For a platform with its own numbers. */
  words: RegExp
  text: string
}

const byPayment: Wanted = { codes: ['01', '20'], words: /pagamento|quita/i, text: 'Pagamento da dívida' }
const byAgreement: Wanted = {
  codes: ['19', '02', '43'],
  words: /renegocia|acordo/i,
  text: 'Renegociação por acordo',
}
const byCancelling: Wanted = {
  codes: ['03', '13'],
  words: /solicita|cancela|não identificado/i,
  text: 'Por solicitação do cliente',
}
const byReturnedLetter: Wanted = {
  codes: ['17'],
  words: /devolvid|correio/i,
  text: 'Comunicado devolvido do correio',
}

const ofCause: Readonly<Record<RemovalCause, Wanted>> = {
  paid: byPayment,
  renegotiated: byAgreement,
  'invoice-cancelled': byCancelling,
  person: byCancelling,
}

const ofTask: Partial<Record<TaskKind, Wanted>> = {
  'letter-returned': byReturnedLetter,
  renegotiated: byAgreement,
  'payment-undone': byPayment,
  'partial-payment': byPayment,
  'written-off': byPayment,
}

const sameCode = (one: string, other: string): boolean =>
  one === other || one.padStart(2, '0') === other.padStart(2, '0')

/**
 * The best of the platform's reasons: by Serasa's code, else by its words, else the first. With none left after a synchronisation
 * Serasa's own code is sent all the same: a missing list keeps no name listed.
 */
const choose = (reasons: readonly ReasonView[], { codes, words, text }: Wanted): ReasonView =>
  codes.flatMap((code) => reasons.filter((reason) => sameCode(reason.code, code)))[0] ??
  reasons.find((reason) => words.test(reason.text)) ??
  reasons[0] ?? { code: codes[0] ?? '01', text }

/** The Motivo Baixa that the program sends for a cause. */
export const removalReason = (reasons: readonly ReasonView[], cause: RemovalCause): ReasonView =>
  choose(reasons, ofCause[cause])

/** The Motivo Baixa that a task proposes. */
export const proposedReason = (reasons: readonly ReasonView[], kind: TaskKind): ReasonView =>
  choose(reasons, ofTask[kind] ?? byCancelling)

/** The reason with this code; null when the integration has none. `1` and `01` are the same. */
export const reasonByCode = (reasons: readonly ReasonView[], code: string): ReasonView | null =>
  reasons.find((reason) => sameCode(reason.code, code)) ?? null

/** Motivo Baixa of an integration as synchronised last; empty when it is gone. */
export const removalReasonsOf = async (store: Store, integrationId: string): Promise<ReasonView[]> => {
  const [integration] = await store.query('integrations', { id: integrationId })
  return (integration?.products ?? [])
    .filter((product) => product.kind === 'removal-reason')
    .flatMap((product) => product.reasons)
}
