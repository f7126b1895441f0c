import { describe, expect, test } from 'vitest'
import { texts } from '../../shared/locales/texts.ts'
import { plainTexts, sameTexts } from './locales.ts'

describe('every language has every text', () => {
  test('here', () => expect(sameTexts(texts('pt-BR'), texts('en'))).toEqual([]))

  test('a missing, a surplus and a differing text are breaches', () => {
    const table = { popup: { title: 'Consulta', left: 'Restam {left} de {all}', list: ['a', 'b'] } }
    expect(
      sameTexts(table, { popup: { title: 'Query', left: '{left} of {all} left', list: ['a', 'b'] } }),
    ).toEqual([])
    expect(
      sameTexts(table, { popup: { title: 'Query', left: '{lef} left', list: ['a'], more: 'x' } }),
    ).toEqual([
      'popup.left: {all} {left}, translated: {lef}',
      'popup.list.1 has no translation',
      'popup.more has no original',
    ])
  })
})

describe('texts are plain', () => {
  test.each(['pt-BR', 'en'] as const)('%s', (locale) => expect(plainTexts(texts(locale))).toEqual([]))

  test('an empty one and an exclamation mark are breaches', () => {
    expect(plainTexts({ a: { b: ' ', c: 'Pronto!', d: 'Pronto.' } })).toEqual(['a.b is empty', 'a.c shouts'])
  })
})
