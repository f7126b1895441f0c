import { expect, test } from 'vitest'
import { texts } from '../../shared/locales/texts.ts'
import { nothingOmitted } from '../report/omitted.ts'
import { omittedTexts } from './omitted-texts.ts'

const words = texts('pt-BR').report
const nothing = nothingOmitted()

test('what was left out is announced, and only that', () => {
  expect(omittedTexts(nothing, words)).toEqual([])
  expect(omittedTexts({ ...nothing, images: 1 }, words)).toEqual(['1 imagem externa omitida'])
  expect(omittedTexts({ ...nothing, images: 2, frames: 1, scripts: 2, forms: 1 }, words)).toEqual([
    '2 imagens externas omitidas',
    '4 elementos ativos retirados',
  ])
})
