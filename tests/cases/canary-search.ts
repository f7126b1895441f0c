import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

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

/** How a text may lie in a file. */
const formsOf = (text: string): Buffer[] => {
  const bytes = Buffer.from(text)
  const words = [
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
    encodeURIComponent(text),
    ...inBase64(bytes),
    ...inBase64(bytes).map((form) => form.replaceAll('+', '-').replaceAll('/', '_')),
  ]
  const encoded = (['utf8', 'latin1', 'utf16le'] as const).map((encoding) => Buffer.from(text, encoding))
  return [...encoded, ...words.map((word) => Buffer.from(word))]
}

/** The canaries that a content holds, by name. */
export const canariesIn = (content: Buffer | string, canaries: Readonly<Record<string, string>>): string[] =>
  Object.entries(canaries)
    .filter(([, text]) => formsOf(text).some((form) => Buffer.from(content).includes(form)))
    .map(([name]) => name)

/** Every file below a folder, hidden ones and their names as well, with the canaries in it. */
export const searchFolder = async (
  folder: string,
  canaries: Readonly<Record<string, string>>,
): Promise<{ files: string[]; found: string[] }> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const found = await Promise.all(
    files.map(async (file) =>
      canariesIn(Buffer.concat([Buffer.from(relative(folder, file)), await readFile(file)]), canaries).map(
        (name) => `${name} in ${relative(folder, file)}`,
      ),
    ),
  )
  return { files: files.map((file) => relative(folder, file)), found: found.flat() }
}
