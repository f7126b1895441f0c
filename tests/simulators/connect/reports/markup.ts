/** The markup of a PHP page of twenty years ago: layout by tables, fonts by tag, numbers right, nothing wraps. */
const attributes = 'width="100%" cellspacing="0" cellpadding="2" border="1" bordercolor="#C0C0C0"'

export const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** A band with a title over whatever follows it. */
export const section = (title: string, content: string): string => `
<table width="100%" cellspacing="0" cellpadding="3" border="0" class="card">
<tr><td bgcolor="#003366" height="24"><font color="#FFFFFF" size="2" face="Verdana, Arial"><b>${title}</b></font></td></tr>
<tr><td>${content}</td></tr>
</table><br>`

const cell = (content: string, index: number, last: number): string =>
  `<td nowrap${index === last ? ' align="right"' : ''}>${content === '' ? '&nbsp;' : content}</td>`

/** Rows of one line, 22 px each; what a cell holds is markup already. */
export const rows = (table: readonly (readonly string[])[]): string =>
  table
    .map(
      (cells, index) =>
        `<tr height="22" bgcolor="${index % 2 ? '#F2F2F2' : '#FFFFFF'}">${cells
          .map((content, column) => cell(content, column, cells.length - 1))
          .join('')}</tr>`,
    )
    .join('\n')

/** A grid with a head row; `width` in pixels makes it wider than the page. */
export const grid = (head: readonly string[], body: string, width?: number): string => `
<table ${width === undefined ? attributes : attributes.replace('100%', String(width))}>
<tr bgcolor="#D9E2EC" height="22">${head.map((title) => `<td nowrap><b>${title}</b></td>`).join('')}</tr>
${body}
</table>`

/** "NADA CONSTA" in place of a grid. */
export const nothingFound = (what: string): string =>
  `<table ${attributes}><tr height="22"><td><font color="#006600"><b>NADA CONSTA</b></font> - n&atilde;o h&aacute; ${what} para o documento consultado.</td></tr></table>`

export const many = <Item>(count: number, make: (index: number) => Item): Item[] =>
  Array.from({ length: count }, (_, index) => make(index))
