import { isUtf8 } from 'node:buffer'
import { AppError } from '../../shared/errors.ts'

const maxDepth = 16

const refuse = (): never => {
  throw new AppError('input-invalid', { params: { field: '?' } })
}

/** The index of the quote that ends the string which begins at `start`. */
const endOfString = (text: string, start: number): number => {
  let end = text.indexOf('"', start + 1)
  let slash = text.indexOf('\\', start + 1)
  while (slash !== -1 && slash < end) {
    if (end === slash + 1) end = text.indexOf('"', end + 1)
    slash = text.indexOf('\\', slash + 2)
  }
  return end
}

/**
 * Two readers of the same text must see the same object: no key twice, no `__proto__`, no bottomless nesting. Walks over a text that
 * `JSON.parse` has accepted.
 */
const refuseAmbiguous = (text: string): void => {
  const open: (Set<string> | null)[] = []
  let keyNext = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '"') {
      const end = endOfString(text, at)
      const keys = keyNext ? open.at(-1) : null
      if (keys) {
        const key = JSON.parse(text.slice(at, end + 1)) as string
        if (key === '__proto__' || keys.has(key)) refuse()
        keys.add(key)
      }
      at = end
    } else if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? new Set() : null)
      keyNext = sign === '{'
      if (open.length > maxDepth) refuse()
    } else if (sign === '}' || sign === ']') open.pop()
    else if (sign === ',') keyNext = true
    else if (sign === ':') keyNext = false
  }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return refuse()
  }
}

/** The object in a JSON body; anything else throws `input-invalid`. No body is an empty object. */
export const readJson = (bytes: Buffer): Record<string, unknown> => {
  if (bytes.length === 0) return {}
  if (!isUtf8(bytes)) refuse()
  const text = bytes.toString('utf8')
  const value = parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse()
  refuseAmbiguous(text)
  return value as Record<string, unknown>
}
