import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { AppError } from '../../../shared/errors.ts'
import { include } from './include.ts'
import { answering, credentials, echo, inclusion, page } from './sample-debt.ts'

const words = fc.constantFrom(
  'Sucesso',
  'sucesso',
  'Incluído',
  'CEP inválido',
  'Contrato já existente',
  'Registro inexistente',
  'Usuário ou senha inválidos',
  'Saldo insuficiente',
  'Erro interno, tente novamente',
  '',
)
const protocol = fc.constantFrom(null, '', '7', 7)
const status = fc.record({
  mensagem: words,
  codigo: fc.constantFrom(null, '101', '022', 'E1', 0),
  protocolo: protocol,
})
const entrada = fc.constantFrom(
  undefined,
  null,
  echo,
  { ...echo, contrato: '1' },
  { ...echo, documento: '1' },
)
const known = fc.record({ status, entrada, resultado: fc.constantFrom(undefined, { situacao: 'recebido' }) })
/** What became of it: a receipt, or the `retry` of the failure. */
const endOf = (text: string): Promise<string> =>
  include(answering(page(text)), credentials, inclusion).then(
    () => 'receipt',
    (thrown: unknown) => (thrown instanceof AppError ? thrown.retry : String(thrown)),
  )

test('G54, G87 · a receipt wants "Sucesso", a protocol and the very debt; nothing else is one', async () => {
  await fc.assert(
    fc.asyncProperty(known, async (answer) => {
      const isProven =
        answer.status.mensagem === 'Sucesso' && !!answer.status.protocolo && answer.entrada === echo
      expect((await endOf(JSON.stringify(answer))) === 'receipt').toBe(isProven)
    }),
    { numRuns: 500 },
  )
})

test('G87 · no JSON of somebody else is a receipt', async () => {
  await fc.assert(
    fc.asyncProperty(fc.json(), async (text) => {
      expect(await endOf(text)).toBe('reconcile')
    }),
  )
})

test('G89 · an answer with a protocol, or of success, is never a refusal', async () => {
  await fc.assert(
    fc.asyncProperty(known, async (answer) => {
      fc.pre(!!answer.status.protocolo || answer.status.mensagem === 'Sucesso')
      expect(['receipt', 'reconcile']).toContain(await endOf(JSON.stringify(answer)))
    }),
  )
})

test('G87 · whatever text comes with status 200, it is a receipt, a refusal or unknown, and never "nothing was sent"', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 200 }), async (text) => {
      expect(['receipt', 'never', 'reconcile']).toContain(await endOf(text))
    }),
  )
})
