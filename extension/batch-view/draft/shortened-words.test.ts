import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { shortenedWords } from './shortened-words.ts'

const marked = (whole: string, sent: string) =>
  shortenedWords(whole, sent)
    .map(({ text, isStruck }) => (isStruck ? `[${text}]` : text))
    .join('')

test.each([
  ['Rua das Acácias', 'Rua das Acácias', 'Rua das Acácias'],
  ['Avenida Professora Maria', 'AV PROFA Maria', '[Avenida Professora] Maria'],
  [
    'Conjunto Habitacional Jardim das Palmeiras',
    'CJ HAB JD das Palmei',
    '[Conjunto Habitacional Jardim] das Palmei[ras]',
  ],
  [
    'Bloco B apartamento 1203 fundos do prédio',
    'BL B AP 1203 fundos',
    '[Bloco] B[ apartamento] 1203 fundos[ do prédio]',
  ],
  ['Abcdef', '', '[Abcdef]'],
])('%s, sent as %s', (whole, sent, expected) => expect(marked(whole, sent)).toBe(expected))

test('whatever was cut, the whole text is shown', () => {
  const text = fc.array(fc.constantFrom('Avenida', 'das', 'São', '12', ''), { maxLength: 6 })
  fc.assert(
    fc.property(text, text, (whole, sent) => {
      const parts = shortenedWords(whole.join(' '), sent.join(' '))
      expect(parts.map((part) => part.text).join('')).toBe(whole.join(' '))
    }),
  )
})
