import { describe, expect, test } from 'vitest'
import { texts } from '../../../shared/locales/texts.ts'
import { parseCnpj } from '../../../shared/document.ts'
import { menuTitle, selectionDraft as draftOf } from './read-selection.ts'

const words = texts('pt-BR').erp
const own = [parseCnpj('90.001.000/0001-07')!]
const title = (text: string) => menuTitle(text, words, own)
const selectionDraft = (text: string) => draftOf(text, own)

describe('the menu names what it would query', () => {
  test.each([
    ['731.640.258-07', 'Consultar crédito de 731.640.258-07'],
    ['CPF: 73164025807', 'Consultar crédito de 731.640.258-07'],
    ['  0k.7m2.q9r/0001-05 ', 'Consultar crédito de 0K.7M2.Q9R/0001-05'],
    ['731.640.258-07 e 04.718.253/0001-56', 'Consultar crédito: 2 documentos na seleção'],
    ['731.640.258-07 e 731.640.258-07', 'Consultar crédito de 731.640.258-07'],
    ['MARIA EXEMPLO', 'Consultar crédito: nenhum CPF ou CNPJ na seleção'],
    ['731.640.258-08', 'Consultar crédito: nenhum CPF ou CNPJ na seleção'],
  ])('%j', (text, expected) => expect(title(text)).toBe(expected))

  test.each(['', '  \n'])('nothing selected: the browser fills in its own text', (text) =>
    expect(title(text)).toContain('%s'),
  )
})

describe('G24 · a mobile phone that is also a CPF', () => {
  test.each(['(11) 98700-4329', '+55 11 98700-4329'])('%s is a phone', (text) => {
    expect(selectionDraft(text)).toEqual({ document: null, notice: 'none' })
  })

  test('bare: offered with a doubt, in title and draft', () => {
    expect(title('11987004329')).toBe('Consultar crédito de 119.870.043-29 (pode ser telefone)')
    expect(selectionDraft('11987004329')).toEqual({ document: '119.870.043-29', notice: 'maybe-phone' })
  })

  test('with its mask: no doubt', () => {
    expect(selectionDraft('119.870.043-29')).toEqual({ document: '119.870.043-29' })
  })
})

describe('G28 · masked', () => {
  test.each(['***.640.258-**', '731.***.***-07', '73X.XXX.XXX-07'])(
    '%s is explained, not guessed',
    (text) => {
      expect(title(text)).toBe('Consultar crédito: o documento está mascarado')
      expect(selectionDraft(text)).toEqual({ document: null, notice: 'masked' })
    },
  )
})

describe('G29 · across cells, and cut', () => {
  test('one break inside a mask', () => {
    expect(selectionDraft('731.640.258-\n07')).toEqual({ document: '731.640.258-07' })
  })

  test('a selection that starts in the middle of a number', () => {
    expect(selectionDraft('1.640.258-07')).toEqual({ document: null, notice: 'none' })
  })
})

describe('drafts', () => {
  test('several: a choice, nothing preselected', () => {
    expect(selectionDraft('731.640.258-07, 04.718.253/0001-56')).toEqual({
      document: null,
      choices: ['731.640.258-07', '04.718.253/0001-56'],
      notice: 'several',
    })
  })

  test('look-alike digits are to be confirmed', () => {
    expect(selectionDraft('７３１．６４０．２５８－０７')).toEqual({
      document: '731.640.258-07',
      notice: 'normalised',
    })
  })
})

describe("the provider's own CNPJ", () => {
  const slip = 'Beneficiário: PROVEDOR LTDA / CNPJ: 90.001.000/0001-07'

  test('is left out beside the customer', () => {
    const text = `${slip} · Pagador: MARIA, CPF 731.640.258-07`
    expect(title(text)).toBe('Consultar crédito de 731.640.258-07')
    expect(selectionDraft(text)).toEqual({ document: '731.640.258-07' })
  })

  test('alone it is told, so that a person who means it can type it', () => {
    expect(title(slip)).toBe('Consultar crédito: é o CNPJ da sua empresa')
    expect(selectionDraft(slip)).toEqual({ document: null, notice: 'own' })
  })

  test("beside a masked one, the mask is the customer's", () => {
    expect(selectionDraft(`${slip} · ***.640.258-**`)).toEqual({ document: null, notice: 'masked' })
  })
})
