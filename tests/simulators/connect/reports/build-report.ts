/**
 * A bureau's report in HTML, of our own making: long, dense, tabular, in the manner of old PHP pages. INFERRED: nobody
 * publishes Connect's HTML; what a client may rely on is only that the consulted document, formatted, and
 * `Protocolo: <digits>` stand in its text. Pure: the same options give the same text. Every character fits ISO-8859-1.
 */
import { dice } from './dice.ts'
import type { ReportFacts } from './head-sections.ts'
import { banner, closing, identification, score, style } from './head-sections.ts'
import { inventor } from './invent.ts'
import type { RowCounts } from './list-sections.ts'
import { fill, listSections, summary } from './list-sections.ts'

/** Pages of A4 when laid out 794 px wide, nearly. */
export type ReportPages = 1 | 2 | 6 | 12 | 40
export type ReportOutcome = 'restrictions' | 'clear'

export interface ReportOptions {
  /** Without mask. */
  document: string
  name: string
  pages: ReportPages
  seed: number
  /** `clear` is the "nada consta" report. Default `restrictions`. */
  outcome?: ReportOutcome
  /** Default `CREDNET LIGHT`. */
  product?: string
  /** Default `000123456`. */
  protocol?: string
  /** Unix milliseconds. Default 2026-11-25 10:00 in São Paulo. */
  at?: number
}

const pageHeight = 1123
/** What stands there even without rows: head, overview, score, five bands, end. Measured in Chromium at 794 px. */
const fixedHeight = 875
const rowHeight = 22

const spread = (pages: ReportPages, outcome: ReportOutcome): RowCounts => {
  const total = Math.floor((pages * pageHeight - fixedHeight) / rowHeight)
  const part = (share: number): number => Math.max(1, Math.floor(total * share))
  if (outcome === 'clear')
    return { debts: 0, protests: 0, cheques: 0, holdings: part(0.2), queries: total - part(0.2) }
  const debts = part(0.4)
  const protests = part(0.2)
  const cheques = part(0.1)
  const holdings = part(0.1)
  return {
    debts,
    protests,
    cheques,
    holdings,
    queries: Math.max(1, total - debts - protests - cheques - holdings),
  }
}

/** The report as a whole document, with a meta tag that says UTF-8. */
export const buildReport = (options: ReportOptions): string => {
  const { document, name, pages, seed } = options
  const outcome = options.outcome ?? 'restrictions'
  const invent = inventor(dice(seed))
  const filled = fill(invent, spread(pages, outcome))
  const facts: ReportFacts = {
    document,
    name,
    product: options.product ?? 'CREDNET LIGHT',
    protocol: options.protocol ?? '000123456',
    at: options.at ?? Date.UTC(2026, 10, 25, 13),
    clear: outcome === 'clear',
  }
  const rating = facts.clear
    ? score(812 + invent.roll(150), 'RISCO BAIXO')
    : score(120 + invent.roll(200), 'RISCO ALTO')
  const verdict = facts.clear
    ? 'SITUA&Ccedil;&Atilde;O: N&Atilde;O CONSTA D&Eacute;BITO'
    : 'SITUAÇÃO: CONSTAM RESTRIÇÕES'
  return `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html>
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>Consulta de Crédito</title>
<style type="text/css">${style}
</style>
</head>
<body bgcolor="#FFFFFF">
${banner(facts)}
${identification(facts)}
<p align="center" style="font-size: 14px"><b>${verdict}</b></p>
${summary(filled)}
${rating}
${listSections(filled)}
${closing(facts)}
</body>
</html>
`
}
