/** The product list. ASSUMED, with the rest of `ws_pefin/` (pefin.ts); the four PEFIN products exist by HubSoft's own description. */
import { z } from 'zod'
import { AppError } from '../../../shared/errors.ts'
import type { ListedProduct } from '../bureau.ts'

const kinds = {
  consulta: 'query',
  inclusao: 'inclusion',
  exclusao: 'removal',
  motivo_inclusao: 'inclusion-reason',
  motivo_baixa: 'removal-reason',
} as const

const row = z.looseObject({
  codigo: z.string().trim().min(1).max(60),
  nome: z.string().trim().min(1),
  tipo: z.string(),
  /** Missing means both. */
  pessoas: z
    .array(z.enum(['F', 'J']))
    .min(1)
    .default(['F', 'J']),
  motivos: z.array(z.looseObject({ codigo: z.string().min(1), texto: z.string() })).default([]),
})
const list = z.looseObject({ produtos: z.array(row) })

const isKnown = (kind: string): kind is keyof typeof kinds => Object.hasOwn(kinds, kind)

const productOf = ({ codigo, nome, tipo, pessoas, motivos }: z.infer<typeof row>): ListedProduct[] => {
  // A kind that we do not know is none that we could use.
  if (!isKnown(tipo)) return []
  const kind = kinds[tipo]
  return [
    {
      code: codigo,
      name: nome,
      kind,
      persons: kind === 'query' ? pessoas : [],
      reasons: motivos.map(({ codigo: code, texto: text }) => ({ code, text })),
    },
  ]
}

/**
 * The products of an answer. One row that cannot be read makes the whole list unreadable: a part of it would show the rest as gone.
 * @throws `connect-products-unreadable`
 */
export const productsIn = (answer: object): ListedProduct[] => {
  const parsed = list.safeParse(answer)
  if (!parsed.success) throw new AppError('connect-products-unreadable')
  return parsed.data.produtos.flatMap(productOf)
}
