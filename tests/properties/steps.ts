import { array, boolean, constantFrom, integer, nat, oneof, option, record, tuple } from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { FakeBureauFault } from '../fakes/bureau.ts'

/** What is not a fault of the platform but happens to a debt at the ERP. */
export const erpActs = [
  'pay',
  'undo',
  'partly',
  'cancel',
  'erase',
  'renegotiate',
  'pay-instalment',
  'write-off',
] as const
/** What happens to a record at the bureau by other hands. */
export const bureauActs = ['returned', 'refused-later', 'elsewhere'] as const
export const erpFailures = ['erp-unreachable', 'erp-unreadable', 'erp-filter-ignored', 'erp-down'] as const

/** One thing that happens. Numbers choose among what is there, so that a shorter sequence still means something. */
export type Step =
  | { do: 'confirm'; debt: number; twice: boolean; fault: FakeBureauFault | null }
  | { do: 'erp'; act: (typeof erpActs)[number]; debt: number }
  | { do: 'bureau'; act: (typeof bureauActs)[number]; debt: number }
  | { do: 'fault'; call: 'include' | 'remove' | 'debtState'; fault: FakeBureauFault; times: number }
  | { do: 'slow'; call: 'include' | 'remove' | 'debtState'; minutes: number }
  | { do: 'erp-failure'; code: (typeof erpFailures)[number] | null }
  | { do: 'heal' }
  | { do: 'jump'; hours: number }
  | { do: 'restart'; depth: number }
  | { do: 'pause'; isPaused: boolean }
  | { do: 'lookup'; isOffered: boolean }
  | { do: 'person-removes'; debt: number }
  | { do: 'resolve'; task: number; choice: number }
  | { do: 'wait'; minutes: number }

const anyCall = constantFrom('include' as const, 'remove' as const, 'debtState' as const)

const faults: FakeBureauFault[] = [
  { kind: 'not-sent' },
  { kind: 'lost-before' },
  { kind: 'accept-then-lose' },
  { kind: 'cut' },
  { kind: 'status', status: 500, isDone: true },
  { kind: 'status', status: 503, isDone: false },
  { kind: 'rate-limit', retryAfter: '120' },
  { kind: 'refuse', code: '999', text: 'Recusado pela simulação' },
  { kind: 'page-after-commit' },
  { kind: 'without-protocol' },
  { kind: 'other-echo' },
  { kind: 'renamed-success' },
  { kind: 'late-commit', end: 'reset' },
]
const fault = constantFrom(...faults)

const debt = nat(3)
const is = <Name extends Step['do']>(name: Name) => constantFrom(name)

const confirm = record({
  do: is('confirm'),
  debt,
  twice: boolean(),
  fault: option(fault, { freq: 2 }),
})

const step: Arbitrary<Step> = oneof(
  { weight: 6, arbitrary: confirm },
  { weight: 6, arbitrary: record({ do: is('erp'), act: constantFrom(...erpActs), debt }) },
  { weight: 5, arbitrary: record({ do: is('erp'), act: constantFrom('pay' as const), debt }) },
  { weight: 1, arbitrary: record({ do: is('bureau'), act: constantFrom(...bureauActs), debt }) },
  {
    weight: 5,
    arbitrary: record({ do: is('fault'), call: anyCall, fault, times: integer({ min: 1, max: 4 }) }),
  },
  { weight: 1, arbitrary: record({ do: is('slow'), call: anyCall, minutes: integer({ min: 1, max: 20 }) }) },
  {
    weight: 2,
    arbitrary: record({ do: is('erp-failure'), code: constantFrom(...erpFailures, null) }),
  },
  { weight: 1, arbitrary: record({ do: is('heal') }) },
  { weight: 1, arbitrary: record({ do: is('jump'), hours: constantFrom(9, -2, 1, -1) }) },
  { weight: 3, arbitrary: record({ do: is('restart'), depth: nat(60) }) },
  { weight: 1, arbitrary: record({ do: is('pause'), isPaused: boolean() }) },
  { weight: 1, arbitrary: record({ do: is('lookup'), isOffered: boolean() }) },
  { weight: 1, arbitrary: record({ do: is('person-removes'), debt }) },
  { weight: 2, arbitrary: record({ do: is('resolve'), task: nat(5), choice: nat(3) }) },
  { weight: 6, arbitrary: record({ do: is('wait'), minutes: constantFrom(0, 1, 5, 15, 40, 120) }) },
)

/** How the bureau of one run is. */
export interface Temper {
  isDaily: boolean
  removesBeforeActive: boolean
  forgetsEnded: boolean
  refusesDuplicates: boolean
}

export const temper: Arbitrary<Temper> = record({
  isDaily: boolean(),
  removesBeforeActive: boolean(),
  forgetsEnded: boolean(),
  refusesDuplicates: boolean(),
})

/** A life of the service: somebody registers something, and then anything happens. */
export const life: Arbitrary<Step[]> = tuple(
  array(confirm, { maxLength: 5, size: 'max' }),
  array(step, { maxLength: 30, size: 'max' }),
).map(([first, rest]) => [...first, ...rest])
