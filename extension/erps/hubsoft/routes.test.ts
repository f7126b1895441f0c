import { describe, expect, test } from 'vitest'
import { isPanelHost, parseRoute } from './routes.ts'

const route = (path: string) => parseRoute(new URL(path, 'https://empresa.hubsoft.com.br'))

describe('routes', () => {
  test.each([
    ['/cliente/editar/11943', ''],
    ['/cliente/editar/11943/', ''],
    ['/cliente/editar/11943/cadastro', 'cadastro'],
    ['/cliente/editar/11943/cadastro/', 'cadastro'],
    ['/cliente/editar/11943/ordem_servico?x=1', 'ordem_servico'],
    ['/cliente/editar/11943/financeiro#cobrancas', 'financeiro#cobrancas'],
    ['/cliente/editar/11943/financeiro/#faturas', 'financeiro#faturas'],
  ])('%s is a customer, at %j', (path, section) =>
    expect(route(path)).toEqual({ kind: 'customer', id: '11943', section }),
  )

  test.each(['/login', '/login/', '/login/2fa', '/login?next=/cliente'])('%s is closed', (path) => {
    expect(route(path)).toEqual({ kind: 'closed' })
  })

  test.each([
    '/',
    '/dashboard',
    '/cliente',
    '/cliente/adicionar/',
    '/cliente/editar/abc',
    '/cliente/editar/11943/a/b',
    '/loginx',
    '/#/cliente/editar/11943',
    '/x/cliente/editar/11943',
    '/configuracao/geral/usuario',
  ])('%s is neither', (path) => expect(route(path)).toEqual({ kind: 'other' }))
})

test.each(['empresa.hubsoft.com.br', 'EMPRESA-2.hubsoft.com.br'])('%s is a panel', (host) => {
  expect(isPanelHost(host)).toBe(true)
})

test.each([
  ...['central', 'api', 'wiki', 'docs', 'www'].map((label) => `${label}.hubsoft.com.br`),
  'central.empresa.hubsoft.com.br',
  'api.empresa.hubsoft.com.br',
  'hubsoft.com.br',
  'empresa.hubsoft.com.br.example.com',
])('%s is none', (host) => expect(isPanelHost(host)).toBe(false))
