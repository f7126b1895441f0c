import browser from 'webextension-polyfill'
import { AppError } from '../../shared/errors.ts'
import { servicePattern } from '../proxy-link/address.ts'
import { Button } from '../ui/button.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { useAction } from '../ui/use-action.ts'

/** Asks the browser, on a click, for the permission to reach the local service (case G63). */
export const AllowLocal = ({ onAllowed }: { onAllowed: () => void }) => {
  const { service } = useTexts().options
  const allowing = useAction(async () => {
    const granted = await browser.permissions.request({ origins: [servicePattern] })
    if (!granted) throw new AppError('permission-withheld')
    onAllowed()
  })
  return (
    <>
      <Button kind="primary" disabled={allowing.busy} onPress={allowing.start}>
        {service.allow}
      </Button>
      {allowing.error ? <span role="alert">{service.denied}</span> : null}
    </>
  )
}
