import { AppError } from '../../shared/errors.ts'
import { texts } from '../../shared/locales/texts.ts'
import type { BatchRecord } from '../store/records.ts'

/** What is asked for means nothing in the state in which the batch is. */
export const batchStateError = ({ state }: Pick<BatchRecord, 'state'>): AppError =>
  new AppError('batch-state', { params: { state: texts('pt-BR').batch.states[state] } })
