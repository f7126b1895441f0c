import { Banner } from '../ui/banner.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { putById } from './by-id.ts'
import { IntegrationProducts } from './integration-products.tsx'
import type { Setup, SetupData } from './use-setup.ts'

interface ProductsStepProps {
  data: SetupData
  change: Setup['change']
  isAdmin: boolean
}

/** Step 4: what each contract may do, as Connect lists it. */
export const ProductsStep = ({ data, change, isAdmin }: ProductsStepProps) => {
  const { products } = useTexts().options
  const ready = data.integrations.filter(({ query, pefin }) => query.savedAt ?? pefin.savedAt)
  if (ready.length === 0) return <Banner tone="neutral" text={products.waiting} />
  return (
    <>
      {ready.map((integration) => (
        <IntegrationProducts
          key={integration.id}
          integration={integration}
          isAdmin={isAdmin}
          onSaved={(saved) => {
            change(({ integrations }) => ({ integrations: putById(integrations, saved) }))
          }}
        />
      ))}
    </>
  )
}
