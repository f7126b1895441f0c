/** Lays a JSON answer out as a plain page, so that one way of showing, printing and keeping serves both formats. */

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)

/** `quantidadeTotalOcorrencias` → `Quantidade total ocorrencias`: the answer's own names, readable. */
const label = (name: string): string => {
  const words = name
    .replace(/_/g, ' ')
    .replace(/([a-zà-ú\d])([A-Z])/g, (_, before: string, next: string) => `${before} ${next.toLowerCase()}`)
  return escaped(words.charAt(0).toUpperCase() + words.slice(1))
}

type Fields = Record<string, unknown>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type Simple = string | number | boolean | null | undefined
const isSimple = (value: unknown): value is Simple => typeof value !== 'object' || value === null

const simple = (value: unknown): string =>
  !isSimple(value) || value === null || value === undefined || value === '' ? '—' : escaped(String(value))

const pairs = (fields: [string, unknown][]): string =>
  fields.length === 0
    ? ''
    : `<table>${fields.map(([name, value]) => `<tr><th scope="row">${label(name)}</th><td>${simple(value)}</td></tr>`).join('')}</table>`

const grid = (rows: Fields[]): string => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const head = names.map((name) => `<th scope="col">${label(name)}</th>`).join('')
  const body = rows.map((row) => `<tr>${names.map((name) => `<td>${simple(row[name])}</td>`).join('')}</tr>`)
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`
}

const list = (values: unknown[], level: number): string => {
  const rows = values.filter(isFields)
  const flat = rows.length === values.length && rows.every((row) => Object.values(row).every(isSimple))
  if (flat && rows.length > 0) return grid(rows)
  return values.map((value) => (isSimple(value) ? `<p>${simple(value)}</p>` : section(value, level))).join('')
}

/** Nothing is left out: simple values first, as a table, then each part that holds more, under its name (case G19). */
const section = (value: unknown, level: number): string => {
  if (Array.isArray(value)) return list(value, level)
  if (!isFields(value)) return `<p>${simple(value)}</p>`
  const entries = Object.entries(value)
  const heading = `h${Math.min(level, 6)}`
  const parts = entries
    .filter(([, part]) => !isSimple(part))
    .map(([name, part]) => `<${heading}>${label(name)}</${heading}>${section(part, level + 1) || '<p>—</p>'}`)
  return pairs(entries.filter(([, part]) => isSimple(part))) + parts.join('')
}

const style =
  'body{font:14px/1.4 system-ui,sans-serif;color:#222;margin:24px}table{border-collapse:collapse;margin:0 0 12px}' +
  'th,td{border:1px solid #bbb;padding:4px 8px;text-align:left;vertical-align:top}h2,h3,h4,h5,h6{margin:16px 0 6px}'

/** Every value of the answer, escaped, as a whole page. */
export const jsonReport = (answer: object): string =>
  `<!doctype html><html lang="pt-BR"><head><meta charset="utf-8"><style>${style}</style></head><body>${section(answer, 2)}</body></html>`
