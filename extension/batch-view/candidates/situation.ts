import type { Candidate, EligibilityReason } from '../../../shared/api.ts'
import { isBlocking } from '../../confirm-view/selection.ts'

/**
 * `fit`: may be selected; `warned`: may be selected, with a warning; `registered`: nothing may be selected, and some of it is
 * registered already; `blocked`: nothing may be selected.
 */
export const situations = ['fit', 'warned', 'blocked', 'registered'] as const
export type Situation = (typeof situations)[number]

/** As many invoices as one record takes; those of the last 4 years and 11 months are one a month. */
export const mostInvoices = 60

type Invoice = Candidate['invoices'][number]

/** Whether an invoice by itself may be selected; warnings do not keep it from that. */
export const isFree = ({ isRegistered, reasons }: Invoice): boolean => !isRegistered && !isBlocking(reasons)

/** The invoices of a candidate that may be selected, the oldest first. */
export const selectableOf = ({ reasons, invoices }: Candidate): Invoice[] =>
  isBlocking(reasons) ? [] : invoices.filter(isFree).slice(0, mostInvoices)

const registered: EligibilityReason = {
  code: 'already-registered',
  level: 'block',
  written: false,
  params: {},
}

const saysRegistered = ({ code }: EligibilityReason): boolean => code === 'already-registered'

/** What speaks against an invoice; that it is registered is said once, however the service says it. */
export const invoiceReasons = ({ isRegistered, reasons }: Invoice): EligibilityReason[] =>
  isRegistered && !reasons.some(saysRegistered) ? [registered, ...reasons] : reasons

const rank = ({ level, written }: EligibilityReason): number => (level === 'block' ? 0 : written ? 1 : 2)

/** Each kind of reason once: those that block first, then those that want a written reason. */
export const distinctReasons = (reasons: readonly EligibilityReason[]): EligibilityReason[] => {
  if (reasons.length < 2) return [...reasons]
  const known = new Map<string, EligibilityReason>()
  for (const reason of reasons) {
    const same = known.get(reason.code)
    if (!same || rank(reason) < rank(same)) known.set(reason.code, reason)
  }
  return [...known.values()].toSorted((one, other) => rank(one) - rank(other))
}

export interface Standing {
  situation: Situation
  /** Of what may be selected; of everything where nothing may. */
  reasons: EligibilityReason[]
}

/** How a candidate stands, given what may be selected of it. */
export const standingOf = (candidate: Candidate, selectable: readonly Invoice[]): Standing => {
  const { invoices, reasons } = candidate
  if (selectable.length > 0) {
    const warnings = distinctReasons([...reasons, ...selectable.flatMap((one) => one.reasons)])
    return { situation: warnings.length > 0 ? 'warned' : 'fit', reasons: warnings }
  }
  const all = distinctReasons([...reasons, ...invoices.flatMap(invoiceReasons)])
  if (!invoices.some(({ isRegistered }) => isRegistered)) return { situation: 'blocked', reasons: all }
  return {
    situation: 'registered',
    reasons: [...all.filter(saysRegistered), ...all.filter((one) => !saysRegistered(one))],
  }
}
