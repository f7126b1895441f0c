/**
 * Cuts a TrueType font down to some characters, without hints (jsPDF drops the programs that hints call).
 * jsPDF embeds every table but the outlines whole: a full DejaVu would cost each PDF 70 KB, this one costs about 10.
 */
import { glyphData, glyphsByCharacter, partPlaces, readFont, type FontFile } from './read-font.ts'
import { cmapTable, joinTables, nameTable, shorts } from './write-font.ts'

/** Simple outlines lose their hint program; composite ones get the new numbers of their parts. */
const renumbered = (outline: Uint8Array, newNumber: Map<number, number>): Uint8Array => {
  if (outline.length === 0) return outline
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength)
  const contours = view.getInt16(0)
  if (contours >= 0) {
    const at = 10 + contours * 2
    const hints = view.getUint16(at)
    const body = outline.subarray(at + 2 + hints)
    const cut = new Uint8Array(at + 2 + body.length)
    cut.set(outline.subarray(0, at))
    cut.set(body, at + 2)
    return cut
  }
  for (const place of partPlaces(outline)) {
    view.setUint16(place, newNumber.get(view.getUint16(place)) ?? 0)
    // "has instructions" off: what follows the last part is then ignored.
    view.setUint16(place - 2, view.getUint16(place - 2) & ~0x100)
  }
  return outline
}

/** The glyphs to keep, in new order: .notdef, then every wanted one, then the parts they are made of. */
const keptGlyphs = (font: FontFile, wanted: Iterable<number>): number[] => {
  const kept = [...new Set([0, ...wanted])]
  for (let i = 0; i < kept.length; i += 1) {
    const outline = glyphData(font, kept[i] ?? 0)
    const view = new DataView(outline.buffer)
    for (const place of partPlaces(outline)) {
      const part = view.getUint16(place)
      if (!kept.includes(part)) kept.push(part)
    }
  }
  return kept
}

const patched = (font: FontFile, tag: string, patch: (view: DataView) => void): Uint8Array => {
  const { offset, length } = font.table(tag)
  const copy = font.bytes.slice(offset, offset + length)
  patch(new DataView(copy.buffer))
  return copy
}

const outlines = (font: FontFile, kept: number[], newNumber: Map<number, number>) => {
  const parts = kept.map((glyph) => renumbered(glyphData(font, glyph), newNumber))
  const offsets = [0]
  for (const part of parts) offsets.push((offsets.at(-1) ?? 0) + Math.ceil(part.length / 4) * 4)
  const glyf = new Uint8Array(offsets.at(-1) ?? 0)
  parts.forEach((part, i) => glyf.set(part, offsets[i]))
  const loca = new DataView(new ArrayBuffer(offsets.length * 4))
  offsets.forEach((offset, i) => loca.setUint32(i * 4, offset))
  return { glyf, loca: new Uint8Array(loca.buffer) }
}

const metrics = ({ view, table }: FontFile, kept: number[]): Uint8Array => {
  const wide = view.getUint16(table('hhea').offset + 34)
  const hmtx = table('hmtx').offset
  return shorts(
    kept.flatMap((glyph) => {
      const advance = view.getUint16(hmtx + Math.min(glyph, wide - 1) * 4)
      const bearing =
        glyph < wide
          ? view.getInt16(hmtx + glyph * 4 + 2)
          : view.getInt16(hmtx + wide * 4 + (glyph - wide) * 2)
      return [advance, bearing]
    }),
  )
}

/** The font `bytes` with `characters` only, under the name `name`. Characters it does not have are left out. */
export const reduceFont = (bytes: Uint8Array, characters: readonly number[], name: string): Uint8Array => {
  const font = readFont(bytes)
  const glyphs = glyphsByCharacter(font)
  const present = characters.filter((code) => glyphs.has(code))
  const kept = keptGlyphs(
    font,
    present.map((code) => glyphs.get(code) ?? 0),
  )
  const newNumber = new Map(kept.map((glyph, i) => [glyph, i]))
  const map = new Map(present.map((code) => [code, newNumber.get(glyphs.get(code) ?? 0) ?? 0]))
  return joinTables({
    'OS/2': patched(font, 'OS/2', () => {}),
    cmap: cmapTable(map),
    ...outlines(font, kept, newNumber),
    head: patched(font, 'head', (view) => view.setInt16(50, 1)),
    hhea: patched(font, 'hhea', (view) => view.setUint16(34, kept.length)),
    hmtx: metrics(font, kept),
    maxp: patched(font, 'maxp', (view) => view.setUint16(4, kept.length)),
    name: nameTable(name),
    post: patched(font, 'post', (view) => view.setUint32(0, 0x30000)).slice(0, 32),
  })
}
