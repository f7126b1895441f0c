import { expect, test } from 'vitest'
import { parseBoletoLine } from './boleto-line.ts'
import { parsePixCode } from './pix-code.ts'

/** Published samples: two banks, three utilities, with both kinds of check digit. */
const samples = [
  '00190.50095 40144.816069 06809.350314 3 37370000000100',
  '23793.38128 60007.827136 95000.063305 9 75520000370000',
  '83640000001-1 33120138000-2 81288462711-6 08013618155-1',
  '848900000002 404201622015 806051904292 586034111220',
  '836200000005 667800481000 180975657313 001589636081',
]

test.each(samples)('G55 · %s can be paid', (line) => {
  expect(parseBoletoLine(line)).toBe(line.replace(/[ .-]/g, ''))
})

test('G55 · one wrong digit anywhere makes a line that cannot be paid', () => {
  for (const sample of samples) {
    const line = sample.replace(/[ .-]/g, '')
    const taken = Array.from(line, (digit, place) =>
      parseBoletoLine(`${line.slice(0, place)}${(Number(digit) + 1) % 10}${line.slice(place + 1)}`),
    )
    expect(taken.filter((each) => each !== null)).toEqual([])
  }
})

test.each(['', '0', 'boleto', '1'.repeat(47), `9${'0'.repeat(47)}`, '0'.repeat(46), '0'.repeat(49)])(
  'G55 · %j is no line',
  (text) => {
    expect(parseBoletoLine(text)).toBeNull()
  },
)

test('G55 · the checksum of a Pix code is the one of the Banco Central', () => {
  // The sample of its BR Code manual.
  const sample =
    '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D'
  expect(parsePixCode(` ${sample} `)).toBe(sample)
  expect(parsePixCode(sample.replace('5303986', '5303840'))).toBeNull()
  expect(parsePixCode('https://pix.example/qr/1')).toBeNull()
})
