import { expect, test } from 'vitest'
import { proposedReason, reasonByCode, removalReason } from './removal-reason.ts'

const serasa = [
  { code: '02', text: 'Renegociação da dívida' },
  { code: '01', text: 'Pagamento da dívida' },
  { code: '03', text: 'Por solicitação do cliente' },
  { code: '17', text: 'Comunicado devolvido do correio' },
  { code: '19', text: 'Renegociação da dívida por acordo' },
]
const own = [
  { code: 'A7', text: 'Outros' },
  { code: 'B1', text: 'Dívida quitada' },
  { code: 'B2', text: 'Acordo com o devedor' },
]

test.each([
  ['paid', '01'],
  ['renegotiated', '19'],
  ['invoice-cancelled', '03'],
] as const)('%s is reason %s by Serasa’s code', (cause, code) => {
  expect(removalReason(serasa, cause).code).toBe(code)
})

test('a platform with its own numbers is read by its words, else the first is taken', () => {
  expect(removalReason(own, 'paid').code).toBe('B1')
  expect(removalReason(own, 'renegotiated').code).toBe('B2')
  expect(removalReason(own, 'invoice-cancelled').code).toBe('A7')
})

test('an empty list keeps no name listed: Serasa’s own code goes out', () => {
  expect(removalReason([], 'paid')).toEqual({ code: '01', text: 'Pagamento da dívida' })
})

test('a returned letter proposes reason 17', () => {
  expect(proposedReason(serasa, 'letter-returned').code).toBe('17')
  expect(proposedReason(serasa, 'renegotiated').code).toBe('19')
  expect(proposedReason(serasa, 'invoice-vanished').code).toBe('03')
})

test('1 and 01 are the same reason; an unknown one is none', () => {
  expect(reasonByCode(serasa, '1')?.code).toBe('01')
  expect(reasonByCode(serasa, '99')).toBeNull()
})
