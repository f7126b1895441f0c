import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { expect, test } from 'vitest'
import * as fromLibrary from '../negativation/holidays.ts'
import { holidaysTable } from './holidays-table.ts'

const bundled = async (): Promise<{ code: string; bundle: typeof fromLibrary }> => {
  const input = fileURLToPath(new URL('../negativation/holidays.ts', import.meta.url))
  const built = await rolldown({ input, plugins: [holidaysTable()] })
  const { output } = await built.generate({ format: 'esm' })
  await built.close()
  const { code } = output[0]
  return {
    code,
    bundle: (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as typeof fromLibrary,
  }
}

test('G34 · the bundle knows the holidays that the library knows, without the library', async () => {
  const { code, bundle } = await bundled()
  for (let year = 2000; year <= 2100; year += 1)
    expect(bundle.nationalHolidays(year)).toEqual(fromLibrary.nationalHolidays(year))
  expect(code.length).toBeLessThan(20_000)
})

test('G34 · a year beyond the table has none: the deadline is earlier, never later', async () => {
  const { bundle } = await bundled()
  expect(bundle.nationalHolidays(1999)).toEqual([])
  expect(bundle.nationalHolidays(2101)).toEqual([])
})
