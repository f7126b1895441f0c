import type { Catalogue } from '../catalogue.ts'
import type { PefinReasons } from './pefin-ledger.ts'

/** The reasons that the product list offers now; an inclusion or removal with another one is refused. */
export const pefinReasons = ({ pefin }: Catalogue): PefinReasons => {
  const codes = (tipo: string): string[] =>
    pefin
      .filter((product) => product.tipo === tipo)
      .flatMap(({ motivos = [] }) => motivos.map(({ codigo }) => codigo))
  return { inclusion: codes('motivo_inclusao'), removal: codes('motivo_baixa') }
}
