import type { OperationParsed, Product } from '../../shared/api.ts'
import { documentKind, personType } from '../../shared/document.ts'
import { AppError } from '../../shared/errors.ts'
import type { IntegrationRecord } from '../store/records.ts'

type Start = OperationParsed<'queryStart'>

/** The product that was asked for, when it can answer for this document. @throws `product-unknown`, `product-wrong-person` */
export const productFor = ({ products }: IntegrationRecord, { product: code, document }: Start): Product => {
  const product = products.find((each) => each.kind === 'query' && each.code === code)
  if (!product) throw new AppError('product-unknown', { params: { product: code } })
  if (!product.persons.includes(personType(document)))
    throw new AppError('product-wrong-person', {
      params: { product: product.name, person: documentKind(document) },
    })
  return product
}
