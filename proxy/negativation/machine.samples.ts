import type { NegativationState, RemovalCause } from '../../shared/api.ts'
import { parseDate } from '../../shared/calendar.ts'
import type { CalendarDate } from '../../shared/calendar.ts'
import { parseCnpj, parseDocument } from '../../shared/document.ts'
import { errorBody } from '../../shared/error-body.ts'
import { AppError } from '../../shared/errors.ts'
import { cents } from '../../shared/money.ts'
import type { DebtState } from '../bureaus/bureau.ts'
import type { NegativationRecord, RemovalRecord } from '../store/records.ts'
import type { AbsenceRules, MachineEvent, RemovalWish } from './event.ts'

/** Records, answers and events for the machine's tests. */

export const day = (text: string): CalendarDate => parseDate(text)!

export const minute = 60_000
export const hour = 60 * minute
export const rules: AbsenceRules = { reads: 2, spacing: 30 * minute, settle: 24 * hour }
export const lag = 26 * hour

const start = Date.parse('2026-11-20T12:00:00.000Z')
/** An instant so long after the sample was sent. */
export const after = (milliseconds: number): string => new Date(start + milliseconds).toISOString()

export const reason = { code: '01', text: 'Pagamento da dívida' }

export const removalOf = (fields: Partial<RemovalRecord> = {}): RemovalRecord => ({
  cause: 'paid',
  reason,
  requestedAt: after(hour),
  requestedBy: 'Nada Consta',
  clockFrom: day('2026-11-20'),
  deadline: day('2026-11-27'),
  attempts: 0,
  nextAt: null,
  absentReads: 0,
  lastReadAt: null,
  acceptedAt: null,
  problem: null,
  isHeld: false,
  ...fields,
})

const bare: NegativationRecord = {
  id: 'n1',
  key: 'k1',
  state: 'draft',
  version: 3,
  environment: 'production',
  integrationId: 'i1',
  integration: 'Matriz',
  creditor: parseCnpj('04.718.253/0001-56')!,
  erpId: 'e1',
  customer: { id: '11943', code: '1162' },
  debtor: {
    name: 'MARIA EXEMPLO',
    document: parseDocument('731.640.258-07')!,
    birth: null,
    address: {
      street: 'RUA A',
      number: '1',
      complement: '',
      district: '',
      city: 'C',
      state: 'MG',
      zip: '38400100',
    },
  },
  service: null,
  contract: '62636-7KQ2ZB',
  invoices: [
    {
      id: '62636',
      due: day('2026-07-10'),
      cents: 79_90,
      description: 'Plano',
      fact: 'open',
      payment: null,
      checkedAt: null,
    },
  ],
  totalCents: cents(79_90),
  due: day('2026-07-10'),
  reason: { code: 'TI', text: 'Serviço de dados' },
  createdAt: after(-hour),
  createdBy: 'Ana',
  changedAt: after(-hour),
  seal: 's1',
  confirmKey: null,
  sentAt: null,
  protocol: null,
  reference: null,
  bureauState: null,
  absentReads: 0,
  nextLookAt: null,
  lookedAt: null,
  removal: null,
}

const underRemoval: ReadonlySet<NegativationState> = new Set(['removal-requested', 'removing', 'verifying'])
const numbered: ReadonlySet<NegativationState> = new Set(['sent', 'active', 'removed', ...underRemoval])

/** A record as it usually is in a state. */
export const recordIn = (
  state: NegativationState,
  fields: Partial<NegativationRecord> = {},
): NegativationRecord => ({
  ...bare,
  state,
  ...(state !== 'draft' && state !== 'cancelled' && { sentAt: after(0), confirmKey: 'key-1' }),
  ...(numbered.has(state) && {
    protocol: 'P1',
    reference: 'R1',
    bureauState: state === 'sent' ? 'received' : 'active',
  }),
  ...(underRemoval.has(state) && {
    removal: removalOf(state === 'verifying' ? { acceptedAt: after(2 * hour), attempts: 1 } : {}),
  }),
  ...fields,
})

export const present = (
  state: Extract<DebtState, { kind: 'present' }>['state'] = 'active',
  fields: Partial<Extract<DebtState, { kind: 'present' }>> = {},
): DebtState => ({
  kind: 'present',
  state,
  protocol: 'P1',
  reference: 'R1',
  cents: bare.totalCents,
  due: bare.due,
  ...fields,
})

export const ended = (state: Extract<DebtState, { kind: 'ended' }>['state']): DebtState => ({
  kind: 'ended',
  state,
  code: '77',
  text: 'encerrado',
})

export const absent: DebtState = { kind: 'absent' }

export const look = (state: DebtState): MachineEvent => ({
  kind: 'looked',
  state,
  rules,
  lag,
  nextLookAt: after(48 * hour),
})

export const wishOf = (cause: RemovalCause = 'paid', fields: Partial<RemovalWish> = {}): RemovalWish => ({
  cause,
  reason,
  clockFrom: day('2026-11-20'),
  deadline: day('2026-11-27'),
  ...fields,
})

export const problem = errorBody(new AppError('connect-no-reply'))

/** One event of each kind; of a look one for each answer. */
export const events = {
  cancel: { kind: 'cancel' },
  confirm: { kind: 'confirm', key: 'key-2', text: 'contrato rescindido' },
  accepted: { kind: 'accepted', protocol: 'P1', reference: 'R1' },
  refused: { kind: 'refused', code: '12', text: 'CEP' },
  'not-sent': { kind: 'not-sent', problem },
  lost: { kind: 'lost', problem },
  restart: { kind: 'restart' },
  present: look(present()),
  another: look(present('active', { cents: cents(1_00) })),
  absent: look(absent),
  'ended-refused': look(ended('refused')),
  'ended-removed': look(ended('removed')),
  'person-found': { kind: 'person-found', protocol: null, text: 'consta no site' },
  'person-not-found': { kind: 'person-not-found', text: 'não consta no site' },
  latch: { kind: 'latch', wish: wishOf(), text: null },
  hold: { kind: 'hold', isHeld: true },
  release: { kind: 'hold', isHeld: false },
  keep: { kind: 'keep', text: 'acordo verbal' },
  pick: { kind: 'pick' },
  'removal-accepted': { kind: 'removal-accepted', protocol: 'B1', nextLookAt: after(49 * hour) },
  'removal-absent': {
    kind: 'removal-absent',
    code: '44',
    text: 'registro inexistente',
    nextLookAt: after(49 * hour),
  },
  'removal-failed': { kind: 'removal-failed', problem, nextAt: after(49 * hour) },
  read: { kind: 'read', invoices: bare.invoices },
} as const satisfies Record<string, MachineEvent>
export type EventName = keyof typeof events
