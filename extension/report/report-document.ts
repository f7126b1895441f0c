/** Loads nothing and runs nothing, whatever a cleaner may have missed (DOMPurify had CVE-2024-47875, CVE-2025-26791). */
export const reportPolicy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"

/** Weak rules (`:where` has no weight): the report's own style wins over every one of them. */
const baseStyle = `
:where(a[data-link]){color:#00e;text-decoration:underline}
:where([data-omitted]){display:inline-block;border:1px dashed #888;padding:1px 4px;color:#555;font:italic 11px sans-serif}
@media print{:where(details)::details-content{content-visibility:visible}}`

/** In quirks mode a table does not inherit the body's font; a frame made from text is never in quirks mode. */
const quirksStyle = `
:where(table){font-size:initial;font-weight:initial;font-style:initial;font-variant:initial;line-height:initial;white-space:initial;text-align:initial}`

/** Documents without a doctype, or with one of the old transitional ones without an address, are laid out in quirks mode. */
export const isQuirks = (source: string): boolean => {
  const doctype = /^[\s\uFEFF]*(?:<!--[\s\S]*?-->\s*)*<!doctype\s+html\b([^>]*)>/i.exec(source)?.[1]
  if (doctype === undefined) return true
  return /public/i.test(doctype) && !/https?:\/\/|xhtml 1\.|html 4\.01\/\/|strict/i.test(doctype)
}

/**
 * The document that a frame shows: the policy first, then our weak rules, then the cleaned report.
 * `inner` is the inside of the cleaned `<html>` element.
 */
export const reportDocument = (inner: string, quirks: boolean): string => {
  const head = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${reportPolicy}"><style>${baseStyle}${quirks ? quirksStyle : ''}</style>`
  return `<!DOCTYPE html><html lang="pt-BR">${inner.replace(/^\s*<head\b[^>]*>/i, `<head>${head}`)}</html>`
}
