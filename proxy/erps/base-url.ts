import { AppError } from '../../shared/errors.ts'

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * The origin of an ERP's API as typed by an administrator. The user's password goes there, so it is https, and http only to this very
 * machine; no path, query or credentials in it.
 * @throws `address-invalid`
 */
export const parseBaseUrl = (text: string): string => {
  const typed = text.trim()
  // `https:name` would pass for an address too.
  if (!/^https?:\/\//i.test(typed) || !URL.canParse(typed)) throw new AppError('address-invalid')
  const url = new URL(typed)
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname))
  const bare = url.pathname === '/' && `${url.search}${url.hash}${url.username}${url.password}` === ''
  if (!safe || !bare) throw new AppError('address-invalid')
  return url.origin
}
