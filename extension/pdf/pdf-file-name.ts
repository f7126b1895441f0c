import type { PdfHeader } from './pdf-header.ts'

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** `25/11/2026 10:02` → `20261125-1002`, so that files sort by time. */
const sortable = (at: string): string =>
  at.replace(/^(\d\d)\/(\d\d)\/(\d{4})[^0-9]*(\d\d)?:?(\d\d)?.*$/, '$3$2$1-$4$5').replace(/-$/, '')

/**
 * The name an exported report is saved under: product, and protocol or time. Never the person's document or name: a
 * folder of downloads is read by others.
 */
export const pdfFileName = ({ product, protocol, at }: PdfHeader): string =>
  `${['consulta', plain(product), plain(protocol ?? sortable(at))].filter(Boolean).join('-')}.pdf`
