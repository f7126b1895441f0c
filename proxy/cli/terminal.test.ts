import { expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { localeOf, printFailure } from './terminal.ts'

test.each([
  [{}, 'pt-BR'],
  [{ LANG: 'pt_BR.UTF-8' }, 'pt-BR'],
  [{ LANG: 'C.UTF-8' }, 'pt-BR'],
  [{ LANG: 'en_US.UTF-8' }, 'en'],
  [{ LANG: 'en_US.UTF-8', LC_ALL: 'pt_BR.UTF-8' }, 'pt-BR'],
  [{ LANG: 'en_US.UTF-8', LC_MESSAGES: 'pt_BR.UTF-8' }, 'pt-BR'],
  [{ LC_ALL: 'en_GB', LANG: 'pt_BR' }, 'en'],
])('%j speaks %s', (env, locale) => expect(localeOf(env)).toBe(locale))

test('a failure is what happened and the next step', () => {
  const lines: string[] = []
  const terminal = { env: {}, print: () => {}, printError: (line: string) => lines.push(line) }
  printFailure(terminal, new AppError('lock-held', { params: { pid: 12 }, cause: new Error('secret') }))
  expect(lines).toEqual([
    'O serviço Nada Consta já está em execução (processo 12).',
    'Use o que está em execução ou encerre-o antes de iniciar outro.',
  ])
})
