import { parseDocument } from '../../../shared/document.ts'

/** Texts that must be nowhere, by name. */
export type Canaries = Readonly<Record<string, string>>

/** The middle of the text in base64 at each of the three places where it may begin; what its neighbours change is cut off. */
const inBase64 = (text: Buffer): string[] =>
  [0, 1, 2].map((shift) => {
    const padded = Buffer.concat([Buffer.alloc(shift), text])
    const whole = padded.length - (padded.length % 3)
    return padded
      .subarray(0, whole)
      .toString('base64')
      .slice(shift === 0 ? 0 : 4)
  })

const escaped = (text: string): string =>
  Array.from(text, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')

/** How a text may lie in a file. */
const formsOf = (text: string): Buffer[] => {
  const bytes = Buffer.from(text)
  const words = [
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    encodeURIComponent(text),
    JSON.stringify(text).slice(1, -1),
    text.replaceAll(/[^\x20-\x7e]/g, escaped),
    escaped(text),
    ...inBase64(bytes),
    ...inBase64(bytes).map((form) => form.replaceAll('+', '-').replaceAll('/', '_')),
  ]
  const encoded = (['utf8', 'latin1', 'utf16le'] as const).map((encoding) => Buffer.from(text, encoding))
  return [...encoded, ...words.map((word) => Buffer.from(word))]
}

/** Shorter ones lie anywhere by chance. */
const shortest = 5

interface Form {
  name: string
  bytes: Buffer
}

/** Looks for all forms of all canaries in one pass, so that its time does not grow with their number. */
export const searcherOf = (canaries: Canaries): ((content: Buffer) => string[]) => {
  const pairs = new Uint8Array(65_536)
  const byStart = new Map<number, Form[]>()
  for (const [name, text] of Object.entries(canaries))
    for (const bytes of formsOf(text)) {
      if (bytes.length < shortest) continue
      pairs[bytes.readUInt16BE()] = 1
      const start = bytes.readUInt32BE()
      const known = byStart.get(start) ?? []
      if (!known.some((form) => form.name === name && form.bytes.equals(bytes))) known.push({ name, bytes })
      byStart.set(start, known)
    }
  return (content) => {
    const found = new Set<string>()
    for (let at = 0; at + shortest <= content.length; at += 1) {
      if (pairs[(content[at]! << 8) | content[at + 1]!] === 0) continue
      for (const { name, bytes } of byStart.get(content.readUInt32BE(at)) ?? [])
        if (bytes.equals(content.subarray(at, at + bytes.length))) found.add(name)
    }
    return [...found]
  }
}

const documentShape =
  /(?<![\dA-Za-z])(?:\d{3}\.?\d{3}\.?\d{3}-?\d{2}|[\dA-Z]{2}\.?[\dA-Z]{3}\.?[\dA-Z]{3}\/?[\dA-Z]{4}-?\d{2})(?![\dA-Za-z])/g

const base64Run = /[\w+/-]{15,}/g
const hexRun = /[\da-fA-F]{22,}/g

/** What a text may hide: its wide letters made narrow, its escapes resolved, its base64 and hex read. */
const unfolded = function* (text: string): Generator<string> {
  yield text
  if (/\d\0.\0\d/.test(text)) yield text.replaceAll('\0', '')
  if (/%[\dA-F]{2}|\\u00/i.test(text))
    yield text.replaceAll(/(?:%|\\u00)([\da-f]{2})/gi, (_, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    )
  for (const [run] of text.matchAll(hexRun))
    for (const shift of [0, 1]) yield Buffer.from(run.slice(shift), 'hex').toString('latin1')
  for (const [run] of text.matchAll(base64Run))
    for (const shift of [0, 1, 2, 3]) yield Buffer.from(run.slice(shift), 'base64').toString('latin1')
}

/** The bare digits of a CPF. */
const shortestRun = 11

/** The printable runs of a content, with the NULs of UTF-16 in them: sealed bytes have next to none that are long enough. */
const readable = (content: Buffer): string => {
  const runs: string[] = []
  let start = 0
  let letters = 0
  for (let at = 0; at <= content.length; at += 1) {
    const byte = content[at] ?? 1
    if (byte >= 32 && byte < 127) letters += 1
    else if (byte !== 0 || letters === 0 || content[at - 1] === 0) {
      if (letters >= shortestRun) runs.push(content.toString('latin1', start, at))
      start = at + 1
      letters = 0
    }
  }
  return runs.join('\n')
}

/** Whether anybody's CPF or CNPJ stands there: right check digits, bare or with its mask, in whatever form. */
export const holdsDocument = (content: Buffer): boolean => {
  for (const text of unfolded(readable(content)))
    for (const [token] of text.matchAll(documentShape)) if (parseDocument(token)) return true
  return false
}

/** 32 bytes in base64url: every key, signature and proof of ours looks so. */
export const holdsKey = (content: Buffer): boolean =>
  /(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[\w-]{43}(?![\w-])/.test(content.toString('latin1'))
