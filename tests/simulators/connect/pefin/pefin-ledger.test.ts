import { beforeEach, describe, expect, test } from 'vitest'
import type { PefinBook } from './pefin-ledger.ts'
import { pefinBook } from './pefin-ledger.ts'
import type { PefinInclusion } from './pefin-record.ts'

const now = Date.parse('2026-11-25T10:00:00-03:00')
const hour = 3_600_000
let time: number
let book: PefinBook

beforeEach(() => {
  time = now
  let protocol = 0
  book = pefinBook({
    clock: () => time,
    nextProtocol: () => String((protocol += 1)),
    reasons: () => ({ inclusion: ['TI'], removal: ['01', '17'] }),
  })
})

const debt: PefinInclusion = {
  creditor: '04718253000156',
  document: '73164025807',
  contract: '700001-a1b2c3',
  environment: 'production',
  name: 'MARIA EXEMPLO DA SILVA',
  address: {
    street: 'RUA DAS ACÁCIAS',
    number: '120',
    complement: '',
    district: 'CENTRO',
    city: 'CIDADE MODELO',
    state: 'MG',
    zip: '35560000',
  },
  cents: 79_90,
  due: '2026-09-10',
  reason: 'TI',
}
const { contract } = debt
const include = (over: Partial<PefinInclusion> = {}) => book.include({ ...debt, ...over })
const state = () => book.of(contract)?.state

describe('a record by day', () => {
  test('daily: received, letter, active after the letter’s days, removing, removed', () => {
    book.mode = 'daily'
    book.letterDays = 2
    include()
    const seen = [state()]
    for (let day = 0; day < 3; day += 1) {
      book.processDay()
      seen.push(state())
    }
    expect(book.remove(debt, '01')).toMatchObject({ kind: 'accepted' })
    seen.push(state())
    expect(book.live()).toHaveLength(1)
    book.processDay()
    seen.push(state())
    expect(seen).toEqual(['received', 'letter', 'letter', 'active', 'removing', 'removed'])
    expect(book.live()).toEqual([])
  })

  test('immediate: the letter leaves at once, a removal is done at once', () => {
    include()
    expect(state()).toBe('letter')
    book.activate(contract)
    expect(state()).toBe('active')
    book.remove(debt, '01')
    expect(book.of(contract)?.events.map((event) => event.state)).toEqual([
      'received',
      'letter',
      'active',
      'removing',
      'removed',
    ])
  })

  test.each([
    ['returnLetter', 'returned', 1],
    ['expire', 'expired', 0],
    ['removeElsewhere', 'removed', 0],
  ] as const)('%s leaves it %s', (act, after, live) => {
    include()
    book[act](contract)
    expect(state()).toBe(after)
    expect(book.live(debt.document)).toHaveLength(live)
  })

  test('refused after it was accepted, with code and text', () => {
    include()
    book.refuseLater(contract, '205', 'Endereço não localizado')
    expect(book.look(debt)).toMatchObject({
      state: 'refused',
      event: { code: '205', text: 'Endereço não localizado' },
    })
  })

  test('a contract that nobody included is a mistake of the test', () => {
    expect(() => book.activate('x')).toThrow('no record of contract x')
  })
})

describe('refused', () => {
  test.each<[string, Partial<PefinInclusion>, string]>([
    ['a value under R$ 10,00', { cents: 9_99 }, '102'],
    ['a debt of more than five years', { due: '2021-11-24' }, '103'],
    ['a due date to come', { due: '2026-11-26' }, '112'],
    ['no due date', { due: '' }, '114'],
    ['a street with its number too long', { address: { ...debt.address, street: 'R'.repeat(43) } }, '104'],
    ['a complement too long', { address: { ...debt.address, complement: 'C'.repeat(21) } }, '104'],
    ['a district too long', { address: { ...debt.address, district: 'D'.repeat(21) } }, '104'],
    ['a city too long', { address: { ...debt.address, city: 'C'.repeat(21) } }, '104'],
    ['a name too long', { name: 'N'.repeat(71) }, '104'],
    ['a contract too long', { contract: '9'.repeat(17) }, '104'],
    ['no name', { name: '' }, '105'],
    ['no district', { address: { ...debt.address, district: '' } }, '105'],
    ['a CEP with its dash', { address: { ...debt.address, zip: '35560-000' } }, '105'],
    ['a reason that is not offered', { reason: 'ZZ' }, '106'],
  ])('%s', (_, over, code) => {
    expect(include(over)).toMatchObject({ kind: 'refused', code })
    expect(book.records).toEqual([])
    expect(book.inclusions(contract)).toBe(0)
  })

  test.each<[string, Partial<PefinInclusion>]>([
    ['R$ 10,00', { cents: 10_00 }],
    ['five years to the day', { due: '2021-11-25' }],
    ['due today', { due: '2026-11-25' }],
    ['a full street', { address: { ...debt.address, street: 'R'.repeat(42) } }],
    ['a CNPJ with letters', { document: '0K7M2Q9R000105' }],
  ])('%s is not', (_, over) => expect(include(over)).toMatchObject({ kind: 'accepted' }))

  test('letters, where the bureau takes none', () => {
    book.takesLetters = false
    expect(include({ document: '0K7M2Q9R000105' })).toMatchObject({ code: '111' })
  })

  test('G43 · a contract that stands there, until it is cleared', () => {
    include()
    expect(include()).toMatchObject({ kind: 'refused', code: '101' })
    expect(book.inclusions(contract)).toBe(1)
    book.remove(debt, '01')
    expect(include()).toMatchObject({ kind: 'accepted' })
    expect(book.inclusions(contract)).toBe(2)
    expect(book.live()).toHaveLength(1)
  })

  test('a bureau that refuses no doubles holds two, and says so', () => {
    book.refusesDuplicates = false
    include()
    include()
    expect(book.live()).toHaveLength(2)
    expect(book.inclusions(contract)).toBe(2)
    book.remove(debt, '01')
    expect(book.live()).toEqual([])
  })

  test('G47 · the same number at another creditor or of another person is another record', () => {
    include()
    expect(include({ creditor: '90001000000107' })).toMatchObject({ kind: 'accepted' })
    expect(include({ document: '90731582659' })).toMatchObject({ kind: 'accepted' })
    book.remove(debt, '01')
    expect(book.live()).toHaveLength(2)
  })

  test('G48 · a removal of what is not there, or no longer', () => {
    expect(book.remove(debt, '01')).toMatchObject({ code: '109' })
    include()
    book.removeElsewhere(contract)
    expect(book.remove(debt, '01')).toMatchObject({ code: '110' })
  })

  test('G56 · a removal in the other environment', () => {
    include({ environment: 'test' })
    expect(book.remove(debt, '01')).toMatchObject({ code: '108' })
    expect(book.live()).toHaveLength(1)
    expect(book.look(debt)).toBeNull()
  })

  test('a removal before it is active, where the bureau wants it active', () => {
    book.removesBeforeActive = false
    include()
    expect(book.remove(debt, '01')).toMatchObject({ code: '107' })
    book.activate(contract)
    expect(book.remove(debt, '01')).toMatchObject({ kind: 'accepted' })
  })

  test('a removal with a reason that is not offered; asked twice it is taken twice', () => {
    book.mode = 'daily'
    include()
    expect(book.remove(debt, '99')).toMatchObject({ code: '106' })
    expect(book.remove(debt, '01')).toMatchObject({ kind: 'accepted' })
    expect(book.remove(debt, '01')).toMatchObject({ kind: 'accepted' })
    expect(state()).toBe('removing')
  })
})

describe('what is seen, and when', () => {
  test('a late inclusion counts, and shows only when it is committed', () => {
    book.include(debt, 'late')
    expect(book.inclusions(contract)).toBe(1)
    expect(book.look(debt)).toBeNull()
    expect(book.records).toEqual([])
    book.commitLate()
    expect(book.look(debt)?.state).toBe('letter')
  })

  test('a late inclusion that meets another one is refused as a double', () => {
    book.include(debt, 'late')
    include()
    book.commitLate()
    expect(book.records.map((record) => record.state)).toEqual(['letter', 'refused'])
    expect(book.look(debt)?.state).toBe('letter')
  })

  test('a look-up that is behind shows yesterday', () => {
    book.lookUpLag = hour
    include()
    expect(book.look(debt)).toBeNull()
    time += hour
    expect(book.look(debt)?.state).toBe('letter')
    book.remove(debt, '01')
    expect(book.look(debt)?.state).toBe('letter')
    time += hour
    expect(book.look(debt)?.state).toBe('removed')
    book.forgetsEnded = true
    expect(book.look(debt)).toBeNull()
  })

  test('a test waits for a state without sleeping', async () => {
    const removed = book.seen('removed', contract)
    include()
    book.remove(debt, '01')
    await expect(removed).resolves.toMatchObject([{ at: now, contract, cause: 'removal', code: '01' }])
  })
})
