import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameName } from './same-name.ts'

test.for([
  ['JOSE DA SILVA', 'José da Silva'],
  ['JOSE DA SILVA', 'JOSE SILVA'],
  ['SILVA, JOSE DA', 'JOSE DA SILVA'],
  ['MARIA A. DOS SANTOS', 'MARIA APARECIDA DOS SANTOS'],
  ['MARIA A SANTOS', 'MARIA APARECIDA SANTOS'],
  ['MARIA APAR. SANTOS', 'MARIA APARECIDA SANTOS'],
  ['FCO SOUZA JR', 'FRANCISCO DE SOUZA JUNIOR'],
  ['MARIA SANTOS', 'MARIA APARECIDA DOS SANTOS'],
  ['TELECOM EXEMPLO LTDA - ME', 'TELECOM EXEMPLO'],
  ['TELECOM EXEMPLO S/A', 'Telecom Exemplo SA'],
] as const)('G44 · %s may be %s', ([one, other]) => {
  expect(isSameName(one, other)).toBe(true)
  expect(isSameName(other, one)).toBe(true)
})

test.for([
  ['JOSE DA SILVA', 'MARIA APARECIDA LOPES'],
  ['JOSE DA SILVA', 'JOSE LOPES'],
  ['JOSE DA SILVA', 'JOSEFA DA SILVA'],
  ['ANA SOUZA', 'ANTONIA SOUZA'],
  ['MARIA', 'MARIA APARECIDA LOPES'],
  ['J. S.', 'JOSE SILVA'],
  ['', 'JOSE DA SILVA'],
  ['', ''],
] as const)('G44 · %s is not %s', ([one, other]) => {
  expect(isSameName(one, other)).toBe(false)
  expect(isSameName(other, one)).toBe(false)
})

test('order, case, accents and particles never make another person', () => {
  const word = fc.constantFrom('JOSE', 'MARIA', 'SILVA', 'SANTOS', 'APARECIDA', 'LOPES', 'GONCALVES')
  const accented: Record<string, string> = { JOSE: 'josé', GONCALVES: 'Gonçalves', APARECIDA: 'Aparecida' }
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 2, maxLength: 5 }), (words) => {
      const other = words.toReversed().map((each) => accented[each] ?? each.toLowerCase())
      expect(isSameName(words.join(' '), other.join(' da '))).toBe(true)
    }),
  )
})
