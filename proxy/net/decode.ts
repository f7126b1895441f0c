const marks: readonly [label: string, bytes: readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

const byMark = (bytes: Uint8Array): string | undefined =>
  marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0]

const byHeader = (contentType: string): string | undefined =>
  /charset\s*=\s*["']?([\w-]+)/i.exec(contentType)?.[1]

const byMeta = (bytes: Uint8Array): string | undefined => {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024))
  return /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]
}

const decoded = (bytes: Uint8Array, label: string): string | null => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * An answer's text from its bytes (case G88). Labels are often wrong, so they only decide where the bytes leave a doubt:
 * a byte order mark wins; bytes that are UTF-8 are read as UTF-8, whatever a label says (accented Latin-1 text is practically never
 * valid UTF-8); else the label of the header, then of a meta tag in the first 1 KB, when it names a charset that reads the bytes;
 * else Windows-1252, which reads anything.
 */
export const decode = (bytes: Uint8Array, contentType: string): string => {
  const mark = byMark(bytes)
  if (mark) return new TextDecoder(mark).decode(bytes)
  const labels = ['utf-8', byHeader(contentType), byMeta(bytes)].filter((label) => label !== undefined)
  for (const label of labels) {
    const text = decoded(bytes, label)
    if (text !== null) return text
  }
  return new TextDecoder('windows-1252').decode(bytes)
}
