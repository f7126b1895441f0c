import { expect, test } from 'vitest'
import { bestAddress, optionalAddress } from './address.ts'
import { parseBirth } from './birth.ts'

const wire = (fields: object = {}) =>
  optionalAddress.parse({
    endereco: 'RUA UM',
    numero: '100',
    complemento: null,
    bairro: 'CENTRO',
    cep: '35560-000',
    estado: 'MG',
    uf: 'MINAS GERAIS',
    cidade: 'CIDADE',
    ...fields,
  })

test('`estado` holds the two letters and `uf` the name; a tenant that mends it is read as well', () => {
  expect(bestAddress([wire()])).toEqual({
    street: 'RUA UM',
    number: '100',
    complement: '',
    district: 'CENTRO',
    city: 'CIDADE',
    state: 'MG',
    zip: '35560000',
  })
  expect(bestAddress([wire({ estado: 'MINAS GERAIS', uf: 'mg' })]).state).toBe('MG')
  expect(bestAddress([wire({ estado: 'MINAS GERAIS' })]).state).toBe('')
})

test('G51 · the first complete address is taken, not the first', () => {
  const broken = wire({ numero: '', cidade: 'OUTRA' })
  expect(bestAddress([broken, optionalAddress.parse({}), wire({ cidade: 'CERTA' }), wire()]).city).toBe(
    'CERTA',
  )
  expect(bestAddress([broken, optionalAddress.parse({}), undefined]).city).toBe('OUTRA')
  expect(bestAddress([optionalAddress.parse(''), null]).street).toBe('')
})

test('G51 · a postcode of zeros is none; a house without number is said so by the ERP', () => {
  expect(bestAddress([wire({ cep: '00000-000' })]).zip).toBe('')
  expect(bestAddress([wire({ cep: 35560000 })]).zip).toBe('35560000')
  expect(bestAddress([wire({ numero: 'S/N' })]).number).toBe('S/N')
})

test.each(['1969-12-31', '1970-01-01 00:00:00', '31/12/1969', '', null, undefined, '0000-00-00'])(
  'G45 · a birth date of %j is unknown',
  (text) => {
    expect(parseBirth(text)).toBeNull()
  },
)

test('both spellings of a birth date are read', () => {
  expect(parseBirth('1984-12-31 00:00:00')).toBe('1984-12-31')
  expect(parseBirth('31/12/1984')).toBe('1984-12-31')
})
