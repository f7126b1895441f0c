import { expect, test } from 'vitest'
import { licencesText } from './third-party.ts'

const library = (name: string, licenseText: string | null = `Licence of ${name}`) => ({
  name,
  version: '1.0.0',
  license: 'MIT',
  licenseText,
  noticeText: null,
})

test('each library once, in order, with name, version, licence and its text', () => {
  const text = licencesText([library('b'), library('a', 'Line\r\n'), library('b')])
  expect(text.match(/^[ab] 1\.0\.0 \(MIT\)$/gm)).toEqual(['a 1.0.0 (MIT)', 'b 1.0.0 (MIT)'])
  expect(text).toContain('Licence of b')
  expect(text).not.toContain('\r')
})

test('MIT without its file is written out with the name of the author', () => {
  const text = licencesText([{ ...library('a', null), author: { name: 'Ana' } }])
  expect(text).toContain('Copyright (c) Ana')
  expect(text).toContain('Permission is hereby granted')
})

test('a library without a licence text may not be handed out', () => {
  expect(() => licencesText([library('a', null)])).toThrow('a 1.0.0')
  const other = { ...library('a', null), license: 'ISC', author: { name: 'Ana' } }
  expect(() => licencesText([other])).toThrow('a 1.0.0')
})
