import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyCnpj, anyCpf, anyDocument, anyNumericCnpj, digits } from './document.arbitraries.ts'
import { documentPattern, lookAt } from './document-shapes.ts'
import { formatDocument, parseDocument } from './document.ts'
import { findDocuments } from './find-documents.ts'
import { normaliseText, traceText, upperAscii } from './normalise-text.ts'

/** Text of any script, without numbers of its own. */
const prose = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .filter((text) => !/[\p{N}*•●]/u.test(normaliseText(text)))
const before = fc.constantFrom(' ', '\n', '\t', '(', ': ', '"', '\u00a0', '>')
const after = fc.constantFrom(' ', '\n', '\t', ')', ', ', '; ', '. ', '"', '\u00a0', ' - ')

test('a formatted document inside any text with borders is found once, where it stands', () => {
  fc.assert(
    fc.property(prose, before, anyDocument, after, prose, (head, left, document, right, tail) => {
      const text = `${head}${left}${formatDocument(document)}${right}${tail}`
      const found = findDocuments(text)
      expect(found).toMatchObject([{ kind: 'document', value: document, doubts: [] }])
      expect(text.slice(found[0]?.start, found[0]?.end)).toBe(formatDocument(document))
    }),
    { numRuns: 500 },
  )
})

test('a bare document after a label is found once; without one it is part of the text', () => {
  fc.assert(
    fc.property(fc.oneof(anyCpf, anyNumericCnpj), (document) => {
      expect(findDocuments(`Cliente CPF/CNPJ: ${document} ativo`)).toMatchObject([{ value: document }])
      expect(findDocuments(`Cliente ${document} ativo`)).toEqual([])
    }),
  )
})

test('G26 · one invisible character anywhere inside changes nothing', () => {
  const invisible = fc.constantFrom('\u200b', '\u00ad', '\ufeff', '\u2060', '\u202a', '\u202c', '\u200d')
  fc.assert(
    fc.property(anyDocument, invisible, fc.nat(20), (document, character, at) => {
      const masked = formatDocument(document)
      const cut = at % (masked.length + 1)
      const text = masked.slice(0, cut) + character + masked.slice(cut)
      expect(findDocuments(text)).toMatchObject([{ value: document, doubts: [] }])
    }),
  )
})

/** A boleto line or bar code with a valid CPF or CNPJ somewhere inside. */
const line = fc
  .tuple(fc.constantFrom(44, 47, 48), fc.oneof(anyCpf, anyNumericCnpj), fc.nat(47), digits(48))
  .map(([length, document, at, filling]) => {
    const start = at % (length - document.length + 1)
    return (filling.slice(0, start) + document + filling.slice(start)).slice(0, length)
  })

const labelled = fc.boolean()

test('G25 · no window of a boleto line is ever offered', () => {
  fc.assert(
    fc.property(line, labelled, fc.constantFrom('', 'CPF ', 'CNPJ: '), (text, field, label) => {
      expect(findDocuments(`${label}${text}`, { labelled: field })).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('G25 · nor of one that is grouped by spaces and dots', () => {
  const cuts = fc.array(fc.tuple(fc.integer({ min: 1, max: 14 }), fc.constantFrom(' ', '.', '  ', '-')), {
    minLength: 50,
    maxLength: 50,
  })
  const grouped = fc.tuple(line, cuts).map(([text, pieces]) => {
    const groups: string[] = []
    let rest = text
    for (const [length, separator] of pieces) {
      groups.push(rest.slice(0, length), rest.length > length ? separator : '')
      rest = rest.slice(length)
    }
    return groups.join('')
  })
  fc.assert(
    fc.property(grouped, labelled, (text, field) => {
      expect(findDocuments(text, { labelled: field })).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('G25 · the three fields and the last block of a printed line', () => {
  fc.assert(
    fc.property(anyCpf, anyNumericCnpj, digits(5), digits(5), (cpf, cnpj, one, two) => {
      const field = `${cpf.slice(0, 5)}.${cpf.slice(5)}`
      expect(findDocuments(`${one}.${two} ${field} ${field} 3 ${cnpj}`, { labelled: true })).toEqual([])
    }),
  )
})

test('G28 · a document with hidden digits is never completed', () => {
  fc.assert(
    fc.property(
      fc.oneof(anyCpf, anyCnpj),
      fc.uniqueArray(fc.nat(10), { minLength: 1 }),
      (document, places) => {
        const characters = document.split('')
        for (const place of places) characters[place] = '*'
        const masked = formatDocument(characters.join('') as typeof document)
        expect(findDocuments(`Cliente ${masked} ativo`, { labelled: true })).toMatchObject([
          { kind: 'masked', text: masked },
        ])
      },
    ),
  )
})

const isMasked = (text: string): boolean => normaliseText(text).includes('.')

test('whatever the text, a finding is a checked document that stands there', () => {
  const noise = fc.string({
    unit: fc.constantFrom(...'0123456789.-/ \n\tXxAb*（７．－\u200b'.split('')),
    maxLength: 60,
  })
  fc.assert(
    fc.property(
      fc.oneof(
        noise,
        fc.tuple(noise, anyDocument, noise).map((parts) => parts.join('')),
      ),
      labelled,
      (text, field) => {
        for (const found of findDocuments(text, { labelled: field })) {
          expect(text.slice(found.start, found.end)).toBe(found.text)
          const value = found.kind === 'document' ? found.value : null
          expect(parseDocument(isMasked(found.text) ? found.text.replace(/\s/g, '') : found.text)).toBe(value)
        }
      },
    ),
    { numRuns: 1000 },
  )
})

test('a text that is passed over at a glance holds no candidate', () => {
  const spaced = anyDocument.map((document) => formatDocument(document).replaceAll(/[./-]/g, ' '))
  const piece = fc.oneof(
    fc.string({
      unit: fc.constantFrom(...'0123456789.-/ \n\tXxAb*•＊７（．－–—\u200b\u00a0áçº²㍘⑳\u0301'.split('')),
      maxLength: 30,
    }),
    anyDocument,
    anyDocument.map(formatDocument),
    spaced,
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  )
  const text = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(text, (original) => {
      fc.pre(lookAt(original) === 'nothing')
      expect(upperAscii(traceText(original).text).match(documentPattern) ?? []).toEqual([])
    }),
    { numRuns: 2000 },
  )
})

test('a document alone in its text is found as one among words', () => {
  fc.assert(
    fc.property(anyDocument, labelled, (document, field) => {
      const [alone] = findDocuments(formatDocument(document), { labelled: field })
      const [among] = findDocuments(`x ${formatDocument(document)} x`, { labelled: field })
      expect(alone).toEqual({ ...among, start: 0, end: formatDocument(document).length })
    }),
  )
})

const cost = (text: string): number => {
  const start = performance.now()
  findDocuments(text)
  return performance.now() - start
}

test('a long text costs no more than its length', () => {
  for (const piece of [' ', '1', '1 ', '731.', '*', 'CPF ', '731.640.258-\n']) {
    cost(piece.repeat(1000))
    expect(cost(piece.repeat(100_000 / piece.length))).toBeLessThan(1500)
  }
})
