import type { FileHandle } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzipSync, gzip } from 'node:zlib'
import { fillDurably } from './durable-write.ts'
import type { Place } from './place.ts'
import { sealBytes, unsealBytes } from './seal.ts'

/**
 * A large file as a row of sealed pieces, so that neither writing nor reading it needs it whole in memory, and writing gives way to
 * other work after each piece. Layout: `NADA2`, `g` (compressed) or `p`, then for each piece its length (4 bytes) and its seal; the last
 * piece is empty and says that nothing is missing.
 */
const magic = 'NADA2'
const zip = promisify(gzip)
/** So much is on its way to the disk at once; more would make the journal's fsync wait. */
const syncEvery = 4 * 1024 * 1024

const labelOf = ({ installation }: Place, name: string, index: number, isLast: boolean): string =>
  `${name}:${installation}#${index}${isLast ? '#end' : ''}`

const framed = (sealed: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(sealed.length)
  return Buffer.concat([length, sealed])
}

/** Writes the texts durably at `path`, one piece each, bound to `name`. Throws the system's error; an older file then still stands. */
export const writeFrames = (
  place: Place,
  path: string,
  name: string,
  texts: Iterable<string>,
  isCompressed = false,
): Promise<void> =>
  fillDurably(place.disk, path, async (file) => {
    const { key, random } = place
    let index = 0
    let unsynced = 0
    const put = async (content: Buffer, isLast: boolean): Promise<void> => {
      const bytes = framed(sealBytes(key, labelOf(place, name, index, isLast), content, random))
      await file.appendFile(bytes)
      index += 1
      unsynced += bytes.length
      if (unsynced < syncEvery) return
      await file.datasync()
      unsynced = 0
    }
    await file.appendFile(Buffer.from(magic + (isCompressed ? 'g' : 'p')))
    for (const text of texts) await put(isCompressed ? await zip(text) : Buffer.from(text), false)
    await put(Buffer.alloc(0), true)
  })

/** Exactly so many bytes from where the file stands; throws when it ends before. */
const take = async (file: FileHandle, bytes: Buffer): Promise<Buffer> => {
  let filled = 0
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled)
    if (bytesRead === 0) throw new Error('sealed file ends too early')
    filled += bytesRead
  }
  return bytes
}

/** More than any piece: one answer of the bureau at the most. */
const longest = 256 * 1024 * 1024

/** The texts that `writeFrames` wrote under the same name; throws as soon as a piece is missing, cut, altered or foreign. */
export async function* readFrames(place: Place, path: string, name: string): AsyncGenerator<string> {
  const file = await place.disk.open(path, 'r')
  try {
    const head = (await take(file, Buffer.alloc(magic.length + 1))).toString('latin1')
    if (!head.startsWith(magic)) throw new Error('not a sealed file')
    let buffer = Buffer.alloc(0)
    const length = Buffer.alloc(4)
    for (let index = 0; ; index += 1) {
      const size = (await take(file, length)).readUInt32BE()
      if (size > longest) throw new Error('not a sealed piece')
      if (buffer.length < size) buffer = Buffer.alloc(size * 2)
      const sealed = await take(file, buffer.subarray(0, size))
      const isLast = size === emptySize
      const content = unsealBytes(place.key, labelOf(place, name, index, isLast), sealed)
      if (isLast) return
      yield (head.endsWith('g') ? gunzipSync(content) : content).toString('utf8')
    }
  } finally {
    await file.close()
  }
}

/** Of a seal around nothing; no piece is empty. */
const emptySize = 5 + 12 + 16
