/**
 * Connect's products. The four PEFIN names are confirmed; codes, reasons and prices are ASSUMED,
 * as is the shape in which the list travels (see pefin.ts).
 */
export interface QueryProduct {
  codigo: string
  nome: string
  tipo: 'consulta'
  pessoas: ('F' | 'J')[]
}

export interface PefinProduct {
  codigo: string
  nome: string
  tipo: 'inclusao' | 'exclusao' | 'motivo_inclusao' | 'motivo_baixa'
  motivos?: { codigo: string; texto: string }[]
}

export type ConnectProduct = QueryProduct | PefinProduct

/** The product list, to be changed by a test between two synchronisations. */
export interface Catalogue {
  readonly query: readonly QueryProduct[]
  readonly pefin: readonly PefinProduct[]
  add(product: ConnectProduct): void
  rename(codigo: string, nome: string): void
  /** @throws when no such product exists, so that a test with a typing mistake fails. */
  remove(codigo: string): void
  setReasons(codigo: string, motivos: { codigo: string; texto: string }[]): void
  /** What one billed query costs. */
  priceCents(codigo: string): number
}

const first = (): ConnectProduct[] => [
  { codigo: 'CREDNET_LIGHT', nome: 'CREDNET LIGHT', tipo: 'consulta', pessoas: ['F', 'J'] },
  { codigo: 'CREDNET_TOP', nome: 'CREDNET TOP', tipo: 'consulta', pessoas: ['F', 'J'] },
  { codigo: 'CREDNET_BASICA', nome: 'CREDNET BÁSICA', tipo: 'consulta', pessoas: ['F'] },
  { codigo: 'INCLUSAO_PEFIN', nome: 'Inclusão Pefin', tipo: 'inclusao' },
  { codigo: 'EXCLUSAO_PEFIN', nome: 'Exclusão Pefin', tipo: 'exclusao' },
  {
    codigo: 'MOTIVO_INCLUSAO',
    nome: 'Motivo Inclusão',
    tipo: 'motivo_inclusao',
    motivos: [
      { codigo: 'TI', texto: 'Serviço de dados' },
      { codigo: 'NF', texto: 'Nota fiscal' },
      { codigo: 'OO', texto: 'Outras operações' },
    ],
  },
  {
    codigo: 'MOTIVO_BAIXA',
    nome: 'Motivo Baixa',
    tipo: 'motivo_baixa',
    motivos: [
      { codigo: '01', texto: 'Pagamento da dívida' },
      { codigo: '02', texto: 'Renegociação da dívida' },
      { codigo: '03', texto: 'Por solicitação do cliente' },
      { codigo: '07', texto: 'Atualização do valor, pagamento parcial' },
      { codigo: '13', texto: 'Motivo não identificado' },
      { codigo: '17', texto: 'Comunicado devolvido do correio' },
      { codigo: '19', texto: 'Renegociação por acordo' },
      { codigo: '45', texto: 'Contestação' },
    ],
  },
]

const prices: Readonly<Record<string, number>> = { CREDNET_LIGHT: 289, CREDNET_TOP: 990, CREDNET_BASICA: 149 }

export const catalogue = (): Catalogue => {
  let products = first()
  const known = (codigo: string): ConnectProduct => {
    const product = products.find((each) => each.codigo === codigo)
    if (!product) throw new Error(`no product ${codigo}`)
    return product
  }
  const replace = (before: ConnectProduct, after: ConnectProduct): void => {
    products = products.map((each) => (each === before ? after : each))
  }
  return {
    get query() {
      return products.filter((product) => product.tipo === 'consulta')
    },
    get pefin() {
      return products.filter((product) => product.tipo !== 'consulta')
    },
    add: (product) => void products.push(product),
    rename: (codigo, nome) => replace(known(codigo), { ...known(codigo), nome }),
    remove: (codigo) => {
      const gone = known(codigo)
      products = products.filter((each) => each !== gone)
    },
    setReasons: (codigo, motivos) => replace(known(codigo), { ...known(codigo), motivos } as PefinProduct),
    priceCents: (codigo) => prices[codigo] ?? 500,
  }
}
