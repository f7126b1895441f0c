import { join } from 'node:path'
import { readHeaderLine } from './journal-line.ts'
import type { Header } from './journal-line.ts'
import type { Place } from './place.ts'
import { segmentName } from './place.ts'

/** More than any first line. */
const longest = 4096

export interface SegmentHead extends Header {
  /** No line follows. */
  isBare: boolean
}

/** The first line of a segment in the store's folder, without the rest; throws when it is missing, damaged or foreign. */
export const readSegmentHead = async (place: Place, after: number): Promise<SegmentHead> => {
  const file = await place.disk.open(join(place.folder, segmentName(after)), 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(longest), 0, longest)
    const { header, end } = readHeaderLine(place, after, buffer.subarray(0, bytesRead))
    return { ...header, isBare: bytesRead === end }
  } finally {
    await file.close()
  }
}
