import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PostalAddress } from '../../shared/api.ts'
import { fitAddress, fitName, isDeliverable } from './fit-address.ts'

const address: PostalAddress = {
  street: 'Rua das Acácias',
  number: '120',
  complement: 'Apto 32',
  district: 'Centro',
  city: 'Uberlândia',
  state: 'MG',
  zip: '38400100',
}

test('an address that fits stays as it is', () => {
  expect(fitAddress(address)).toEqual({ address, shortened: [] })
})

test('G51 · what is too long is first abbreviated, then cut, and what it was is told', () => {
  const long = {
    ...address,
    street: 'Avenida Professora Doutora Maria Aparecida dos Santos Oliveira',
    complement: 'Bloco B apartamento 1203 fundos',
    district: 'Conjunto Habitacional Jardim das Palmeiras',
    city: 'São José do Rio Preto',
  }
  const { address: fitted, shortened } = fitAddress(long)
  expect(fitted).toMatchObject({
    street: 'AV PROFA DRA Maria Aparecida dos Santos',
    complement: 'BL B AP 1203 fundos',
    district: 'CJ HAB JD das Palmei',
    city: 'S José do Rio Preto',
  })
  expect(shortened).toEqual([
    { field: 'street', whole: long.street },
    { field: 'complement', whole: long.complement },
    { field: 'district', whole: long.district },
    { field: 'city', whole: long.city },
  ])
})

test('space, the spelling of the state and the points of a CEP are no change that anybody is asked about', () => {
  const spelled = { ...address, street: '  Rua  das   Acácias ', state: 'mg', zip: '38.400-100' }
  expect(fitAddress(spelled)).toEqual({ address, shortened: [] })
})

test('no address is an empty one', () => {
  expect(fitAddress(null).shortened).toEqual([])
  expect(isDeliverable(null)).toBe(false)
})

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 90 }),
  fc
    .array(fc.constantFrom('RUA', 'Avenida', 'São', 'das', 'Nossa', 'Senhora', 'Conjunto', '12'), {
      maxLength: 14,
    })
    .map((words) => words.join(' ')),
)

test('the limits hold for every address, and fitting what fits changes nothing', () => {
  fc.assert(
    fc.property(
      fc.record({ street: text, number: text, complement: text, district: text, city: text }),
      (parts) => {
        const { address: fitted, shortened } = fitAddress({ ...address, ...parts })
        expect(`${fitted.street}, ${fitted.number}`.length).toBeLessThanOrEqual(45)
        for (const part of [fitted.complement, fitted.district, fitted.city])
          expect(part.length).toBeLessThanOrEqual(20)
        expect(fitAddress(fitted)).toEqual({ address: fitted, shortened: [] })
        for (const { field, whole } of shortened) expect(fitted[field]).not.toBe(whole)
        expect(fitName(parts.street).length).toBeLessThanOrEqual(70)
      },
    ),
  )
})

test('G51 · a letter needs street, number, city, state and a CEP that is one', () => {
  expect(isDeliverable(address)).toBe(true)
  expect(isDeliverable({ ...address, street: 'R. A', number: '', zip: '38400000' })).toBe(false)
  expect(isDeliverable({ ...address, zip: '00000-000' })).toBe(false)
  expect(isDeliverable({ ...address, number: 'S/N', zip: '38400-000' })).toBe(true)
  expect(isDeliverable({ ...address, district: '', complement: '' })).toBe(true)
  for (const gap of [
    { street: '-' },
    { number: ' ' },
    { city: '' },
    { state: 'M' },
    { state: '' },
    { zip: '3840010' },
  ])
    expect(isDeliverable({ ...address, ...gap })).toBe(false)
})
