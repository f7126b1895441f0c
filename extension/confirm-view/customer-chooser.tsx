import { useId, useState } from 'preact/hooks'
import { fill } from '../../shared/errors.ts'
import { Button } from '../ui/button.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import type { CustomerFound } from './confirmation.ts'

interface CustomerChooserProps {
  customers: readonly CustomerFound[]
  onChosen: (customer: CustomerFound) => void
}

/** Several customers bear the document: a person chooses, nothing is chosen beforehand (case G44). */
export const CustomerChooser = ({ customers, onChosen }: CustomerChooserProps) => {
  const { confirm } = useTexts()
  const group = useId()
  const [chosen, setChosen] = useState<CustomerFound | null>(null)
  return (
    <section class="confirm-stopped stack">
      <fieldset class="plain">
        <legend>{confirm.customers}</legend>
        {customers.map((customer) => (
          <label key={`${customer.erpId} ${customer.id}`} class="option">
            <input
              type="radio"
              name={group}
              checked={customer === chosen}
              onChange={() => setChosen(customer)}
            />
            <strong>{customer.name}</strong>
            <span class="muted">
              {fill(confirm.customerCode, { code: customer.code })} · {customer.erp}
            </span>
          </label>
        ))}
      </fieldset>
      <div class="row">
        <Button kind="primary" disabled={!chosen} onPress={() => chosen && onChosen(chosen)}>
          {confirm.chooseCustomer}
        </Button>
      </div>
    </section>
  )
}
