import type { Answer } from '../server/answer.ts'
import { html } from '../server/answer.ts'
import type { Charset } from './charset.ts'
import { encode } from './charset.ts'
import { refusal } from './refusal.ts'

/** Answers with HTTP 200 that are no result (case G87). None of them is billed. */
export const contentFaults = [
  'wrong-password',
  'unknown-product',
  'no-balance',
  'login-form',
  'maintenance',
  'error-as-html',
  'empty',
  'silent-html',
] as const
export interface ContentFault {
  kind: (typeof contentFaults)[number]
}

/** Other wording than a report's, on purpose: a classifier must want proof, not know these pages by heart. */
const loginForm = `<html><head><title>Mercurio</title></head><body>
<form action="/mercurio/login.php" method="post"><table align="center"><tr><td colspan="2"><b>Acesso ao sistema</b></td></tr>
<tr><td>Usuário</td><td><input type="text" name="login"></td></tr>
<tr><td>Senha</td><td><input type="password" name="password"></td></tr>
<tr><td colspan="2"><input type="submit" value="Entrar"></td></tr></table></form></body></html>`

const maintenance = `<html><head><title>Aviso</title></head><body><h2>Sistema em manutenção programada</h2>
<p>Retornaremos às 06:00. Agradecemos a compreensão.</p></body></html>`

/** @param type the answer format asked for, as the form's `tiporesposta` says it. */
export const contentFaultAnswer = (fault: ContentFault, type: string, charset: Charset): Answer => {
  switch (fault.kind) {
    case 'wrong-password':
    case 'unknown-product':
    case 'no-balance':
      return refusal(fault.kind, type, charset)
    case 'login-form':
      return encode(loginForm, 'text/html', charset)
    case 'maintenance':
      return encode(maintenance, 'text/html', charset)
    case 'error-as-html':
      return encode('{"erro":"Falha interna ao processar a solicitação"}', 'text/html', charset)
    case 'empty':
      return html('')
    case 'silent-html':
      return html('<html><head></head><body></body></html>')
  }
}
