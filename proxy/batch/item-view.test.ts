import { describe, expect, test } from 'vitest'
import type { BatchItemState } from '../../shared/api.ts'
import { batchItem } from '../../shared/api.ts'
import { errorBody } from '../../shared/error-body.ts'
import { AppError } from '../../shared/errors.ts'
import { events, recordIn } from '../negativation/machine.samples.ts'
import { transition } from '../negativation/machine.ts'
import type { HistoryRecord, NegativationRecord } from '../store/records.ts'
import type { MachineEvent } from '../negativation/event.ts'
import { batchAt, itemAt } from './batch.samples.ts'
import { sendingOf } from './item-state.ts'
import type { ItemFacts } from './item-view.ts'
import { itemView } from './item-view.ts'

/** A record after these events, with its history. */
const lived = (...happened: MachineEvent[]): Pick<ItemFacts, 'record' | 'history' | 'state'> => {
  let record: NegativationRecord = recordIn('draft', { id: 'n1' })
  const history: HistoryRecord[] = []
  happened.forEach((event, index) => {
    const made = transition(record, event, `2026-11-25T13:0${index}:00.000Z`, 'Ana')!
    record = made.record
    if (made.entry) history.push(made.entry)
  })
  return { record, history, state: sendingOf(record) ?? 'waiting' }
}
const bare = { record: null, history: [], batchEndedAt: null }
const viewOf = (facts: Partial<ItemFacts> & Pick<ItemFacts, 'state'>, fields = {}) => {
  const view = itemView(itemAt(1, { isGoing: true, ...fields }), { ...bare, ...facts })
  expect(batchItem.parse(view)).toEqual(view)
  return view
}

describe('what a screen sees of an item', () => {
  test('one that waits: what was confirmed, and nothing to say', () => {
    expect(viewOf({ state: 'waiting' })).toMatchObject({
      position: 1,
      customer: { id: 'c1', code: '9c1' },
      name: 'MARIA EXEMPLO',
      document: '73164025807',
      invoices: [{ id: 'fc1', due: '2026-07-10', cents: 79_90 }],
      cents: 79_90,
      address: { street: 'RUA A' },
      problem: null,
      changes: [],
      negativationId: null,
      protocol: null,
      endedAt: null,
    })
  })

  test('one that could not be read has no debt to show', () => {
    const problem = errorBody(new AppError('erp-customer-unknown'))
    expect(
      viewOf({ state: 'waiting' }, { shown: null, code: '', name: '', document: '', problem }),
    ).toMatchObject({
      invoices: [],
      cents: 0,
      address: null,
      problem,
    })
  })

  test('a sent one: its protocol and when the bureau took it, also after it was cleared', () => {
    const sent = {
      state: 'sent',
      negativationId: 'n1',
      protocol: 'P1',
      problem: null,
      endedAt: '2026-11-25T13:01:00.000Z',
    }
    expect(viewOf(lived(events.confirm, events.accepted))).toMatchObject(sent)
    const cleared = lived(
      events.confirm,
      events.accepted,
      events.present,
      events.latch,
      events.pick,
      events['removal-accepted'],
    )
    expect(viewOf(cleared)).toMatchObject(sent)
  })

  test('one that is being sent has not come to its end', () => {
    expect(viewOf(lived(events.confirm))).toMatchObject({ state: 'sending', problem: null, endedAt: null })
  })

  test('a refused one: the bureau’s own code and text, and what to do', () => {
    expect(viewOf(lived(events.confirm, events.refused))).toMatchObject({
      state: 'refused',
      problem: {
        code: 'inclusion-refused',
        text: 'O Connect recusou a inclusão: 12 CEP',
        params: { code: '12', message: 'CEP' },
      },
      endedAt: '2026-11-25T13:01:00.000Z',
    })
    const account = errorBody(new AppError('connect-no-balance'))
    const refused = { kind: 'refused', code: account.code, text: account.text } as const
    expect(viewOf(lived(events.confirm, refused)).problem).toEqual(account)
  })

  test('a second refusal is the one that counts', () => {
    const again = { kind: 'refused', code: '31', text: 'UF' } as const
    const view = viewOf(lived(events.confirm, events['not-sent'], events.confirm, again))
    expect(view.problem?.params).toEqual({ code: '31', message: 'UF' })
  })

  test('an unknown one says that it may have been done', () => {
    expect(viewOf(lived(events.confirm, events.restart)).problem?.code).toBe('inclusion-uncertain')
    expect(viewOf(lived(events.confirm, events.lost))).toMatchObject({
      state: 'unknown',
      problem: { code: 'connect-no-reply' },
    })
  })

  test('one that the bureau does not have was not registered', () => {
    expect(viewOf(lived(events.confirm, events.lost, events['person-not-found']))).toMatchObject({
      state: 'failed',
      problem: { code: 'inclusion-absent' },
      endedAt: '2026-11-25T13:02:00.000Z',
    })
  })

  test('a skipped one: why, what differs and the record that was in the way', () => {
    const problem = errorBody(new AppError('already-registered'))
    const changes = [{ field: 'fact', invoiceId: 'fc1', before: 'open', after: 'paid' }]
    const end = { state: 'skipped', at: batchAt, problem, changes, negativationId: 'n9' } as const
    expect(viewOf({ state: 'skipped' }, { end })).toMatchObject({
      problem,
      changes,
      negativationId: 'n9',
      endedAt: batchAt,
    })
  })

  test('what the last try said stands on one that waits for another', () => {
    const problem = errorBody(new AppError('erp-unreachable'))
    expect(viewOf({ state: 'waiting' }, { problem, tries: 1 })).toMatchObject({ problem, endedAt: null })
  })

  test('the rest of a cancelled batch ended with it', () => {
    const state: BatchItemState = 'cancelled'
    expect(viewOf({ state, batchEndedAt: batchAt })).toMatchObject({ state, endedAt: batchAt })
  })
})
