import type { ErrorParams } from '../../shared/errors.ts'
import type { doctor } from '../../shared/locales/pt-br/doctor.ts'
import type { Facts } from './facts.ts'

export type State = 'ok' | 'warn' | 'fail' | 'unknown'
export type CheckName = keyof typeof doctor.checks
export type FindingName = keyof typeof doctor.findings

/** What a check found. The parameters are numbers and words of ours: never a name, a path or an address. */
export interface Finding {
  state: State
  finding: FindingName
  params?: ErrorParams
}

export type Check = (facts: Facts) => Finding

export const ok = (finding: FindingName, params?: ErrorParams): Finding => ({
  state: 'ok',
  finding,
  ...(params && { params }),
})
export const warn = (finding: FindingName, params?: ErrorParams): Finding => ({
  ...ok(finding, params),
  state: 'warn',
})
export const fail = (finding: FindingName, params?: ErrorParams): Finding => ({
  ...ok(finding, params),
  state: 'fail',
})
export const unknown = (finding: FindingName): Finding => ({ state: 'unknown', finding })
