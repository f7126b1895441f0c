import { masked } from '../../people.ts'
import { escaped, section } from './markup.ts'

export interface ReportFacts {
  document: string
  name: string
  product: string
  protocol: string
  /** Unix milliseconds. */
  at: number
  clear: boolean
}

/** A grey bar, stretched by the page as old reports do. */
const bar = 'data:image/gif;base64,R0lGODlhAQABAIAAAABmmf///yH5BAAAAAAALAAAAAABAAEAAAICRAEAOw=='
const logo = `data:image/svg+xml;base64,${btoa(
  '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><rect width="120" height="40" fill="#003366"/><circle cx="20" cy="20" r="12" fill="#FFCC00"/><text x="40" y="26" font-family="Arial" font-size="18" fill="#FFFFFF">BIR&#212;</text></svg>',
)}`

const moment = (at: number): string =>
  new Intl.DateTimeFormat('pt-BR', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'America/Sao_Paulo' })
    .format(at)
    .replace(',', ' -')

/** The page's own style: class names that others use as well (case G19), and things hidden until printed. */
export const style = `
body { margin: 8px; background: #FFFFFF; color: #222222; font-family: Verdana, Arial, sans-serif; font-size: 11px; }
td { font-family: Verdana, Arial, sans-serif; font-size: 11px; }
.card { border: 1px solid #003366; margin: 0; padding: 0; box-shadow: none; }
.btn { color: #990000; font-weight: bold; }
.titulo { font-size: 16px; color: #003366; }
.somente-impressao { display: none; }
@media print { .somente-impressao { display: block; } }`

export const banner = (facts: ReportFacts): string => `
<table width="100%" border="0" cellspacing="0" cellpadding="4"><tr>
<td width="130"><img src="${logo}" width="120" height="40" alt="Marca do birô"></td>
<td><span class="titulo"><b>CONSULTA DE CR&Eacute;DITO - ${escaped(facts.product)}</b></span><br>Emitido em ${moment(facts.at)}</td>
<td align="right" nowrap>Protocolo: ${facts.protocol}<br><img src="img/selo_seguro.gif" width="80" height="15" alt="Selo de segurança"></td>
</tr></table><hr size="1" noshade>`

export const identification = ({ document, name }: ReportFacts): string =>
  section(
    'IDENTIFICA&Ccedil;&Atilde;O DO CONSULTADO',
    `<table width="100%" border="0" cellpadding="0"><tr><td width="50%" valign="top">
<table border="0" cellpadding="2"><tr><td><b>Nome:</b></td><td>${escaped(name)}</td></tr>
<tr><td><b>${document.length === 11 ? 'CPF' : 'CNPJ'}:</b></td><td>${masked(document)}</td></tr></table>
</td><td width="50%" valign="top">
<table border="0" cellpadding="2"><tr><td><b>Situa&ccedil;&atilde;o cadastral:</b></td><td>REGULAR</td></tr>
<tr><td><b>Munic&iacute;pio:</b></td><td>CIDADE MODELO&nbsp;/&nbsp;MG</td></tr></table>
</td></tr></table>`,
  )

/** 0 to 1000, by thirds of the bar. */
export const score = (points: number, band: string): string =>
  section(
    'SCORE DE CR&Eacute;DITO',
    `<table width="100%" border="0"><tr><td width="90" align="center" style="font-size: 26px; color: #003366"><b>${points}</b></td>
<td><img src="${bar}" width="${Math.round(points / 2)}" height="14" alt=""><br>Faixa: <span class="btn">${band}</span> &nbsp;&nbsp; (0 a 1000)</td></tr></table>
<details><summary>Como o score &eacute; calculado</summary><p>Hist&oacute;rico de pagamentos, pend&ecirc;ncias em aberto, tempo de relacionamento e consultas recentes. Quanto maior a pontua&ccedil;&atilde;o, menor o risco de inadimpl&ecirc;ncia.</p></details>`,
  )

export const closing = ({ document, protocol }: ReportFacts): string => `
<div class="somente-impressao">Documento impresso a partir da consulta de protocolo ${protocol}. Uso exclusivo do contratante.</div>
<p style="color: #666666; font-size: 10px">As informa&ccedil;&otilde;es deste relat&oacute;rio s&atilde;o confidenciais e destinam-se &agrave; concess&atilde;o de cr&eacute;dito, nos termos da legisla&ccedil;&atilde;o em vigor.
Este relat&oacute;rio n&atilde;o &eacute;, por si s&oacute;, recomenda&ccedil;&atilde;o para conceder ou negar cr&eacute;dito ao documento ${masked(document)}.</p>
<center><b>*** FIM DO RELAT&Oacute;RIO ***</b></center>`
