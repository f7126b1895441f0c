import type { BatchItem, BatchItemState } from '../../shared/api.ts'
import { errorBody } from '../../shared/error-body.ts'
import { AppError } from '../../shared/errors.ts'
import type { ErrorBody } from '../../shared/errors.ts'
import type { ErrorCode } from '../../shared/locales/texts.ts'
import { texts } from '../../shared/locales/texts.ts'
import type { BatchItemRecord, HistoryRecord, NegativationRecord } from '../store/records.ts'
import { sendingOfState } from './item-state.ts'

/** What is known of an item now. */
export interface ItemFacts {
  state: BatchItemState
  /** The record that bears its key; null without one. */
  record: NegativationRecord | null
  /** Of that record, oldest first. */
  history: readonly HistoryRecord[]
  /** When the batch ended; null while it goes on. */
  batchEndedAt: string | null
}

/** The line of the history with which a record came to mean what it means now. */
const comingInto = (history: readonly HistoryRecord[], state: BatchItemState): HistoryRecord | null =>
  history.findLast(
    ({ from, to }) => sendingOfState(to) === state && (from === null ? null : sendingOfState(from)) !== state,
  ) ?? null

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(texts('pt-BR').errors, code)

/** The bureau's own code and words, else our text for what happened. */
const saidIn = ({ code, text }: HistoryRecord, otherwise: AppError): ErrorBody => {
  if (code !== null && isErrorCode(code)) {
    const known = texts('pt-BR').errors[code]
    return { code, text: text ?? known.text, hint: known.hint }
  }
  return errorBody(otherwise)
}

const problemOfRecord = (state: BatchItemState, line: HistoryRecord | null): ErrorBody | null => {
  const params = { code: line?.code ?? '', message: line?.text ?? '' }
  if (state === 'refused') {
    const refused = new AppError('inclusion-refused', { params })
    return line ? saidIn(line, refused) : errorBody(refused)
  }
  if (state === 'unknown') {
    const uncertain = new AppError('inclusion-uncertain')
    return line ? saidIn(line, uncertain) : errorBody(uncertain)
  }
  return state === 'failed' ? errorBody(new AppError('inclusion-absent')) : null
}

/** What decides about the item besides its own fields: its record, else its own end, else what its last try said. */
const outcomeOf = ({ end, problem }: BatchItemRecord, facts: ItemFacts) => {
  const { state, record, history, batchEndedAt } = facts
  if (record && sendingOfState(record.state)) {
    const line = comingInto(history, state)
    return {
      problem: problemOfRecord(state, line),
      changes: [],
      endedAt: state === 'sending' ? null : (line?.at ?? record.changedAt),
    }
  }
  if (end) return { problem: end.problem, changes: end.changes, endedAt: end.at }
  return { problem, changes: [], endedAt: state === 'waiting' ? null : batchEndedAt }
}

/** What a screen sees of an item. */
export const itemView = (item: BatchItemRecord, facts: ItemFacts): BatchItem => {
  const { asked, shown, end } = item
  const { state, record } = facts
  return {
    position: item.position,
    customer: { id: asked.customerId, code: item.code },
    name: item.name,
    document: item.document,
    service: shown?.service ?? null,
    invoices: (shown?.invoices ?? []).map(({ id, due, cents }) => ({ id, due, cents })),
    cents: shown?.totalCents ?? 0,
    address: shown?.debtor.address ?? null,
    shortened: item.shortened,
    reasons: item.reasons,
    state,
    ...outcomeOf(item, facts),
    negativationId: record?.id ?? end?.negativationId ?? null,
    protocol: record?.protocol ?? null,
  }
}
