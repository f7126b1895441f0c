import { describe, expect, test } from 'vitest'
import { isSiteGone } from './enabled-sites.ts'
import { parseSite, sitePattern } from './site.ts'

describe('a site from what a person types or pastes', () => {
  test.each([
    ['empresa.hubsoft.com.br', 'https://empresa.hubsoft.com.br'],
    [
      ' https://empresa.hubsoft.com.br/cliente/editar/11943/financeiro#cobrancas ',
      'https://empresa.hubsoft.com.br',
    ],
    ['https://Empresa.HubSoft.com.br:443', 'https://empresa.hubsoft.com.br'],
    ['http://empresa.hubsoft.com.br:8080/', 'http://empresa.hubsoft.com.br'],
  ])('%s', (text, site) => expect(parseSite(text)).toEqual({ site, erp: 'hubsoft' }))

  test.each([
    'central.empresa.hubsoft.com.br',
    'api.empresa.hubsoft.com.br',
    'api.hubsoft.com.br',
    'wiki.hubsoft.com.br',
    'docs.hubsoft.com.br',
    'www.hubsoft.com.br',
    'central.hubsoft.com.br',
    'hubsoft.com.br',
    '*.hubsoft.com.br',
    'hubsoft.com.br.example',
    'empresahubsoft.com.br',
    'example.com',
    '',
    'empresa',
    'javascript:alert(1)',
    'ftp://empresa.hubsoft.com.br',
    'chrome-extension://empresa.hubsoft.com.br/',
    'https://empresa.hubsoft.com.br.',
    'https://empresa.hubsoft.com.br@example.com',
    'file:///empresa.hubsoft.com.br',
  ])('never: %s', (text) => expect(parseSite(text)).toBeNull())

  test('its pattern names one host whole', () => {
    expect(sitePattern({ site: 'https://empresa.hubsoft.com.br' })).toBe('https://empresa.hubsoft.com.br/*')
  })
})

describe('a content script hears that its site is off', () => {
  const site = 'https://empresa.hubsoft.com.br'
  test.each([
    [{ sites: { newValue: [] } }, true],
    [{ sites: { newValue: ['https://outra.hubsoft.com.br'] } }, true],
    [{ sites: {} }, true],
    [{ sites: { newValue: [site] } }, false],
    [{ locale: { newValue: 'en' } }, false],
  ])('%j', (changes, gone) => expect(isSiteGone(changes, site)).toBe(gone))
})
