/** A client as the panel's private API tells it. Field names as in HubSoft's public API; all people and documents are made up. */
export interface Client {
  /** The number in the address. */
  readonly id_cliente: number
  /** The number that people say. */
  readonly codigo_cliente: number
  readonly nome_razaosocial: string
  /** Without punctuation, letters kept: an alphanumeric CNPJ has them. */
  readonly cpf_cnpj: string
  readonly telefone_primario: string
  readonly email_principal: string
  readonly data_nascimento: string | null
  readonly cidade: string
  readonly plano: string
  readonly situacao: 'Habilitado' | 'Suspenso por débito' | 'Cancelado'
}

type Row = readonly [
  code: number,
  name: string,
  document: string,
  city: string,
  plan: string,
  state: Client['situacao'],
]

const rows: readonly Row[] = [
  [1162, 'MARIA EXEMPLO DA SILVA', '73164025807', 'Lavras', 'FIBRA 500 MEGA', 'Suspenso por débito'],
  [1163, 'JOSÉ MODELO DE SOUZA', '90731582659', 'Perdões', 'FIBRA 300 MEGA', 'Habilitado'],
  [1164, 'ACME TELECOMUNICAÇÕES LTDA', '04718253000156', 'Lavras', 'LINK DEDICADO 200 MEGA', 'Habilitado'],
  [1165, 'PADARIA NOVA ERA LTDA', '0K7M2Q9R000105', 'Varginha', 'FIBRA 700 EMPRESA', 'Suspenso por débito'],
  [1166, 'ANTÔNIA FICTÍCIA CONCEIÇÃO', '64018235771', 'Ijaci', 'FIBRA 300 MEGA', 'Cancelado'],
  [1167, 'JOÃO ZERO À ESQUERDA', '00482193719', 'Lavras', 'RÁDIO 20 MEGA', 'Cancelado'],
  [1168, 'LUÍS INVENTADO GONÇALVES', '31827594004', 'Nepomuceno', 'FIBRA 500 MEGA', 'Habilitado'],
  [1169, 'MERCEARIA DO PONTO LTDA', 'A1B2C3D401DE40', 'Lavras', 'FIBRA 700 EMPRESA', 'Habilitado'],
  [
    1170,
    'OFICINA LETRA E NÚMERO LTDA',
    '12ABC34501DE35',
    'Perdões',
    'FIBRA 500 EMPRESA',
    'Suspenso por débito',
  ],
  [1171, 'BENEDITA AMOSTRA PEREIRA', '90010020055', 'Ribeirão Vermelho', 'FIBRA 300 MEGA', 'Habilitado'],
  [1172, 'ZÉLIA PROVA DOS NOVE', '01234509857', 'Lavras', 'FIBRA 500 MEGA', 'Habilitado'],
  [1173, 'CONDOMÍNIO ENSAIO GERAL', 'AB12CD34000184', 'Varginha', 'LINK DEDICADO 100 MEGA', 'Habilitado'],
]

const birthdays = ['1984-03-12', '1991-07-30', '1978-11-02', '1969-01-25']

/** The clients that the pages show unless the test gives others; 11943 is codigo_cliente 1162, and so on. */
export const clients: readonly Client[] = rows.map(([code, name, document, city, plan, state], index) => ({
  id_cliente: 11943 + index,
  codigo_cliente: code,
  nome_razaosocial: name,
  cpf_cnpj: document,
  telefone_primario: `359${98700000 + index * 137}`,
  email_principal: `cliente${code}@exemplo.com.br`,
  data_nascimento: document.length === 11 ? birthdays[index % birthdays.length]! : null,
  cidade: city,
  plano: plan,
  situacao: state,
}))
