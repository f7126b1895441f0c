/**
 * Success or failure of a query, from the answer's text alone: HTTP 200 proves nothing (case G87).
 * Confirmed from client code: the JSON answer and that its errors are a `status.mensagem` other than "Sucesso".
 * INFERRED: an HTML report shows the consulted document and `Protocolo: <number>`.
 */
import { z } from 'zod'
import { formatDocument, parseDocument } from '../../../shared/document.ts'
import type { Document } from '../../../shared/document.ts'
import { AppError } from '../../../shared/errors.ts'
import type { BureauAnswer } from '../bureau.ts'
import { covered } from './covered.ts'
import { jsonReport } from './json-report.ts'
import type { Asked } from './refusals.ts'
import { refusalIn } from './refusals.ts'
import { visibleText } from './visible-text.ts'

const jsonAnswer = z.looseObject({
  status: z.looseObject({
    mensagem: z.string(),
    descricaoCodigoResposta: z.string().optional(),
    protocolo: z.union([z.string(), z.number().transform(String)]).optional(),
  }),
  entrada: z.looseObject({ documentoConsultado: z.string() }).optional(),
  resultado: z.unknown().optional(),
})

const unproven = () => new AppError('connect-unproven', { retry: 'reconcile' })
const errorPage = () => new AppError('connect-error-page', { retry: 'reconcile' })
const cut = () => new AppError('connect-cut', { retry: 'reconcile' })

const fromJson = (value: unknown, asked: Asked): BureauAnswer => {
  const parsed = jsonAnswer.safeParse(value)
  if (!parsed.success) throw refusalIn(JSON.stringify(value), asked) ?? errorPage()
  const { status, entrada, resultado } = parsed.data
  if (status.mensagem === 'Sucesso') {
    const proven =
      parseDocument(entrada?.documentoConsultado ?? '') === asked.document && resultado !== undefined
    if (!status.protocolo || !proven) throw unproven()
    const summary = status.descricaoCodigoResposta?.trim() || null
    return { protocol: status.protocolo, html: jsonReport(parsed.data), summary }
  }
  const refusal = refusalIn(status.mensagem, asked)
  if (refusal) throw refusal
  // With a result or a protocol beside it, an unknown message may be a renamed success (case G54).
  if (resultado !== undefined || status.protocolo) throw unproven()
  throw new AppError('connect-refused', { params: { message: covered(status.mensagem) } })
}

const mentions = (text: string, document: Document): boolean =>
  [document, formatDocument(document)].some((written) => {
    const escaped = written.replace(/[./-]/g, String.raw`\$&`)
    return new RegExp(String.raw`(?<![\dA-Z])${escaped}(?![\dA-Z])`, 'i').test(text)
  })

const fromHtml = (html: string, asked: Asked): BureauAnswer => {
  if (/<html[\s>]/i.test(html) && !/<\/html\s*>/i.test(html)) throw cut()
  const text = visibleText(html)
  const protocol = /\bprotocolo\s*:\s*([\dA-Z][\dA-Z-]{3,39})\b/i.exec(text)?.[1]
  const named = mentions(text, asked.document)
  if (protocol && /\d/.test(protocol) && named) return { protocol, html, summary: null }
  throw refusalIn(text, asked) ?? (named ? unproven() : errorPage())
}

/**
 * The answer to a query, when its text proves that it is one: a protocol and the very document asked for.
 * The content type is not asked: Connect's kind of platform sends JSON as `text/html` (case G87).
 * @throws AppError with `retry: 'reconcile'` when it may have been billed, else a refusal that costs nothing
 */
export const classify = (text: string, asked: Asked): BureauAnswer => {
  const body = text.trim()
  if (body === '') throw cut()
  if (!/^[{[]/.test(body)) return fromHtml(body, asked)
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    throw cut()
  }
  return fromJson(value, asked)
}
