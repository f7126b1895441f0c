import type { Inventor } from './invent.ts'
import { brazilian, money } from './invent.ts'
import { escaped, grid, many, nothingFound, rows, section } from './markup.ts'

/** How many rows each list holds. */
export interface RowCounts {
  debts: number
  protests: number
  cheques: number
  holdings: number
  queries: number
}

interface Row {
  cells: string[]
  /** `YYYY-MM-DD`; absent where a row has none. */
  date?: string
  cents?: number
}

interface List {
  key: keyof RowCounts
  title: string
  /** For "não há … para o documento consultado". */
  what: string
  head: string[]
  row(invent: Inventor): Row
  /** Pixels, where the list is wider than a page. */
  width?: number
}

const debts: List = {
  key: 'debts',
  title: 'PEND&Ecirc;NCIAS FINANCEIRAS (PEFIN/REFIN)',
  what: 'pend&ecirc;ncias financeiras',
  head: ['DATA', 'CREDOR', 'NATUREZA', 'CONTRATO', 'VALOR'],
  row: (invent) => {
    const date = invent.date()
    const cents = invent.cents()
    const amount = cents > 300_000 ? `<span class="btn">${money(cents)}</span>` : money(cents)
    return {
      date,
      cents,
      cells: [brazilian(date), escaped(invent.shop()), invent.kind(), invent.digits(10), amount],
    }
  },
}

/** 1180 px, with the amount in the last column (case G14). */
const protests: List = {
  key: 'protests',
  title: 'PROTESTOS',
  what: 'protestos',
  head: ['DATA', 'CARTÓRIO', 'CIDADE', 'UF', 'LIVRO/FOLHA', 'APRESENTANTE', 'SITUAÇÃO', 'VALOR'],
  width: 1180,
  row: (invent) => {
    const date = invent.date()
    const cents = invent.cents()
    const cells = [
      brazilian(date),
      `${1 + invent.roll(9)}&ordm; TABELIONATO DE PROTESTO DE T&Iacute;TULOS`,
      invent.town(),
      invent.state(),
      `${invent.digits(4)}/${invent.digits(3)}`,
      escaped(invent.shop()),
      'N&Atilde;O CANCELADO',
      money(cents),
    ]
    return { date, cents, cells }
  },
}

const cheques: List = {
  key: 'cheques',
  title: 'CHEQUES SEM FUNDOS (CCF)',
  what: 'cheques sem fundos',
  head: ['BANCO', 'AGÊNCIA', 'MOTIVO', 'QTDE', 'ÚLTIMA OCORRÊNCIA'],
  row: (invent) => {
    const date = invent.date()
    const motive = '12 - CHEQUE SEM FUNDOS, 2&ordf; APRESENTA&Ccedil;&Atilde;O'
    const times = String(1 + invent.roll(5))
    return {
      date,
      cells: ['BANCO MODELO DE CR&Eacute;DITO', invent.digits(4), motive, times, brazilian(date)],
    }
  },
}

/** A table inside each row. */
const holdings: List = {
  key: 'holdings',
  title: 'PARTICIPA&Ccedil;&Otilde;ES SOCIET&Aacute;RIAS',
  what: 'participa&ccedil;&otilde;es societ&aacute;rias',
  head: ['EMPRESA', 'CNPJ', 'PARTICIPAÇÃO'],
  row: (invent) => {
    const { document, name } = invent.company()
    const share = `<table border="0" cellspacing="0" cellpadding="0" align="right"><tr><td nowrap>S&Oacute;CIO</td><td nowrap>&nbsp;${1 + invent.roll(99)},00%</td></tr></table>`
    return { cells: [escaped(name), document, share] }
  },
}

const queries: List = {
  key: 'queries',
  title: 'CONSULTAS ANTERIORES',
  what: 'consultas anteriores',
  head: ['DATA', 'CONSULENTE', 'SEGMENTO', 'QTDE'],
  row: (invent) => {
    const date = invent.date()
    const times = String(1 + invent.roll(3))
    return {
      date,
      cells: [brazilian(date), escaped(invent.shop()), 'COM&Eacute;RCIO E SERVI&Ccedil;OS', times],
    }
  },
}

/** One list with its rows drawn. */
interface Filled {
  list: List
  rows: Row[]
}

const newestFirst = (one: Row, other: Row): number => (other.date ?? '').localeCompare(one.date ?? '')

/** Draws the rows of every list, newest first. */
export const fill = (invent: Inventor, counts: RowCounts): Filled[] =>
  [debts, protests, cheques, holdings, queries].map((list) => ({
    list,
    rows: many(counts[list.key], () => list.row(invent)).toSorted(newestFirst),
  }))

const overview = ({ list, rows }: Filled): string[] => {
  const [newest] = rows
  if (!newest) return [list.title, '0', '', 'NADA CONSTA']
  const total = rows.reduce((sum, row) => sum + (row.cents ?? 0), 0)
  return [
    list.title,
    String(rows.length),
    newest.date ? brazilian(newest.date) : '',
    total > 0 ? money(total) : '',
  ]
}

/** How many of each, the newest, the sum: true to the lists below it. */
export const summary = (filled: readonly Filled[]): string =>
  section(
    'QUADRO RESUMO',
    grid(['OCORR&Ecirc;NCIA', 'QUANTIDADE', 'MAIS RECENTE', 'VALOR TOTAL'], rows(filled.map(overview))),
  )

const listSection = ({ list, rows: drawn }: Filled): string => {
  if (drawn.length === 0) return section(list.title, nothingFound(list.what))
  return section(list.title, grid(list.head, rows(drawn.map((row) => row.cells)), list.width))
}

/** Every list in its band, an empty one saying NADA CONSTA. */
export const listSections = (filled: readonly Filled[]): string => filled.map(listSection).join('')
