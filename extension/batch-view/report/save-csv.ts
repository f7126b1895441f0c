import { saveFile } from '../../ui/save-file.ts'
import { csvOf } from './csv.ts'

/** Hands rows to the browser's downloads as a CSV file. */
export const saveCsv = (rows: readonly (readonly string[])[], name: string): void => {
  saveFile(new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }), name)
}
