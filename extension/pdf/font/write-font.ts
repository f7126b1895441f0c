/** 16-bit numbers, big-endian. Negative ones as two's complement. */
export const shorts = (values: readonly number[]): Uint8Array => {
  const view = new DataView(new ArrayBuffer(values.length * 2))
  values.forEach((value, i) => view.setUint16(i * 2, value & 0xffff))
  return new Uint8Array(view.buffer)
}

/** Runs of characters whose glyphs follow one another, as a format 4 table wants them. */
const segments = (map: Map<number, number>): { first: number; last: number; delta: number }[] => {
  const runs: { first: number; last: number; delta: number }[] = []
  for (const [code, glyph] of [...map].toSorted(([a], [b]) => a - b)) {
    const run = runs.at(-1)
    if (run && run.last + 1 === code && run.delta === glyph - code) run.last = code
    else runs.push({ first: code, last: code, delta: glyph - code })
  }
  return [...runs, { first: 0xffff, last: 0xffff, delta: 1 }]
}

/** A cmap table with one Unicode (BMP) subtable of format 4. */
export const cmapTable = (map: Map<number, number>): Uint8Array => {
  const runs = segments(map)
  const log = Math.floor(Math.log2(runs.length))
  const search = 2 ** log * 2
  const length = 16 + runs.length * 8
  const header = [0, 1, 3, 1, 0, 12, 4, length, 0, runs.length * 2, search, log, runs.length * 2 - search]
  return shorts([
    ...header,
    ...runs.map(({ last }) => last),
    0,
    ...runs.map(({ first }) => first),
    ...runs.map(({ delta }) => delta),
    ...runs.map(() => 0),
  ])
}

/** A name table with family, style, full and PostScript name. The Bitstream licence asks for a new name. */
export const nameTable = (name: string): Uint8Array => {
  const entries: [number, string][] = [
    [1, name],
    [2, 'Regular'],
    [4, name],
    [6, name.replaceAll(' ', '')],
  ]
  const records: number[] = []
  let at = 0
  for (const [id, text] of entries) {
    records.push(3, 1, 0x409, id, text.length * 2, at)
    at += text.length * 2
  }
  const codes = entries.flatMap(([, text]) => Array.from(text, (letter) => letter.charCodeAt(0)))
  return shorts([0, entries.length, 6 + entries.length * 12, ...records, ...codes])
}

const checksum = (bytes: Uint8Array): number => {
  let sum = 0
  for (let i = 0; i < bytes.length; i += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(i, i + 4)
    sum = (sum + ((a << 24) | (b << 16) | (c << 8) | d)) >>> 0
  }
  return sum
}

/** Tables begin at multiples of four bytes. */
const padded = (length: number): number => Math.ceil(length / 4) * 4

/** A TrueType file made of `tables`. */
export const joinTables = (tables: Record<string, Uint8Array>): Uint8Array => {
  const entries = Object.entries(tables).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const log = Math.floor(Math.log2(entries.length))
  let at = 12 + entries.length * 16
  const file = new Uint8Array(at + entries.reduce((sum, [, bytes]) => sum + padded(bytes.length), 0))
  const view = new DataView(file.buffer)
  view.setUint32(0, 0x10000)
  file.set(shorts([entries.length, 2 ** log * 16, log, (entries.length - 2 ** log) * 16]), 4)
  entries.forEach(([tag, bytes], i) => {
    const entry = 12 + i * 16
    file.set(
      Array.from(tag, (letter) => letter.charCodeAt(0)),
      entry,
    )
    view.setUint32(entry + 4, checksum(bytes))
    view.setUint32(entry + 8, at)
    view.setUint32(entry + 12, bytes.length)
    file.set(bytes, at)
    at += padded(bytes.length)
  })
  return file
}
