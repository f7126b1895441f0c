import type { Integration, Product } from '../../shared/api.ts'
import { formatMoney } from '../../shared/money.ts'
import { useTexts } from '../ui/texts-context.tsx'
import { ProductPrice } from './product-price.tsx'

interface ProductTableProps {
  integration: Integration
  products: readonly Product[]
  isAdmin: boolean
  onSaved: (integration: Integration) => void
}

/** The products that cost something, with whom they serve and what one use of them costs. */
export const ProductTable = ({ integration, products, isAdmin, onSaved }: ProductTableProps) => {
  const words = useTexts().options.products
  return (
    <div class="stack">
      <div class="table-scroll">
        <table class="table">
          <thead>
            <tr>
              <th>{words.table.name}</th>
              <th>{words.table.code}</th>
              <th>{words.table.persons}</th>
              <th>{words.table.origin}</th>
              <th class="number">{words.table.price}</th>
            </tr>
          </thead>
          <tbody>
            {products.map((product) => (
              <tr key={product.code}>
                <td>{product.name}</td>
                <td class="muted">{product.code}</td>
                <td>{product.persons.map((person) => words.persons[person]).join(', ') || '–'}</td>
                <td class="muted">{words.origins[product.origin]}</td>
                <td class="number">
                  {isAdmin ? (
                    <ProductPrice integrationId={integration.id} product={product} onSaved={onSaved} />
                  ) : product.priceCents === null ? (
                    words.noPrice
                  ) : (
                    formatMoney(product.priceCents)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="field-hint">{words.priceHint}</p>
    </div>
  )
}
