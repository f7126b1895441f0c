import type { Plugin } from 'rolldown'
import { nationalHolidays } from '../negativation/holidays.ts'

const source = /[\\/]proxy[\\/]negativation[\\/]holidays\.ts$/
/** Invoices older than the first are none of ours; the service is not handed out for longer than to the last. */
const [first, last] = [2000, 2100]

const table = (): string => {
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return JSON.stringify(Object.fromEntries(years.map((year) => [year, nationalHolidays(year)])))
}

/**
 * Writes into the bundle what `nationalHolidays` says of each year, in the place of the library that says it: the calendars and time
 * zones of the whole world were half of the bundle and of what a start costs. A year beyond the table has no holidays, which makes a
 * deadline earlier, never later (case G34).
 */
export const holidaysTable = (): Plugin => ({
  name: 'holidays-table',
  load: {
    filter: { id: source },
    handler: () => ({
      code: `const years = ${table()}\nexport const nationalHolidays = (year) => years[year] ?? []`,
      moduleType: 'js',
    }),
  },
})
