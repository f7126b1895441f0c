/**
 * The people and companies that every simulator shows. The documents are synthetic: computed from their check digits,
 * never copied from anybody. Never send one to a live bureau.
 */
export interface Person {
  /** Without mask. */
  document: string
  name: string
}

/** A person who is the provider's customer, with the two numbers of HubSoft that are so easily taken for each other. */
export interface CustomerOf extends Person {
  /** `id_cliente`: the number in the page's address. */
  id: number
  /** `codigo_cliente`: the number that people say. */
  code: number
}

export const people = {
  maria: { id: 11943, code: 1162, name: 'MARIA EXEMPLO DA SILVA', document: '73164025807' },
  jose: { id: 11944, code: 1163, name: 'JOSÉ MODELO DE SOUZA', document: '90731582659' },
  acme: { id: 11945, code: 1164, name: 'ACME TELECOMUNICAÇÕES LTDA', document: '04718253000156' },
  padaria: { id: 11946, code: 1165, name: 'PADARIA NOVA ERA LTDA', document: '0K7M2Q9R000105' },
  antonia: { id: 11947, code: 1166, name: 'ANTÔNIA FICTÍCIA CONCEIÇÃO', document: '64018235771' },
  joao: { id: 11948, code: 1167, name: 'JOÃO ZERO À ESQUERDA', document: '00482193719' },
  luis: { id: 11949, code: 1168, name: 'LUÍS INVENTADO GONÇALVES', document: '31827594004' },
  mercearia: { id: 11950, code: 1169, name: 'MERCEARIA DO PONTO LTDA', document: 'A1B2C3D401DE40' },
  oficina: { id: 11951, code: 1170, name: 'OFICINA LETRA E NÚMERO LTDA', document: '12ABC34501DE35' },
  benedita: { id: 11952, code: 1171, name: 'BENEDITA AMOSTRA PEREIRA', document: '90010020055' },
  zelia: { id: 11953, code: 1172, name: 'ZÉLIA PROVA DOS NOVE', document: '01234509857' },
  condominio: { id: 11954, code: 1173, name: 'CONDOMÍNIO ENSAIO GERAL', document: 'AB12CD34000184' },
  /** Benedita once more: a second record with her CPF, and a code that is Maria's id. */
  beneditaAgain: { id: 12880, code: 11943, name: 'BENEDITA AMOSTRA PEREIRA', document: '90010020055' },
} as const satisfies Record<string, CustomerOf>

/** The internet provider itself, issuer of the invoices: its head office (a customer of itself too) and one branch. */
export const provider = {
  headOffice: { document: '04718253000156', name: 'ACME TELECOMUNICAÇÕES LTDA' },
  branch: { document: '90001000000107', name: 'ACME TELECOMUNICAÇÕES FILIAL SERRA LTDA' },
} as const satisfies Record<string, Person>

/** The name that belongs to a document; a made-up one for a document that nobody here has. */
export const nameOf = (document: string): string =>
  Object.values<Person>(people).find((person) => person.document === document)?.name ??
  'PESSOA DE TESTE SEM CADASTRO'

/** `73164025807` → `731.640.258-07`; `0K7M2Q9R000105` → `0K.7M2.Q9R/0001-05`. */
export const masked = (document: string): string =>
  document.length === 11
    ? document.replace(/^(.{3})(.{3})(.{3})(.{2})$/, '$1.$2.$3-$4')
    : document.replace(/^(.{2})(.{3})(.{3})(.{4})(.{2})$/, '$1.$2.$3/$4-$5')
