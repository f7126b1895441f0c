import { expect, expectTypeOf, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import type { Inclusion, Inclusions, Removals } from '../bureaus/bureau.ts'
import type { NegativationRecord } from '../store/records.ts'
import { recordIn } from './machine.samples.ts'
import type { ReconcilerDeps } from './reconcile.ts'
import type { RunnerDeps } from './runner.ts'
import { includer, outcomeOf } from './include.ts'
import { personAct } from './person-act.ts'
import type { PersonAct } from './person-act.ts'

const credentials = { login: 'provedor-pefin', password: 'pefin-456' }
const ana = personAct({
  client: {
    id: 'a',
    name: 'Ana',
    origin: 'chrome-extension://a',
    scopes: ['include'],
    pairedAt: '2026-11-25T13:00:00.000Z',
    lastSeenAt: null,
    revokedAt: null,
  },
})
const { signal } = new AbortController()

/** A platform that notes what it was asked to include. */
const platform = (end: () => Promise<{ protocol: string; reference: string | null }>) => {
  const sent: Inclusion[] = []
  const inclusions: Inclusions = {
    include: async (_, inclusion) => {
      sent.push(inclusion)
      return end()
    },
  }
  return { sent, inclusions }
}

test('an inclusion is one request, made of the record alone', async () => {
  const { sent, inclusions } = platform(async () => ({ protocol: '000123', reference: '77' }))
  const record = recordIn('sending')
  expect(await includer(inclusions)(ana, record, credentials, signal)).toEqual({
    kind: 'accepted',
    protocol: '000123',
    reference: '77',
  })
  expect(sent).toEqual([
    {
      creditor: record.creditor,
      document: record.debtor.document,
      contract: record.contract,
      environment: 'production',
      name: record.debtor.name,
      address: record.debtor.address,
      cents: record.totalCents,
      due: record.due,
      reasonCode: record.reason.code,
      signal,
    },
  ])
})

test.each(['draft', 'unknown', 'sent', 'removed'] as const)(
  'a record that is %s is not sent, whoever asks',
  async (state) => {
    const { sent, inclusions } = platform(async () => ({ protocol: '1', reference: null }))
    await includer(inclusions)(ana, recordIn(state), credentials, signal)
    expect(sent).toEqual([])
  },
)

test.each<[AppError | Error, object]>([
  [
    new AppError('inclusion-refused', { params: { code: '17', message: 'CEP inválido' } }),
    { kind: 'refused', code: '17', text: 'CEP inválido' },
  ],
  [
    new AppError('connect-credentials-refused', { params: { pair: 'login_pefin/senha_pefin' } }),
    {
      kind: 'refused',
      code: 'connect-credentials-refused',
      text: 'O Connect recusou login_pefin/senha_pefin.',
    },
  ],
  [
    new AppError('connect-unreachable', { retry: 'safe' }),
    { kind: 'not-sent', problem: { code: 'connect-unreachable' } },
  ],
  // "Already there" may be the echo of this very inclusion: it is looked up, never believed and never repeated.
  [new AppError('inclusion-duplicate'), { kind: 'lost', problem: { code: 'inclusion-duplicate' } }],
  [
    new AppError('inclusion-uncertain', { retry: 'reconcile' }),
    { kind: 'lost', problem: { code: 'inclusion-uncertain' } },
  ],
  [
    new AppError('connect-unproven', { retry: 'reconcile' }),
    { kind: 'lost', problem: { code: 'connect-unproven' } },
  ],
  // Everything unlisted may have been done (case G54).
  [new AppError('connect-error-page'), { kind: 'lost', problem: { code: 'connect-error-page' } }],
  [new TypeError('a mistake of ours'), { kind: 'lost', problem: { code: 'inclusion-uncertain' } }],
])('%s', (thrown, event) => expect(outcomeOf(thrown)).toMatchObject(event))

test('G54 · what the platform said in an answer without proof goes along; silence has no words', () => {
  const details = { protocol: '000123', code: null, text: 'Operação concluída com êxito' }
  const doubt = new AppError('inclusion-uncertain', { retry: 'reconcile', details })
  expect(outcomeOf(doubt)).toMatchObject({ kind: 'lost', evidence: details })
  expect(outcomeOf(new AppError('inclusion-duplicate', { details }))).toMatchObject({ evidence: details })
  const silence = new AppError('inclusion-uncertain', { retry: 'reconcile' })
  expect(outcomeOf(silence)).not.toHaveProperty('evidence')
  const other = new AppError('inclusion-uncertain', { retry: 'reconcile', details: { reasons: [] } })
  expect(outcomeOf(other)).not.toHaveProperty('evidence')
})

test('G31 · no type but a person’s act opens the inclusion', () => {
  const include = includer(platform(async () => ({ protocol: '1', reference: null })).inclusions)
  const record = recordIn('sending')
  const forged = { actor: 'Ana', byPerson: true as const }
  const calls = [
    // @ts-expect-error: an object of the same shape is no act
    () => include(forged, record, credentials, signal),
    // @ts-expect-error: the program's name is no act
    () => include('Nada Consta', record, credentials, signal),
    // @ts-expect-error: nothing is no act
    () => include(undefined, record, credentials, signal),
  ]
  expect(calls).toHaveLength(3)
  expect(() => personAct({ client: null })).toThrow(new AppError('scope-refused'))
  expectTypeOf(include).parameter(0).toEqualTypeOf<PersonAct>()
})

const cannotInclude = (removals: Removals, record: NegativationRecord): unknown =>
  // @ts-expect-error: the clearing side has no inclusion
  removals.include(credentials, record)

test('G31 · what acts by itself is handed a platform that cannot include', () => {
  type Opened = Awaited<ReturnType<RunnerDeps['removals']>>['removals']
  expectTypeOf<Opened>().toEqualTypeOf<Removals>()
  expectTypeOf<Awaited<ReturnType<ReconcilerDeps['removals']>>['removals']>().toEqualTypeOf<Removals>()
  expectTypeOf<keyof Removals>().toEqualTypeOf<'remove' | 'debtState'>()
  expect(cannotInclude).toBeTypeOf('function')
})
