/** A TrueType file taken apart as far as a reduction needs it (OpenType 1.9, big-endian). */
export interface FontFile {
  bytes: Uint8Array
  view: DataView
  table: (tag: string) => { offset: number; length: number }
}

/** Opens a TrueType file. Throws `RangeError` when a table that every font has is absent. */
export const readFont = (file: Uint8Array): FontFile => {
  // A copy: a Node Buffer's slice() would share its memory.
  const bytes = Uint8Array.from(file)
  const view = new DataView(bytes.buffer)
  const tables = new Map<string, { offset: number; length: number }>()
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const entry = 12 + i * 16
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4))
    tables.set(tag, { offset: view.getUint32(entry + 8), length: view.getUint32(entry + 12) })
  }
  const table = (tag: string) => {
    const found = tables.get(tag)
    if (!found) throw new RangeError(`font without table ${tag}`)
    return found
  }
  return { bytes, view, table }
}

/** Character → glyph of the font's format 12 table (the complete one). */
export const glyphsByCharacter = ({ view, table }: FontFile): Map<number, number> => {
  const { offset } = table('cmap')
  const glyphs = new Map<number, number>()
  for (let i = 0; i < view.getUint16(offset + 2); i += 1) {
    const subtable = offset + view.getUint32(offset + 4 + i * 8 + 4)
    if (view.getUint16(subtable) !== 12) continue
    for (let group = 0; group < view.getUint32(subtable + 12); group += 1) {
      const at = subtable + 16 + group * 12
      const [first, last, glyph] = [view.getUint32(at), view.getUint32(at + 4), view.getUint32(at + 8)]
      for (let code = first; code <= last; code += 1) glyphs.set(code, glyph + code - first)
    }
  }
  return glyphs
}

/** The outline of one glyph, empty for a blank one. Fonts with long offsets only, as DejaVu is. */
export const glyphData = ({ bytes, view, table }: FontFile, glyph: number): Uint8Array => {
  const loca = table('loca').offset + glyph * 4
  const glyf = table('glyf').offset
  return bytes.slice(glyf + view.getUint32(loca), glyf + view.getUint32(loca + 4))
}

/** Places in a composite outline that hold the number of a part; none for a simple outline. */
export const partPlaces = (outline: Uint8Array): number[] => {
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength)
  if (outline.length === 0 || view.getInt16(0) >= 0) return []
  const places: number[] = []
  let at = 10
  for (let more = true; more;) {
    const flags = view.getUint16(at)
    places.push(at + 2)
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0)
    more = (flags & 0x20) !== 0
  }
  return places
}
