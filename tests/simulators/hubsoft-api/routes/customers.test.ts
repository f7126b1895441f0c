import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { people } from '../../people.ts'
import type { Asker } from '../ask-api.ts'
import { asker } from '../ask-api.ts'
import type { HubsoftApiSimulator } from '../start-hubsoft-api.ts'
import { startHubsoftApi } from '../start-hubsoft-api.ts'

const clock = (): number => Date.parse('2026-11-25T10:00:00-03:00')
let api: HubsoftApiSimulator
let old: HubsoftApiSimulator
let ask: Asker
let askOld: Asker

beforeAll(async () => {
  api = await startHubsoftApi({ clock })
  old = await startHubsoftApi({ clock, tenant: 'old' })
  ask = await asker(api)
  askOld = await asker(old)
})
afterAll(() => Promise.all([api.close(), old.close()]))

const byDocument = (document: string) => ({ busca: 'cpf_cnpj', termo_busca: document })

const birthOf = async (document: string): Promise<unknown> =>
  (await ask('cliente', { ...byDocument(document), cancelado: 'sim', inativo: 'todos' })).clientes[0]?.[
    'data_nascmento'
  ]

describe('GET cliente', () => {
  test('finds by document, with or without mask, and by code, which is not the id', async () => {
    for (const term of ['73164025807', '731.640.258-07']) {
      const { status, clientes } = await ask('cliente', byDocument(term))
      expect(status).toBe('success')
      expect(clientes).toMatchObject([{ id_cliente: 11943, codigo_cliente: 1162, cpf_cnpj: '73164025807' }])
    }
    const { clientes } = await ask('cliente', { busca: 'codigo_cliente', termo_busca: '11943' })
    expect(clientes).toMatchObject([{ id_cliente: 12880, nome_razaosocial: people.beneditaAgain.name }])
  })

  test('keeps leading zeros and letters', async () => {
    const joao = await ask('cliente', { ...byDocument('00482193719'), cancelado: 'sim', inativo: 'todos' })
    expect(joao.clientes).toMatchObject([{ cpf_cnpj: '00482193719', tipo_pessoa: 'pf' }])
    const padaria = await ask('cliente', byDocument('0K7M2Q9R000105'))
    expect(padaria.clientes).toMatchObject([{ cpf_cnpj: '0K7M2Q9R000105', tipo_pessoa: 'pj' }])
  })

  test('hands out passwords in clear text, the birth date misspelt, state and UF swapped', async () => {
    const [maria] = (await ask('cliente', byDocument('73164025807'))).clientes
    expect(maria).toMatchObject({ data_nascmento: '1984-03-12 00:00:00' })
    expect(maria).not.toHaveProperty('data_nascimento')
    expect(maria?.servicos[0]).toMatchObject({
      senha: 'senha-em-claro-1162',
      senhas: [{ senha: 'senha-em-claro-1162' }],
      endereco_cadastral: { estado: 'MG', uf: 'MINAS GERAIS' },
    })
  })

  test('one CPF, two customers', async () => {
    const { clientes } = await ask('cliente', byDocument('90010020055'))
    expect(clientes.map((each) => each['id_cliente'])).toEqual([11952, 12880])
  })

  test('shows five unless asked for more, and never more than a hundred', async () => {
    const query = { busca: 'nome_razaosocial', termo_busca: 'a', cancelado: 'sim', inativo: 'todos' }
    expect((await ask('cliente', query)).clientes).toHaveLength(5)
    expect((await ask('cliente', { ...query, limit: '100' })).clientes.length).toBeGreaterThan(5)
    expect(await ask('cliente', { ...query, limit: '101' })).toMatchObject({ status: 'error' })
  })

  test('hides cancelled services by default: the debtor seems to have none', async () => {
    const antonia = byDocument(people.antonia.document)
    expect((await ask('cliente', antonia)).clientes[0]?.servicos).toEqual([])
    expect((await ask('cliente', { ...antonia, cancelado: 'sim' })).clientes[0]?.servicos).toMatchObject([
      { status: 'Cancelado', status_prefixo: 'cancelado', motivo_cancelamento_prefixo: 'inadimplencia' },
    ])
    expect(await askOld('cliente', antonia)).toMatchObject({
      status: 'error',
      msg: 'Nenhum cliente encontrado',
    })
    expect((await askOld('cliente', { ...antonia, cancelado: 'sim' })).clientes).toHaveLength(1)
  })

  test('an old tenant shows cancelled services alone when asked for them', async () => {
    const maria = byDocument(people.maria.document)
    expect((await askOld('cliente', maria)).clientes).toHaveLength(1)
    expect(await askOld('cliente', { ...maria, cancelado: 'sim' })).toMatchObject({ status: 'error' })
  })

  test('hides inactive customers by default', async () => {
    const joao = { ...byDocument(people.joao.document), cancelado: 'sim' }
    expect((await ask('cliente', joao)).clientes).toEqual([])
    expect((await ask('cliente', { ...joao, inativo: 'sim' })).clientes).toHaveLength(1)
  })

  test('birth dates that say nothing, and a minor', async () => {
    expect(await birthOf(people.joao.document)).toBe('1969-12-31 00:00:00')
    expect(await birthOf(people.zelia.document)).toBeNull()
    expect(await birthOf(people.luis.document)).toBe('2009-11-15 00:00:00')
  })

  test('an address longer than PEFIN takes', async () => {
    const [oficina] = (await ask('cliente', byDocument(people.oficina.document))).clientes
    const address = oficina?.servicos[0]?.['endereco_cadastral'] as Record<string, string>
    expect(address['endereco']?.length).toBeGreaterThan(70)
    expect(address['bairro']?.length).toBeGreaterThan(20)
    expect(address['cidade']?.length).toBeGreaterThan(20)
  })

  test.each([{}, { busca: 'id_cliente', termo_busca: '11943' }, { busca: 'cpf_cnpj' }])(
    'refuses %o with HTTP 200',
    async (query) => {
      const body = await ask('cliente', query)
      expect(body.status).toBe('error')
      expect(body.errors).toHaveLength(1)
    },
  )
})

test('GET cliente/todos pages from 0', async () => {
  const query = { itens_por_pagina: '5', cancelado: 'sim', inativo: 'todos' }
  const first = await ask('cliente/todos', query)
  expect(first.paginacao).toEqual({
    primeira_pagina: 0,
    ultima_pagina: 2,
    pagina_atual: 0,
    total_registros: 13,
  })
  const last = await ask('cliente/todos', { ...query, pagina: '2' })
  expect(last.clientes).toHaveLength(3)
  const onlySuspended = await ask('cliente/todos', { servico_status: 'suspenso_debito' })
  expect(onlySuspended.clientes.filter((each) => each.servicos.length > 0)).toHaveLength(4)
})
