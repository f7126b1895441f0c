import { useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import type { Clock } from '../../shared/clock.ts'
import { formatDocument } from '../../shared/document.ts'
import { send } from '../messaging/send.ts'
import { fill } from '../../shared/errors.ts'
import { olderSides } from '../proxy-link/link-state.ts'
import type { LinkState } from '../proxy-link/link-state.ts'
import { useTick } from '../records-view/use-tick.ts'
import { useRights } from '../rights/use-rights.ts'
import { Button } from '../ui/button.tsx'
import { DocumentField } from '../ui/document-field.tsx'
import { entryError } from '../ui/entry-error.ts'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Form } from '../ui/form.tsx'
import { documentEntry, maskDocument } from '../ui/mask-document.ts'
import { StateLine } from '../ui/state-line.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { useAction } from '../ui/use-action.ts'
import { Banner } from '../ui/banner.tsx'
import { DayPart } from './day-part.tsx'
import { MassPart } from './mass-part.tsx'

interface HomePartProps {
  clock: Clock
  /** The person has just left the batch page. */
  isBack: boolean
  /** Shows the batch page; at a place of it, or where it was left. */
  onBatch: (place: string) => void
}

/** How the service is, an entry for a document, the way to batches, the day's removals and tasks, the way to the set-up. */
export const HomePart = ({ clock, isBack, onBatch }: HomePartProps) => {
  const { popup } = useTexts()
  const tick = useTick()
  const { link, may } = useRights()
  return (
    <main class="popup stack">
      <header class="row">
        <h1>{popup.title}</h1>
        <span class="spread">
          <ServiceState link={link.value?.state ?? (link.error ? 'service-off' : 'checking')} />
        </span>
      </header>
      <OlderSide link={link.value} />
      <QueryForm />
      <MassPart
        link={link.value}
        may={may}
        isOff={link.error !== null}
        tick={tick.count}
        focused={isBack}
        onBatch={onBatch}
      />
      {link.value?.state === 'ready' ? <DayPart clock={clock} tick={tick.count} /> : null}
      <footer>
        <Button kind="quiet" onPress={() => void browser.runtime.openOptionsPage()}>
          {popup.options}
        </Button>
      </footer>
    </main>
  )
}

/** Which of the two to update, where that is why nothing works. */
const OlderSide = ({ link }: { link: LinkState | null }) => {
  const texts = useTexts()
  const side = olderSides.find((each) => each === link?.state)
  if (!link || link.state === 'ready' || !side) return null
  const { text, hint } = texts.errors[side]
  const params = link.params
  return <Banner tone="attention" text={fill(text, params)} hint={fill(hint, params)} />
}

const QueryForm = () => {
  const { popup } = useTexts()
  const [text, setText] = useState('')
  const [isTried, setTried] = useState(false)
  const entry = documentEntry(text)
  const opening = useAction(async () => {
    if (entry.state !== 'valid') return
    await send('open-query', { document: formatDocument(entry.document) })
    window.close()
  })
  return (
    <Form
      onSubmit={() => {
        setTried(true)
        if (entry.state === 'valid') opening.start()
      }}
    >
      <DocumentField
        label={popup.document}
        value={text}
        onValue={setText}
        mask={maskDocument}
        hint={entry.state === 'valid' ? entry.kind : popup.documentHint}
        error={entryError(entry, popup, isTried)}
        focused
      />
      <ErrorBanner error={opening.error} />
      <Button kind="primary" type="submit" disabled={opening.busy}>
        {popup.open}
      </Button>
      <p class="field-hint">{popup.openHint}</p>
    </Form>
  )
}

const ServiceState = ({ link }: { link: LinkState['state'] | 'checking' }) => {
  const { service } = useTexts().popup
  if (link === 'checking') return <StateLine tone="neutral">{service.checking}</StateLine>
  return <StateLine tone={link === 'ready' ? 'good' : 'attention'}>{service[link]}</StateLine>
}
