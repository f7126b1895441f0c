import type { Answer } from '../server/answer.ts'
import type { Charset } from './charset.ts'
import { encode } from './charset.ts'

/**
 * Confirmed: an error comes with HTTP 200 and a `status.mensagem` that is not "Sucesso".
 * ASSUMED: the words of the messages, and that the HTML format carries the bare message.
 */
export const refusals = {
  'wrong-password': 'Usuário ou senha inválidos',
  'unknown-product': 'Produto não disponível para este contrato',
  'no-balance': 'Saldo insuficiente',
  'bad-document': 'Documento inválido',
  'bad-operation': 'Operação não reconhecida',
} as const
export type Refusal = keyof typeof refusals

export const refusal = (reason: Refusal, type: string, charset: Charset): Answer => {
  const mensagem = refusals[reason]
  return type.toUpperCase() === 'H'
    ? encode(`<html><head></head><body>${mensagem}</body></html>`, 'text/html', charset)
    : encode(JSON.stringify({ status: { mensagem } }), 'application/json', charset)
}
