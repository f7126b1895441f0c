import type { AppError } from '../../shared/errors.ts'
import { asAppError } from '../../shared/errors.ts'
import type { ErrorCode } from '../../shared/locales/texts.ts'
import type { DebtReading } from '../negativation/draft.ts'
import type { BatchItemRecord } from '../store/records.ts'
import type { ItemPlace } from './read-item.ts'
import { readItem, unreadItem } from './read-item.ts'

export interface ReadingDeps {
  read: (place: ItemPlace) => Promise<DebtReading>
  /** Resolves after so many milliseconds, or as soon as the signal is given. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>
}

/** What was read of everybody. */
export interface WholeReading {
  /** In the order of the selection. */
  items: BatchItemRecord[]
  /** Why it ended early. */
  problem: AppError | null
}

/** So many are read at once; the ERP's desks work at the same time. */
const atOnce = 4
/** After so many failures in a row the ERP is not asked any more. */
const mostFailures = 5
/** Longer than this is no pause any more; seconds. */
const longestWait = 300

/** What the ERP says about one customer is no failure of the ERP. */
const aboutOne: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['erp-customer-unknown'])
/** Asking once more could lock the user out, or make the pause longer. */
const hopeless: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['erp-credentials-refused', 'erp-rate'])

const waitOf = ({ code, params }: AppError): number | null => {
  const seconds = Number(params['seconds'])
  return code === 'erp-rate' && seconds <= longestWait ? seconds : null
}

/**
 * Reads every place, a few at once, and goes on after a pause that the ERP asks for (case G86). A failure concerns one item; five in a
 * row, or a refused user, end the reading, and those not read stay so. Never rejects.
 * @param onRead told after each
 * @param signal ends it; what was not read then stays so
 */
export const readEverybody = async (
  places: readonly ItemPlace[],
  { read, wait }: ReadingDeps,
  onRead: () => void,
  signal: AbortSignal,
): Promise<WholeReading> => {
  const items = places.map((place) => unreadItem(place, null))
  let next = 0
  let failures = 0
  let problem: AppError | null = null
  let pause: Promise<void> | null = null

  const isOver = (): boolean => problem !== null || signal.aborted
  const note = (error: AppError): void => {
    if (aboutOne.has(error.code)) return
    failures += 1
    if (failures >= mostFailures || hopeless.has(error.code)) problem = error
  }

  /** The item, or null when it has to be asked for again. */
  const attempt = async (place: ItemPlace): Promise<BatchItemRecord | null> => {
    try {
      const item = readItem(place, await read(place))
      failures = 0
      return item
    } catch (thrown) {
      const error = asAppError(thrown)
      const seconds = waitOf(error)
      if (seconds === null) {
        note(error)
        return unreadItem(place, error)
      }
      // All of them wait for the same pause.
      pause ??= wait(seconds * 1000, signal).finally(() => void (pause = null))
      return null
    }
  }

  const work = async (): Promise<void> => {
    while (next < places.length && !isOver()) {
      const index = next
      next += 1
      let item: BatchItemRecord | null = null
      while (item === null && !isOver()) {
        await pause
        if (!isOver()) item = await attempt(places[index]!)
      }
      if (item === null) return
      items[index] = item
      onRead()
    }
  }

  await Promise.all(Array.from({ length: atOnce }, work))
  return { items, problem }
}
