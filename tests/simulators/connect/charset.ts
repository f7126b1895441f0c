import type { Answer } from '../server/answer.ts'

/**
 * How an answer's bytes and its labels go together (case G88).
 * - `utf8`                 UTF-8, header and meta say so
 * - `latin1-header`        ISO-8859-1, the header says so                            (a)
 * - `latin1-meta`          ISO-8859-1, only the meta tag says so                     (b)
 * - `latin1-unlabelled`    ISO-8859-1, nothing says so                               (c)
 * - `latin1-wrong-header`  ISO-8859-1, the header says utf-8                         (d)
 * - `utf8-wrong-meta`      UTF-8, no charset in the header, the meta says iso-8859-1 (e)
 * - `utf8-header-wrong-meta`  as (e), but the header says utf-8
 */
export const charsets = [
  'utf8',
  'latin1-header',
  'latin1-meta',
  'latin1-unlabelled',
  'latin1-wrong-header',
  'utf8-wrong-meta',
  'utf8-header-wrong-meta',
] as const
export type Charset = (typeof charsets)[number]

interface Labels {
  encoding: 'utf8' | 'latin1'
  header: string | null
  meta: string | null
}

const labels: Record<Charset, Labels> = {
  utf8: { encoding: 'utf8', header: 'utf-8', meta: 'utf-8' },
  'latin1-header': { encoding: 'latin1', header: 'ISO-8859-1', meta: null },
  'latin1-meta': { encoding: 'latin1', header: null, meta: 'iso-8859-1' },
  'latin1-unlabelled': { encoding: 'latin1', header: null, meta: null },
  'latin1-wrong-header': { encoding: 'latin1', header: 'utf-8', meta: null },
  'utf8-wrong-meta': { encoding: 'utf8', header: null, meta: 'iso-8859-1' },
  'utf8-header-wrong-meta': { encoding: 'utf8', header: 'utf-8', meta: 'iso-8859-1' },
}

const metaTag = /\s*<meta http-equiv="Content-Type"[^>]*>/i

const labelled = (text: string, meta: string | null): string => {
  const tag = meta === null ? '' : `\n<meta http-equiv="Content-Type" content="text/html; charset=${meta}">`
  return metaTag.test(text) ? text.replace(metaTag, tag) : text.replace(/<head>/i, `<head>${tag}`)
}

/** An answer whose bytes and labels follow `charset`. JSON has no meta tag; the rest applies to it as well. */
export const encode = (
  text: string,
  mediaType: 'text/html' | 'application/json',
  charset: Charset,
): Answer => {
  const { encoding, header, meta } = labels[charset]
  const whole = mediaType === 'text/html' ? labelled(text, meta) : text
  return {
    status: 200,
    headers: { 'content-type': header === null ? mediaType : `${mediaType}; charset=${header}` },
    body: Buffer.from(whole, encoding),
  }
}
