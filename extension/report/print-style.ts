/** Text as a CSS string: quotes, backslashes, line ends and `<` as escapes. */
const cssString = (text: string): string =>
  `"${text.replace(/["\\<\n\r\f]/g, (letter) => `\\${letter.codePointAt(0)?.toString(16) ?? ''} `)}"`

export interface PrintPage {
  /** A wide report lies down. */
  landscape: boolean
  /** Less than 1 when even then something would stick out; what sticks out is not printed (G14). */
  zoom: number

  /** On every page, above. */
  top: string
  /** Before and between the page numbers. */
  page: string
  of: string
}

/** Print rules for a report: A4, rows whole, head rows repeated, title above and page numbers below each page. */
export const printStyle = ({ top, page, of, landscape, zoom }: PrintPage): string => `
@page {
  size: A4${landscape ? ' landscape' : ''};
  margin: 18mm 12mm 16mm;
  @top-left { content: ${cssString(top)}; font: 8pt sans-serif; color: #444; }
  @bottom-right { content: ${cssString(`${page} `)} counter(page) ${cssString(` ${of} `)} counter(pages); font: 8pt sans-serif; color: #444; }
}
body { zoom: ${zoom}; }
html { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
tr, img, svg { break-inside: avoid; }
h1, h2, h3, h4, h5, h6, caption { break-after: avoid; }
thead { display: table-header-group; }
[data-print-header] { font: 10pt/1.5 sans-serif; color: #000; border-bottom: 1px solid #888; margin: 0 0 4mm; padding: 0 0 2mm; }
[data-print-header] strong { display: block; font-size: 12pt; }`
