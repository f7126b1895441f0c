import type { Answer } from '../server/answer.ts'
import { html, json } from '../server/answer.ts'

/** Answers that HTTP calls fine, or a token that suddenly is none. */
export type ContentFault =
  /** 401, although the token is good. */
  | { kind: 'unauthorized' }
  /** 200 with `status:"error"`; `leaks` adds the PHP back end's code, line and file. */
  | { kind: 'business-error'; msg?: string; leaks?: boolean }
  /** 200 with the web server's page. */
  | { kind: 'html-page' }
  /** The list has slipped by one since the page before: its last row comes again (invoices only). */
  | { kind: 'duplicate-row' }
  /** `busca` is not understood, and so ignored: everybody's rows come (customers and invoices). */
  | { kind: 'filter-ignored' }
  /** `tipo_data` is not understood, and the days are ignored: invoices of every day come (invoices only). */
  | { kind: 'window-ignored' }

/** ASSUMED: the body of a 401 on a data route, after the framework that HubSoft seems to run on. */
export const unauthorized = json({ message: 'Unauthenticated.' }, 401)

const leak = { code: 0, line: 482, file: '/var/www/html/app/Http/Controllers/FaturaController.php' }

/** The answer that takes the place of the right one; null where the fault only bends it. */
export const contentFaultAnswer = (fault: ContentFault): Answer | null => {
  switch (fault.kind) {
    case 'unauthorized':
      return unauthorized
    case 'business-error':
      return json({
        status: 'error',
        msg: fault.msg ?? 'Não foi possível consultar os dados',
        errors: [],
        ...(fault.leaks && leak),
      })
    case 'html-page':
      return html(
        '<html><head><title>nginx</title></head><body><h1>Serviço em atualização</h1></body></html>',
      )
    case 'duplicate-row':
    case 'filter-ignored':
    case 'window-ignored':
      return null
  }
}
