import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { people } from '../people.ts'
import { consult, pefin } from './post-form.ts'
import type { ConnectSimulator } from './start-connect.ts'
import { startConnect } from './start-connect.ts'

const now = Date.parse('2026-11-25T10:00:00-03:00')
let connect: ConnectSimulator

beforeAll(async () => {
  connect = await startConnect({ clock: () => now })
})
beforeEach(() => connect.ledger.clear())
afterAll(() => connect.close())

const message = async (response: Response): Promise<string> =>
  ((await response.json()) as { status: { mensagem: string } }).status.mensagem

const listed = async (login: string, password: string): Promise<string[]> => {
  const body = (await (await pefin(connect, 'produtos', login, password)).json()) as {
    produtos: { nome: string }[]
  }
  return body.produtos.map((product) => product.nome)
}

describe('ws_consulta', () => {
  test('answers JSON with protocol, name and document, and bills the query', async () => {
    const response = await consult(connect)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
    const body = (await response.json()) as Record<string, Record<string, string>>
    expect(body['status']).toMatchObject({
      mensagem: 'Sucesso',
      descricaoCodigoResposta: 'Constam Restrições',
    })
    expect(body['status']?.['protocolo']).toMatch(/^\d{9}$/)
    expect(body['entrada']).toEqual({
      nomeConsultado: people.maria.name,
      documentoConsultado: people.maria.document,
    })
    expect(connect.ledger.billed).toEqual([
      {
        at: now,
        login: 'provedor',
        product: 'CREDNET_LIGHT',
        document: people.maria.document,
        protocol: body['status']?.['protocolo'],
        priceCents: 289,
      },
    ])
  })

  test('answers HTML with the document as written by people and its protocol', async () => {
    const response = await consult(connect, { tiporesposta: 'H', tipodocumento: 'f' })
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const text = await response.text()
    expect(text).toContain('731.640.258-07')
    expect(text).toContain('CREDNET LIGHT')
    expect(text).toContain(`Protocolo: ${connect.ledger.billed[0]?.protocol}`)
  })

  test('a static query answers in full and is never billed', async () => {
    const response = await consult(connect, { estatica: 'S' })
    expect(await message(response)).toBe('Sucesso')
    expect(connect.ledger.requests).toHaveLength(1)
    expect(connect.ledger.billed).toEqual([])
  })

  test('takes an alphanumeric CNPJ', async () => {
    const response = await consult(connect, { tipodocumento: 'J', documento: people.padaria.document })
    expect(await message(response)).toBe('Sucesso')
    expect(connect.ledger.billed[0]?.document).toBe('0K7M2Q9R000105')
  })

  test('sets the cookies of a PHP session', async () => {
    const response = await consult(connect)
    expect(response.headers.getSetCookie().join()).toMatch(/PHPSESSID=.*ROUTEID=/)
  })

  test.each([
    [{ password: 'pefin-456' }, 'Usuário ou senha inválidos'],
    [{ consulta: 'NAO_EXISTE' }, 'Produto não disponível para este contrato'],
    [
      { consulta: 'CREDNET_BASICA', tipodocumento: 'J', documento: '04718253000156' },
      'Produto não disponível para este contrato',
    ],
    [{ documento: '7316402580' }, 'Documento inválido'],
    [{ documento: '731.640.258-07' }, 'Documento inválido'],
  ])('refuses %o with HTTP 200 and bills nothing', async (fields, text) => {
    const response = await consult(connect, fields)
    expect(response.status).toBe(200)
    expect(await message(response)).toBe(text)
    expect(connect.ledger.billed).toEqual([])
  })

  test('a JSON body is no form: the credentials do not arrive', async () => {
    const response = await consult(
      connect,
      {},
      { body: '{"login":"provedor"}', headers: { 'content-type': 'application/json' } },
    )
    expect(await message(response)).toBe('Usuário ou senha inválidos')
  })

  test('a prepaid account runs dry; a static query still goes', async () => {
    const branch = { login: 'filial-serra', password: 'serra-consulta', consulta: 'CREDNET_TOP' }
    expect(await message(await consult(connect, branch))).toBe('Sucesso')
    expect(await message(await consult(connect, branch))).toBe('Saldo insuficiente')
    expect(await message(await consult(connect, { ...branch, estatica: 'S' }))).toBe('Sucesso')
    expect(connect.ledger.billedCents).toBe(990)
  })

  test('each document gets the report that the test planned for it', async () => {
    connect.reports.set(people.jose.document, { outcome: 'clear', pages: 1 })
    const fields = { documento: people.jose.document }
    const body = (await (await consult(connect, fields)).json()) as {
      status: { descricaoCodigoResposta: string }
    }
    expect(body.status.descricaoCodigoResposta).toBe('Nada Consta')
    const html = await (await consult(connect, { ...fields, tiporesposta: 'H' })).text()
    expect(html).toContain('NADA CONSTA')
    expect(html).not.toContain('CONSTAM RESTRIÇÕES')
  })
})

describe('ws_pefin (ASSUMED)', () => {
  test('each pair is shown its own products', async () => {
    expect(await listed('provedor', 'consulta-123')).toEqual([
      'CREDNET LIGHT',
      'CREDNET TOP',
      'CREDNET BÁSICA',
    ])
    expect(await listed('provedor-pefin', 'pefin-456')).toEqual([
      'Inclusão Pefin',
      'Exclusão Pefin',
      'Motivo Inclusão',
      'Motivo Baixa',
    ])
  })

  test('the PEFIN pair is tested by itself: the query pair does not pass for it', async () => {
    expect(await message(await pefin(connect, 'testar', 'provedor-pefin', 'pefin-456'))).toBe('Sucesso')
    expect(await message(await pefin(connect, 'testar', 'provedor', 'consulta-123'))).toBe(
      'Usuário ou senha inválidos',
    )
    expect(await message(await pefin(connect, 'testar', 'so-consulta', 'leitura-789'))).toBe(
      'Usuário ou senha inválidos',
    )
    expect(connect.ledger.of('pefinTest')).toHaveLength(3)
    expect(connect.ledger.of('products')).toHaveLength(0)
  })

  test('the list changes between two synchronisations', async () => {
    connect.products.add({ codigo: 'CREDNET_NOVA', nome: 'CREDNET NOVA', tipo: 'consulta', pessoas: ['J'] })
    connect.products.rename('CREDNET_TOP', 'CREDNET TOP PLUS')
    connect.products.remove('CREDNET_BASICA')
    connect.products.remove('EXCLUSAO_PEFIN')
    expect(await listed('provedor', 'consulta-123')).toEqual([
      'CREDNET LIGHT',
      'CREDNET TOP PLUS',
      'CREDNET NOVA',
    ])
    expect(await listed('provedor-pefin', 'pefin-456')).not.toContain('Exclusão Pefin')
    expect(() => connect.products.remove('EXCLUSAO_PEFIN')).toThrow('no product')
  })
})
