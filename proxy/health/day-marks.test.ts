import { expect, test } from 'vitest'
import { parseDate } from '../../shared/calendar.ts'
import type { NegativationState } from '../../shared/api.ts'
import type { HistoryRecord } from '../store/records.ts'
import { dayMarks } from './day-marks.ts'

type Told = [at: string, from: NegativationState | null, to: NegativationState, event: string]

const historyOf = (told: readonly Told[]): HistoryRecord[] =>
  told.map(([at, from, to, event], version) => ({
    id: `n1:${version}`,
    negativationId: 'n1',
    at: `2026-11-${at}.000Z`,
    from,
    to,
    event,
    actor: 'Ana',
    protocol: null,
    code: null,
    text: null,
  }))

const since = parseDate('2026-11-24')!
/** The marks that are set, by day. */
const told = (entries: readonly Told[]) =>
  Object.fromEntries(
    [...dayMarks(historyOf(entries), since)].map(([date, marks]) => [
      date,
      Object.entries(marks).flatMap(([name, isSet]) => (isSet ? [name] : [])),
    ]),
  )

const noon = '25T15:00:00'
const sent: Told = [noon, 'sending', 'sent', 'accepted']

test.each<[string, Told[], string[]]>([
  ['included', [[noon, 'draft', 'sending', 'confirm'], sent], ['included']],
  ['included with a wish to clear it', [[noon, 'sending', 'removal-requested', 'accepted']], ['included']],
  ['refused', [[noon, 'sending', 'rejected', 'refused']], ['refused']],
  ['without an answer', [[noon, 'sending', 'unknown', 'lost']], ['unknown']],
  [
    'without an answer, then found',
    [
      [noon, 'sending', 'unknown', 'lost'],
      [noon, 'unknown', 'sent', 'looked'],
    ],
    ['included'],
  ],
  [
    'found after it was taken for not included',
    [[noon, 'not-included', 'sent', 'person-found']],
    ['included'],
  ],
  ['cleared', [[noon, 'verifying', 'removed', 'looked']], ['cleared']],
  [
    'cleared, and confirmed a second time',
    [
      [noon, 'verifying', 'removed', 'looked'],
      [noon, 'removed', 'removed', 'looked'],
    ],
    ['cleared'],
  ],
  [
    'cleared, and shown by the bureau once more',
    [
      [noon, 'verifying', 'removed', 'looked'],
      [noon, 'removed', 'removal-requested', 'looked'],
    ],
    [],
  ],
  ['a removal that failed', [[noon, 'removing', 'removal-requested', 'removal-failed']], ['removalFailed']],
  [
    'a removal that failed and is taken up again',
    [
      [noon, 'removing', 'removal-requested', 'removal-failed'],
      [noon, 'removal-requested', 'removing', 'pick'],
    ],
    ['removalFailed'],
  ],
  [
    'a removal that failed and was taken at last',
    [
      [noon, 'removing', 'removal-requested', 'removal-failed'],
      [noon, 'removing', 'verifying', 'removal-accepted'],
    ],
    [],
  ],
  ['a draft given up', [[noon, 'draft', 'cancelled', 'cancel']], []],
])('a debt %s', (_, entries, marks) => {
  expect(told(entries)).toEqual({ '2026-11-25': marks })
})

test('G78 · the day ends at midnight in Brazil, three hours after the one of UTC', () => {
  expect(
    told([
      ['25T02:59:59', 'sending', 'unknown', 'lost'],
      ['25T03:00:00', 'unknown', 'sent', 'looked'],
      ['26T02:59:59', 'verifying', 'removed', 'looked'],
    ]),
  ).toEqual({ '2026-11-24': ['unknown'], '2026-11-25': ['included', 'cleared'] })
})

test('earlier days stay out, the order of the lines does not matter', () => {
  const history = historyOf([
    ['23T15:00:00', 'sending', 'sent', 'accepted'],
    [noon, 'verifying', 'removed', 'looked'],
    [noon, 'removed', 'removal-requested', 'looked'],
  ])
  expect(dayMarks(history.toReversed(), since)).toEqual(dayMarks(history, since))
  expect([...dayMarks(history, since).keys()]).toEqual(['2026-11-25'])
})
