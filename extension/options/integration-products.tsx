import { useState } from 'preact/hooks'
import type { Integration, SyncResult } from '../../shared/api.ts'
import { fill } from '../../shared/errors.ts'
import { call } from '../messaging/call.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { formatInstant } from '../../shared/business-time.ts'
import { Progress } from '../ui/progress.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { useAction } from '../ui/use-action.ts'
import { ManualProduct } from './manual-product.tsx'
import { ProductKinds } from './product-kinds.tsx'
import { ProductTable } from './product-table.tsx'
import { SyncChanges } from './sync-changes.tsx'

interface IntegrationProductsProps {
  integration: Integration
  isAdmin: boolean
  onSaved: (integration: Integration) => void
}

/** The products of one integration: synchronised, priced, completed by hand. */
export const IntegrationProducts = ({ integration, isAdmin, onSaved }: IntegrationProductsProps) => {
  const words = useTexts().options.products
  const [result, setResult] = useState<SyncResult | null>(null)
  const syncing = useAction(async () => {
    const synced = await call('productsSync', { id: integration.id })
    setResult(synced)
    onSaved(synced.integration)
  })
  const queryProducts = integration.products.filter(({ kind }) => kind === 'query')
  const priced = [...queryProducts, ...integration.products.filter(({ kind }) => kind === 'inclusion')]

  return (
    <article class="card stack" aria-label={integration.description}>
      <div class="row">
        <h3>{integration.description}</h3>
        {syncing.busy ? (
          <Progress text={words.syncing} />
        ) : (
          <span class="muted">
            {integration.syncedAt
              ? fill(words.syncedAt, { date: formatInstant(integration.syncedAt) })
              : words.never}
          </span>
        )}
        {isAdmin ? (
          <span class="spread">
            <Button
              kind={integration.syncedAt ? 'plain' : 'primary'}
              disabled={syncing.busy}
              onPress={syncing.start}
            >
              {words.sync}
            </Button>
          </span>
        ) : null}
      </div>
      <ErrorBanner error={syncing.error} />
      {result ? <SyncChanges result={result} /> : null}
      {integration.syncedAt ? (
        <>
          <ProductKinds integration={integration} />
          {queryProducts.length === 0 ? <Banner tone="attention" text={words.noQuery} /> : null}
        </>
      ) : (
        <p class="muted">{words.neverHint}</p>
      )}
      {priced.length > 0 ? (
        <ProductTable integration={integration} products={priced} isAdmin={isAdmin} onSaved={onSaved} />
      ) : null}
      {isAdmin ? <ManualProduct integrationId={integration.id} onSaved={onSaved} /> : null}
    </article>
  )
}
