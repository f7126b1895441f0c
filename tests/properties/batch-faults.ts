import type { BatchSurroundings } from './batch-life.ts'
import { AppError } from '../../shared/errors.ts'
import type { Erp } from '../../proxy/erps/erp.ts'
import type { FakeBureau, FakeBureauFault } from '../fakes/bureau.ts'

/** Whatever a bureau does to an inclusion, and to a look. */
export const inclusionFaults: readonly FakeBureauFault[] = [
  { kind: 'not-sent' },
  { kind: 'lost-before' },
  { kind: 'accept-then-lose' },
  { kind: 'cut' },
  { kind: 'status', status: 500, isDone: false },
  { kind: 'status', status: 502, isDone: true },
  { kind: 'status', status: 401, isDone: false },
  { kind: 'rate-limit', retryAfter: '0.3' },
  { kind: 'rate-limit', retryAfter: 'abc' },
  { kind: 'rate-limit', retryAfter: '3600' },
  { kind: 'refuse', code: '104', text: 'CEP inválido' },
  { kind: 'refuse', code: '', text: 'Saldo insuficiente' },
  { kind: 'renamed-success', text: 'Operação concluída' },
  { kind: 'without-protocol' },
  { kind: 'page-after-commit' },
]
export const lookFaults: readonly FakeBureauFault[] = [
  { kind: 'not-sent' },
  { kind: 'lost-before' },
  { kind: 'status', status: 503, isDone: false },
  { kind: 'status', status: 401, isDone: false },
  { kind: 'rate-limit', retryAfter: '2' },
]
export const erpFaults: readonly AppError[] = [
  new AppError('erp-unreachable', { retry: 'safe' }),
  new AppError('erp-down', { params: { status: 502 }, retry: 'safe' }),
  new AppError('erp-unreadable', { retry: 'safe' }),
  new AppError('erp-credentials-refused'),
  new AppError('erp-rate', { params: { seconds: 2 }, retry: 'safe' }),
]

/** Numbers from 0 to 1, without 1; the same for the same seed (mulberry32). */
export const dice = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Both platforms, with a fault in this share of the calls of each kind, any of them alike. */
export const faultyPlatforms = (
  { erp, bureau }: { erp: Erp; bureau: FakeBureau },
  share: number,
  roll: () => number,
): Pick<BatchSurroundings, 'erp' | 'bureau'> => {
  const fault = <Fault>(faults: readonly Fault[]): Fault | undefined =>
    roll() < share ? faults[Math.floor(roll() * faults.length)] : undefined
  const trip = (): void => {
    const error = fault(erpFaults)
    if (error) throw error
  }
  return {
    erp: {
      ...erp,
      customer: async (...asked) => {
        trip()
        return erp.customer(...asked)
      },
      customersOf: async (...asked) => {
        trip()
        return erp.customersOf(...asked)
      },
      invoices: async (...asked) => {
        trip()
        return erp.invoices(...asked)
      },
    },
    bureau: {
      include: (...call) => {
        const met = fault(inclusionFaults)
        if (met) bureau.faults.set('include', met)
        return bureau.include(...call)
      },
      debtState: (...call) => {
        const met = fault(lookFaults)
        if (met) bureau.faults.set('debtState', met)
        return bureau.debtState(...call)
      },
    },
  }
}
