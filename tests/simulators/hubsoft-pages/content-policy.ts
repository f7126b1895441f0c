import { apiHost } from './hosts.ts'
import { switchTable } from './switches.ts'

/** A variant of the `csp` switch. */
export type PolicyName = (typeof switchTable.csp.choices)[number]

/** Whether `value` names a variant. */
export function isPolicyName(value: string | null): value is PolicyName {
  return (switchTable.csp.choices as readonly (string | null)[]).includes(value)
}

/**
 * The Content-Security-Policy of a variant, null for none. AngularJS Material writes its theme into <style> elements, so
 * the page's own ones carry `nonce`; a foreign <style> has none and meets plain `style-src 'self'`.
 */
export function contentPolicy(name: PolicyName, port: number, nonce: string): string | null {
  const style = `style-src 'self' 'nonce-${nonce}'`
  switch (name) {
    case 'none':
      return null
    case 'style':
      return style
    case 'strict':
      return `default-src 'self'; script-src 'self'; ${style}; img-src 'self' data:; connect-src 'self' http://${apiHost}:${port}`
  }
}
