import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cents, formatMoney, parseApiMoney, parseMoney, shareOf, sumMoney, wireMoney } from './money.ts'

const anyCents = fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 }).map(cents)

test('G91 · a page and an API have each their own strict reader', () => {
  const page = ['1.234,56', '1234,56', '1.234', '1,234.56', '1.23', '12.34,56', '1.234.567,8'].map(parseMoney)
  expect(page).toEqual([123456, 123456, 123400, null, null, null, null])
  const api = [
    '1234.56',
    '1234',
    '1.234',
    '1,234.56',
    '1234,56',
    '1e3',
    '',
    ' 1',
    '+1',
    '01',
    '.5',
    '5.',
  ].map(parseApiMoney)
  expect(api).toEqual([123456, 123400, null, null, null, null, null, null, null, null, null, null])
})

test('G92 · no cent is lost to floating point', () => {
  const texts = ['588,30', '142,20', '35,80', '8,20', '1,15', '64,10']
  expect(texts.map(parseMoney)).toEqual([58830, 14220, 3580, 820, 115, 6410])
  expect([588.3, 142.2, 35.8, 8.2, 1.15, 64.1].map(parseApiMoney)).toEqual([
    58830, 14220, 3580, 820, 115, 6410,
  ])
  expect(sumMoney([cents(7990), cents(7990), cents(7990)])).toBe(23970)
  expect(parseApiMoney('588.3')).toBe(58830)
})

test('an API number that is no amount of cents is refused, not rounded', () => {
  for (const value of [0.1 + 0.2, 588.305, 1e21, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    expect(parseApiMoney(value)).toBeNull()
  }
})

test('G93 · the separators decide, not the number of digits', () => {
  expect(['5,50', '12,50', '12,5', '0,90', '7'].map(parseMoney)).toEqual([550, 1250, null, 90, 700])
  expect([5.5, 12.5, 0.9, 7].map(parseApiMoney)).toEqual([550, 1250, 90, 700])
})

test('G94 · each connector fixes its unit', () => {
  expect(wireMoney(cents(7990), 'reais')).toBe('79.90')
  expect(wireMoney(cents(7990), 'centavos')).toBe('7990')
  expect(wireMoney(cents(5), 'reais')).toBe('0.05')
  expect(formatMoney(sumMoney([cents(7990), cents(7990)]))).toBe('R$ 159,80')
})

test('G95 · only the prefix of the real, whatever the space', () => {
  const texts = ['R$\u00a01.234,56', 'R$1.234,56', 'R$\u202f79,90', 'BRL 79,90', 'US$ 79,90']
  expect(texts.map(parseMoney)).toEqual([123456, 123456, 7990, 7990, null])
  expect(['$ 79,90', '79,90 R$', 'R$ R$ 79,90', 'R$', 'R$ ', ''].map(parseMoney)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ])
})

test('G96 · negative and zero stay what they are', () => {
  const texts = ['-R$ 10,00', 'R$ -10,00', '(10,00)', '\u221210,00', '0,00', '10,00-']
  expect(texts.map(parseMoney)).toEqual([-1000, -1000, -1000, -1000, 0, -1000])
  expect(Object.is(parseMoney('-0,00'), 0)).toBe(true)
  expect(['-(10,00)', '--10,00', '-10,00-', '(-10,00)', '(10,00'].map(parseMoney)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
  expect([-10, '-10.00', -0].map(parseApiMoney)).toEqual([-1000, -1000, 0])
})

describe('G97 · half up, once per item', () => {
  test('the examples', () => {
    expect(shareOf(cents(7990), 200)).toBe(160)
    expect(shareOf(cents(1000), 5)).toBe(1)
    expect(shareOf(cents(999), 5)).toBe(0)
  })

  test('the total does not depend on the order of the batch', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000_00 }).map(cents)), (amounts) => {
        const total = sumMoney(amounts.map((amount) => shareOf(amount, 200)))
        expect(sumMoney(amounts.toReversed().map((amount) => shareOf(amount, 200)))).toBe(total)
      }),
    )
  })

  test('never further than half a cent from the exact share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_00 }),
        fc.integer({ min: 0, max: 10_000 }),
        (amount, rate) => {
          const error = shareOf(cents(amount), rate) * 10_000 - amount * rate
          expect(error).toBeGreaterThan(-5_000)
          expect(error).toBeLessThanOrEqual(5_000)
        },
      ),
    )
  })
})

test('what is shown can be read back, and so can what is sent', () => {
  fc.assert(
    fc.property(anyCents, (amount) => {
      expect(parseMoney(formatMoney(amount))).toBe(amount)
      expect(parseApiMoney(wireMoney(amount, 'reais'))).toBe(amount)
    }),
  )
})

test('amounts on the screen', () => {
  const shown = [0, 5, 90, 7990, 123456, 123456789, -1000].map((value) => formatMoney(cents(value)))
  expect(shown).toEqual([
    'R$ 0,00',
    'R$ 0,05',
    'R$ 0,90',
    'R$ 79,90',
    'R$ 1.234,56',
    'R$ 1.234.567,89',
    '-R$ 10,00',
  ])
})

test('a fraction of a cent is a mistake of the program', () => {
  expect(() => cents(0.5)).toThrow(RangeError)
  expect(() => shareOf(cents(1000), 0.5)).toThrow(RangeError)
  expect(() => formatMoney(79.9)).toThrow(RangeError)
})
