import { describe, expect, test } from 'vitest'
import { checkDigits } from './document.arbitraries.ts'
import { formatDocument, parseCnpj } from './document.ts'
import { findDocuments } from './find-documents.ts'
import type { Finding } from './find-documents.ts'

/** A finding in one line: the formatted document with its doubts, or `masked`. */
const line = (found: Finding): string =>
  found.kind === 'masked' ? `masked ${found.text}` : [formatDocument(found.value), ...found.doubts].join(' ')

const find = (text: string, options?: Parameters<typeof findDocuments>[1]): string[] =>
  findDocuments(text, options).map(line)

const cpf = '731.640.258-07'

test('G20 · repeated digits are no document, masked or labelled', () => {
  for (const digit of '0123456789') {
    const digits = digit.repeat(11)
    expect(find(digits, { labelled: true })).toEqual([])
    expect(find(digits.replace(/^(...)(...)(...)/, '$1.$2.$3-'))).toEqual([])
  }
  expect(find('00.000.000/0000-00')).toEqual([])
  expect(find('00000000000191')).toEqual(['00.000.000/0001-91'])
})

test('G21 · a short number on a page is never completed', () => {
  for (const text of ['482193719', '11382864']) {
    expect(find(text)).toEqual([])
    expect(find(text, { labelled: true })).toEqual([])
  }
})

test('G22 · alphanumeric CNPJ', () => {
  expect(find('CNPJ 0K.7M2.Q9R/0001-05')).toEqual(['0K.7M2.Q9R/0001-05'])
  expect(find('12.ABC.345/01DE-35')).toEqual(['12.ABC.345/01DE-35'])
  expect(find('empresa 12.abc.345/01de-35, matriz')).toEqual(['12.ABC.345/01DE-35'])
  expect(find('00000000E08G12', { labelled: true })).toEqual(['00.000.000/E08G-12'])
  expect(find('0K.7M2.Q9R/0001-75', { labelled: true })).toEqual([])
  expect(find('0K.7M2.Q9R/0001-0A', { labelled: true })).toEqual([])
})

test('a bare CNPJ with letters counts only with a label: serial numbers look alike', () => {
  expect(find('00000000E08G12')).toEqual([])
  expect(find('ONU 93ZB0VRYV6KA67')).toEqual([])
  expect(find('cnpj: 93zb0vryv6ka67')).toEqual(['93.ZB0.VRY/V6KA-67'])
})

test('G23 · a token with borders is found, garbage is not', () => {
  expect(find('CPF: 731.640.258-07 - cliente desde 2019 (3 faturas)')).toEqual([cpf])
  for (const text of ['73164025807599999', '64.637.abc009/0001-90', '7316402580\n7']) {
    expect(find(text)).toEqual([])
    expect(find(text, { labelled: true })).toEqual([])
  }
})

test('G24 · a phone is no document, an ambiguous number asks', () => {
  expect(find('(11) 98700-4329', { labelled: true })).toEqual([])
  expect(find('+55 11 98700-4329', { labelled: true })).toEqual([])
  expect(find('+55 11987004329', { labelled: true })).toEqual([])
  expect(find('+5511987004329', { labelled: true })).toEqual([])
  expect(find('11987004329')).toEqual(['119.870.043-29 maybe-phone'])
  expect(find('CPF ou telefone: 11987004329')).toEqual([])
  expect(find('119.870.043-29')).toEqual(['119.870.043-29'])
  expect(find('CPF 11987004329 (119.870.043-29)')).toEqual(['119.870.043-29'])
})

describe('G25 · boleto lines', () => {
  test('a line in one piece', () => {
    const text = '00198084014248420242188048888866116300000009990'
    expect(find(text)).toEqual([])
    expect(find(text, { labelled: true })).toEqual([])
    expect(find(`CNPJ ${text}`)).toEqual([])
  })

  // The last block of each is a valid CNPJ or CPF of its own.
  test.each([
    '00190.50095 40144.816069 06809.350314 3 98084014248420',
    '11630000000 7 43590024020 9',
    '846700000017 11630000000',
  ])('grouped: %s', (text) => {
    expect(find(text, { labelled: true })).toEqual([])
  })
})

describe('G26 · invisible characters', () => {
  test.each([
    '731.640.258\u200b-07',
    '731\u00a0640\u00a0258\u00a007',
    '731.640.258\u201107',
    '\u202a731.640.258-07\u202c',
    '731.640.25\u00ad8-07',
  ])('%j', (text) => {
    expect(find(text)).toEqual([cpf])
    expect(findDocuments(text)).toMatchObject([{ value: '73164025807', doubts: [] }])
  })
})

test('G27 · full-width digits ask for confirmation, digits of other scripts are no document', () => {
  expect(find('７３１．６４０．２５８－０７')).toEqual([`${cpf} normalised`])
  expect(find('٧٣١٦٤٠٢٥٨٠٧')).toEqual([])
  expect(find('٧٣١٦٤٠٢٥٨٠٧', { labelled: true })).toEqual([])
})

describe('G28 · masked documents are explained, never guessed', () => {
  test.each([
    '***.640.258-**',
    '731.***.***-07',
    '73X.XXX.XXX-07',
    '**.718.253/0001-**',
    '04.XXX.XXX/0001-56',
    '04.718.253/0001-XX',
    '•••.640.258-••',
  ])('%s', (text) => {
    expect(find(text)).toEqual([`masked ${text}`])
    expect(find(`Cliente ${text} ativo`)).toEqual([`masked ${text}`])
  })

  test('hidden digits without mask only under a label', () => {
    expect(find('***64025807')).toEqual(['masked ***64025807'])
    expect(find('CPF ***64025807 ativo')).toEqual(['masked ***64025807'])
    expect(find('senha ***64025807 ativa')).toEqual([])
  })

  test('an empty field, a hint and a password are not masked documents', () => {
    for (const text of ['___.___.___-__', 'XXX.XXX.XXX-XX', '***********', '•'.repeat(14)]) {
      expect(find(text, { labelled: true })).toEqual([])
    }
  })

  test('a letter X of a real CNPJ hides nothing, a whole group of them does', () => {
    const real = `1X.X34.5X7/0X01-${checkDigits('1XX345X70X01')}`
    expect(find(real)).toEqual([real])
    const doubtful = `12.XXX.345/0001-${checkDigits('12XXX3450001')}`
    expect(find(doubtful)).toEqual([`masked ${doubtful}`])
  })
})

test('G29 · a break only inside a masked document', () => {
  expect(find('731.640.258-07')).toEqual([cpf])
  expect(find('731.640.258-\n07')).toEqual([cpf])
  expect(find('731.640.258-\r\n07')).toEqual([cpf])
  expect(find('731.640.258\t-07')).toEqual([cpf])
  expect(find('731.640.258- 07')).toEqual([cpf])
  expect(find('731. 640.258- 07')).toEqual([])
  expect(find('731.640.25 8-07')).toEqual([])
  expect(find('1.640.258-07')).toEqual([])
  expect(find('731.\n640.258-\n07')).toEqual([])
  expect(find('731\n640\n258\n07', { labelled: true })).toEqual([])
  expect(find('731640258\t07', { labelled: true })).toEqual([])
})

test('G30 · a CNPJ that lost its zero is not a document on a page', () => {
  expect(find('4718253000156')).toEqual([])
  expect(find('4718253000156', { labelled: true })).toEqual([])
})

describe('borders', () => {
  test.each([
    'CPF 731.640.258-07.',
    '(731.640.258-07)',
    '"731.640.258-07",',
    '731.640.258-07;',
    'é 731.640.258-07\tativo',
    'cpf=731.640.258-07&x',
  ])('found in %j', (text) => expect(find(text)).toEqual([cpf]))

  test.each([
    'a731.640.258-07',
    '731.640.258-07a',
    'é731.640.258-07',
    '731.640.258-07é',
    '1731.640.258-07',
    '731.640.258-071',
    '1.731.640.258-07',
    '731.640.258-07.1',
    '731.640.258-07/1',
    '731.640.258-07-1',
    '-731.640.258-07',
    '/731.640.258-07',
    '*731.640.258-07',
    '731.640.258-07²',
    '731.640.258-07,50',
    '731.640.258-07@banco',
    '731640258-07',
    '900100200-55',
  ])('nothing in %j', (text) => {
    expect(find(text)).toEqual([])
    expect(find(text, { labelled: true })).toEqual([])
  })

  test('an address, an e-mail or an amount holds no bare document', () => {
    for (const text of [
      '/cliente/73164025807/cadastro',
      '73164025807@exemplo.com',
      'R$ 73164025807,50',
      '+73164025807',
    ]) {
      expect(find(text, { labelled: true })).toEqual([])
    }
  })
})

describe('labels', () => {
  test.each([
    'CPF 73164025807',
    'cpf: 73164025807',
    'CPF/CNPJ\t73164025807',
    'cnpj_cpf = 73164025807',
    'tx_id 73164025807',
    'CPF nº 73164025807',
    'CPF do titular: 73164025807',
  ])('%j', (text) => expect(find(text)).toEqual([cpf]))

  test.each([
    'Nº do documento 73164025807',
    'protocolo 73164025807',
    'nosso número: 73164025807',
    'Ana 73164025807',
  ])('no label: %j', (text) => expect(find(text)).toEqual([]))

  test('a person who highlights exactly the number has pointed at it', () => {
    expect(find(' 73164025807\n')).toEqual([cpf])
    expect(find('04718253000156')).toEqual(['04.718.253/0001-56'])
  })
})

test('several documents come in the order of the text, each once, without our own', () => {
  const own = parseCnpj('04.718.253/0001-56')
  if (!own) throw new Error('the own CNPJ is valid')
  const text = 'PROVEDOR LTDA / CNPJ: 04.718.253/0001-56 · 907.315.826-59 731.640.258-07 CPF 90731582659'
  expect(find(text)).toEqual(['04.718.253/0001-56', '907.315.826-59', cpf])
  expect(find(text, { own: [own] })).toEqual(['907.315.826-59', cpf])
})

test('a finding says what stood where', () => {
  const text = 'é\u200b CPF ７３１．６４０．２５８－０７!'
  const [found] = findDocuments(text)
  expect(found).toMatchObject({ text: '７３１．６４０．２５８－０７', start: 7, end: 21 })
  expect(text.slice(found?.start, found?.end)).toBe(found?.text)
})
