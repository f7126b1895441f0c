import { useState } from 'preact/hooks'
import { fill } from '../../shared/errors.ts'
import { send } from '../messaging/send.ts'
import type { LinkState } from '../proxy-link/link-state.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmButton } from '../ui/confirm-button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Field } from '../ui/field.tsx'
import { formatDay } from '../../shared/business-time.ts'
import { Form } from '../ui/form.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { useAction } from '../ui/use-action.ts'
import { errorOutside, fieldError } from './field-error.ts'
import type { Link } from './use-link.ts'

/** Step 2: pairing this browser with the service, or what it is paired as. */
export const BrowserStep = ({ link }: { link: Link }) => {
  const { options } = useTexts()
  if (link.state?.state === 'ready') return <PairedBrowser state={link.state} onForgotten={link.look} />
  if (link.state?.state === 'not-paired') return <PairingForm onPaired={link.look} />
  return <p class="muted">{options.browser.waiting}</p>
}

const PairingForm = ({ onPaired }: { onPaired: () => void }) => {
  const texts = useTexts()
  const { options } = texts
  const words = options.browser
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [isTried, setTried] = useState(false)
  const pairing = useAction(async () => {
    await send('pair', { code: code.trim(), name: name.trim() })
    onPaired()
  })
  const missing = (value: string) => (isTried && !value.trim() ? options.required : undefined)

  return (
    <Form
      onSubmit={() => {
        setTried(true)
        if (code.trim() && name.trim()) pairing.start()
      }}
    >
      <p>{words.how}</p>
      <div class="row">
        <code>{words.command}</code>
        <CopyButton text={words.command} label={options.copy} done={options.copied} />
      </div>
      <div class="form-grid form-narrow">
        <Field
          label={words.code}
          value={code}
          onValue={setCode}
          error={missing(code) ?? fieldError(pairing.error, 'code', texts)}
        />
        <Field
          label={words.name}
          value={name}
          onValue={setName}
          hint={words.nameHint}
          error={missing(name) ?? fieldError(pairing.error, 'name', texts)}
        />
      </div>
      <ErrorBanner error={errorOutside(pairing.error, ['code', 'name'])} />
      <div class="row">
        <Button kind="primary" type="submit" disabled={pairing.busy}>
          {pairing.busy ? words.pairing : words.pair}
        </Button>
      </div>
    </Form>
  )
}

interface PairedBrowserProps {
  state: LinkState & { state: 'ready' }
  onForgotten: () => void
}

const PairedBrowser = ({ state, onForgotten }: PairedBrowserProps) => {
  const { options } = useTexts()
  const words = options.browser
  const { client } = state.status
  const forgetting = useAction(async () => {
    await send('forget', {})
    onForgotten()
  })
  return (
    <>
      <div class="row">
        <span>{fill(words.since, { date: formatDay(client.pairedAt) })}</span>
        <span class="muted">{words.scopes}:</span>
        {client.scopes.map((scope) => (
          <span key={scope} class="chip">
            {words.scope[scope]}
          </span>
        ))}
        <span class="spread">
          <ConfirmButton
            text={words.forget}
            title={words.forgetTitle}
            explanation={words.forgetText}
            confirm={words.forgetConfirm}
            cancel={options.cancel}
            disabled={forgetting.busy}
            onConfirm={forgetting.start}
          />
        </span>
      </div>
      <ErrorBanner error={forgetting.error} />
    </>
  )
}
