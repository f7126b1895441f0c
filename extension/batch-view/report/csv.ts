import papa from 'papaparse'

/**
 * What a spreadsheet would not leave as it is: a formula, which it would run, also behind blanks and in its wide letters; and figures
 * that it would take for a number and write anew, like a protocol with leading zeros. An apostrophe in front keeps both as text.
 */
const changedBySpreadsheets = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n]|0\d+$|\d{16,}$|\d+e\d+$)/iu

/** Excel takes a file without it for Windows-1252. */
const byteOrderMark = '\uFEFF'

/** Rows as a CSV file that Excel in Portuguese opens by a double click: semicolons, CRLF, UTF-8 with its mark; nothing in it runs. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  byteOrderMark +
  papa.unparse([...rows] as string[][], {
    delimiter: ';',
    newline: '\r\n',
    escapeFormulae: changedBySpreadsheets,
  })
