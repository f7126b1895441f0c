import { useState } from 'preact/hooks'
import type { Integration, Product } from '../../shared/api.ts'
import { fill } from '../../shared/errors.ts'
import { formatMoney } from '../../shared/money.ts'
import { call } from '../messaging/call.ts'
import { Button } from '../ui/button.tsx'
import { explain } from '../ui/explain.ts'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { useAction } from '../ui/use-action.ts'
import { priceEntry } from './price-entry.ts'

interface ProductPriceProps {
  integrationId: string
  product: Product
  onSaved: (integration: Integration) => void
}

const shown = (cents: number | null): string => (cents === null ? '' : formatMoney(cents))

/** The price of one product, edited in its row; empty means unknown. */
export const ProductPrice = ({ integrationId, product, onSaved }: ProductPriceProps) => {
  const texts = useTexts()
  const { options } = texts
  const [text, setText] = useState(shown(product.priceCents))
  const entry = priceEntry(text)
  const saving = useAction(async () => {
    if (!entry.ok) return
    const { code, name, persons } = product
    const saved = await call('productSave', {
      id: integrationId,
      kind: product.kind === 'inclusion' ? 'inclusion' : 'query',
      code,
      name,
      // Connect does not say whom an inclusion serves; what it says of its own products is kept anyway.
      persons: persons.length > 0 ? persons : ['F', 'J'],
      priceCents: entry.cents,
    })
    setText(shown(entry.cents))
    onSaved(saved)
  })
  const isChanged = !entry.ok || entry.cents !== product.priceCents
  const refused = saving.error ? explain(saving.error, texts).text : undefined

  return (
    <Form
      class="price"
      onSubmit={() => {
        if (isChanged) saving.start()
      }}
    >
      <Field
        label={fill(options.products.priceOf, { name: product.name })}
        hideLabel
        value={text}
        onValue={setText}
        placeholder="R$ 0,00"
        error={entry.ok ? refused : options.products.priceInvalid}
      />
      {isChanged ? (
        <Button
          type="submit"
          disabled={saving.busy || !entry.ok}
          label={`${options.save} ${fill(options.products.priceOf, { name: product.name })}`}
        >
          {saving.busy ? options.saving : options.save}
        </Button>
      ) : null}
    </Form>
  )
}
