import { describe, expect, test } from 'vitest'
import { inclusionPolicy, operations } from '../../../shared/api.ts'
import { locales, texts } from '../../../shared/locales/texts.ts'
import { subjectWords } from './subject-words.ts'

const ptBr = texts('pt-BR')
const plain = (text: string | null) => text?.replaceAll('\u00A0', ' ')

describe('what an administrator changed', () => {
  test.each([
    ['inclusionPolicySave', 'letterDays: 10 → 12', 'Prazo da carta, em dias: 10 → 12'],
    [
      'inclusionPolicySave',
      'minCents: 1000 → 250050; isPaused: false → true; activeService: written → block',
      'Valor mínimo da fatura: R$ 10,00 → R$ 2.500,50; Pausar inclusões (as baixas continuam): não → sim; ' +
        'Cliente com serviço ativo: Permitir com justificativa escrita → Impedir',
    ],
    ['policySave', 'draftDays: 90 → 30', 'Guardar o que foi desistido por, em dias: 90 → 30'],
    [
      'integrationUpdate',
      'Matriz: SP: environment: test → production; creditor',
      'Matriz: SP: Ambiente: Homologação → Produção; CNPJ do credor',
    ],
    ['productSave', 'Matriz: 0042: priceCents: – → 490', 'Matriz: 0042: Preço: – → R$ 4,90'],
  ])('%s: %s', (act, subject, words) => {
    expect(plain(subjectWords({ act, subject }, ptBr))).toBe(words)
  })

  test.each([
    ['inclusionPolicySave', null],
    ['inclusionPolicySave', 'letterDays: 10 → 12; newRule: 1 → 2'],
    ['policySave', 'constructor: 1 → 2'],
    ['integrationUpdate', 'Matriz'],
    ['clientUpdate', 'creditor'],
  ])('%s: %s stays as it was noted', (act, subject) => {
    expect(subjectWords({ act, subject }, ptBr)).toBe(subject)
  })

  test.each(locales)('every field of the rules and of an integration has words in %s', (locale) => {
    const fields = {
      inclusionPolicySave: inclusionPolicy.shape,
      policySave: operations.policySave.input.shape,
      integrationUpdate: operations.integrationUpdate.input.omit({ id: true }).shape,
    }
    const unnamed = Object.entries(fields).flatMap(([act, shape]) =>
      Object.keys(shape).filter((subject) => subjectWords({ act, subject }, texts(locale)) === subject),
    )
    expect(unnamed).toEqual([])
  })
})
