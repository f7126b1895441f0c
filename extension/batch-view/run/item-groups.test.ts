import { array, assert, constantFrom, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { batchItemStates } from '../../../shared/api.ts'
import type { BatchItem } from '../../../shared/api.ts'
import { texts } from '../../../shared/locales/texts.ts'
import { refusal } from '../../ui/testing/samples.ts'
import { groupReason } from '../draft/reason-words.ts'
import { itemOf } from '../testing/batch-samples.ts'
import { itemGroups, totalsOfItems } from './item-groups.ts'

const words = texts('pt-BR')
const refused = (code: string, message: string, position: number): BatchItem =>
  itemOf({ position, state: 'refused', problem: refusal('inclusion-refused', { code, message }) })

describe('the result by state and reason', () => {
  test('refusals stand by their code; words that differ are left to the list', () => {
    const items = [
      refused('17', 'MARIA SEM CEP', 1),
      refused('17', 'JOSE SEM CEP', 2),
      refused('23', 'NOME', 3),
    ]
    const groups = itemGroups(items, words)
    expect(groups.map(({ what, totals }) => [what, totals.debts])).toEqual([
      ['O Connect recusou, código 17.', 2],
      ['O Connect recusou a inclusão: 23 NOME.', 1],
    ])
  })

  test('what is true of one debt alone is no group of its own', () => {
    const paid = ['1', '2'].map((invoice, position) =>
      itemOf({ position, state: 'skipped', problem: refusal('paid-in-queue', { invoice }) }),
    )
    const late = [20, 25].map((days, position) =>
      itemOf({
        position,
        state: 'skipped',
        problem: refusal('inclusion-blocked', { count: 1 }),
        reasons: [{ code: 'not-late-enough', level: 'block', written: false, params: { days, min: 30 } }],
      }),
    )
    expect(itemGroups([...paid, ...late], words).map(({ what }) => what)).toEqual([
      'Paga enquanto esperava na fila. Nada foi enviado.',
      groupReason('not-late-enough', words),
    ])
  })

  test('G53 · what needs a person comes first, what went well last, and nothing is called an error', () => {
    const items = batchItemStates.map((state, position) => itemOf({ position, state }))
    const groups = itemGroups(items, words)
    expect(groups.map(({ state }) => state)).toEqual([
      'unknown',
      'refused',
      'failed',
      'skipped',
      'cancelled',
      'waiting',
      'sending',
      'sent',
    ])
    for (const { what, next } of groups) {
      expect(what).not.toBe('')
      expect(next).not.toBe('')
      expect(`${what} ${next}`).not.toMatch(/\berro\b/i)
    }
  })

  test('people are distinct, and nobody is lost between the groups', () => {
    const one = itemOf({ cents: 10_00 })
    expect(totalsOfItems([one, { ...one, position: 2 }])).toEqual({
      people: 1,
      debts: 2,
      invoices: 2,
      cents: 20_00,
    })
    const problem = constantFrom(
      null,
      refusal('left-out'),
      refusal('inclusion-refused', { code: '17', message: 'X' }),
      refusal('inclusion-duplicate'),
      refusal('negativation-changed'),
    )
    assert(
      property(
        array(constantFrom(...batchItemStates)),
        array(problem, { minLength: 1 }),
        (states, problems) => {
          const items = states.map((state, at) =>
            itemOf({ position: at + 1, state, problem: problems[at % problems.length] ?? null }),
          )
          const groups = itemGroups(items, words)
          const sum = (of: (group: (typeof groups)[number]) => number) =>
            groups.reduce((total, group) => total + of(group), 0)
          expect(sum(({ totals }) => totals.debts)).toBe(items.length)
          expect(sum(({ totals }) => totals.cents)).toBe(totalsOfItems(items).cents)
          expect(new Set(groups.map(({ state, reason }) => `${state} ${reason}`)).size).toBe(groups.length)
        },
      ),
    )
  })
})
