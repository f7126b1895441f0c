import { describe, expect, test } from 'vitest'
import type { AuditKind } from '../../../shared/api.ts'
import { auditKinds, operations } from '../../../shared/api.ts'
import { locales, texts } from '../../../shared/locales/texts.ts'
import { actorWords, actWords, momentWords, problemWords, whyWords } from './audit-words.ts'

const ptBr = texts('pt-BR')

/** Questions that change nothing and are about nobody in particular. */
const unnamed = ['negativations']

describe('what was done', () => {
  test.each(locales)('every operation that is more than a reading has its words in %s', (locale) => {
    const { acts } = texts(locale).audit
    const acting = Object.entries(operations)
      .filter(([name, { method }]) => method === 'POST' && !unnamed.includes(name))
      .map(([name]) => name)
    expect(acting.filter((name) => !Object.hasOwn(acts, name))).toEqual([])
  })

  test.each<[string, AuditKind | 'other', string]>([
    ['queryStart', 'query', 'Consulta de crédito'],
    ['latch', 'removal', 'Baixa pedida'],
    ['accepted', 'inclusion', 'Aceita pelo birô'],
    ['confirmed', 'batch', 'Confirmado'],
    ['batchApprove', 'batch', 'Lote aprovado'],
    ['erase', 'privacy', 'Dados de um titular apagados'],
    ['teleport', 'setup', 'Configuração: teleport'],
    ['constructor', 'task', 'Pendência: constructor'],
    ['teleport', 'other', 'Outro ato: teleport'],
  ])('%s of %s: %s', (act, kind, words) => {
    expect(actWords({ act, kind }, ptBr)).toBe(words)
  })

  test.each(auditKinds)('an unknown act of %s is told by its kind and its name in both languages', (kind) => {
    for (const locale of locales) expect(actWords({ act: 'x-9', kind }, texts(locale))).toMatch(/.+: x-9$/)
  })
})

test.each([
  ['Nada Consta', true, 'program', 'Nada Consta', 'programa'],
  ['Nada Consta', false, 'person', 'Nada Consta', null],
  ['console', false, 'terminal', 'linha de comando', null],
  ['Ana', false, 'person', 'Ana', null],
] as const)('who: %s (%s)', (actor, isProgram, kind, name, mark) => {
  expect(actorWords({ actor, isProgram }, ptBr)).toEqual({ kind, name, mark })
})

test.each([
  [null, null],
  ['scope-refused', 'Não concluído: Este navegador não tem permissão para isso.'],
  // Its text wants values that an entry does not carry
  ['credentials-missing', 'Não concluído (código credentials-missing)'],
  ['toString', 'Não concluído (código toString)'],
])('what stopped it: %s', (problem, words) => {
  expect(problemWords(problem, ptBr)).toBe(words)
})

test('why: purpose and reason, each where there is one', () => {
  expect(whyWords({ purpose: 'sale', reason: null }, ptBr)).toEqual(['Venda'])
  expect(whyWords({ purpose: null, reason: '01 · Pagamento' }, ptBr)).toEqual(['01 · Pagamento'])
  expect(whyWords({ purpose: null, reason: null }, ptBr)).toEqual([])
})

test('G78 · the moment stands in the business zone, with its second', () => {
  expect(momentWords('2026-11-26T01:02:33.000Z')).toBe('25/11/2026 22:02:33')
})
