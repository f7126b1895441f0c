import type { Integration, Product } from '../../shared/api.ts'
import { fill } from '../../shared/errors.ts'
import { formatMoney } from '../../shared/money.ts'
import { useTexts } from '../ui/texts-context.tsx'

/** What pressing the button costs (case G49). */
export const CostLine = ({ integration, product }: { integration: Integration; product: Product }) => {
  const { report } = useTexts()
  if (integration.environment === 'test') return <span class="muted">{report.costTest}</span>
  if (product.priceCents === null) return <span class="muted">{report.costUnknown}</span>
  return <span class="muted">{fill(report.cost, { price: formatMoney(product.priceCents) })}</span>
}
