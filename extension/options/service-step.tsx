import { fill } from '../../shared/errors.ts'
import type { LinkFailure, LinkState } from '../proxy-link/link-state.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { CopyButton } from '../ui/copy-button.tsx'
import { formatInstant } from '../../shared/business-time.ts'
import { Progress } from '../ui/progress.tsx'
import { StateLine } from '../ui/state-line.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { AllowLocal } from './allow-local.tsx'
import type { Link } from './use-link.ts'

/** Step 1: whether the service answers, and for each way in which it does not, the way out. */
export const ServiceStep = ({ link }: { link: Link }) => {
  const { options } = useTexts()
  const { state } = link
  if (!state) return <Progress text={options.service.checking} />
  if (state.state === 'ready') return <ReadyService state={state} />
  if (state.state === 'not-paired') return <StateLine tone="good">{options.service.found}</StateLine>
  return <LostService failure={state.state} params={state.params} onLook={link.look} />
}

const ReadyService = ({ state }: { state: LinkState & { state: 'ready' } }) => {
  const { options } = useTexts()
  const { version, startedAt, refusals, vault } = state.status
  return (
    <>
      <p>{fill(options.service.about, { version, since: formatInstant(startedAt), refusals })}</p>
      <p class="muted">{options.service.vault[vault]}</p>
    </>
  )
}

interface LostServiceProps {
  failure: LinkFailure
  params: Record<string, string | number> | undefined
  onLook: () => void
}

const LostService = ({ failure, params, onLook }: LostServiceProps) => {
  const { options, errors } = useTexts()
  const { service } = options
  const { text, hint } = errors[failure]
  return (
    <>
      <Banner
        tone={failure === 'stranger-on-port' ? 'harm' : 'attention'}
        text={fill(text, params)}
        hint={fill(hint, params)}
      >
        {failure === 'permission-withheld' ? (
          <AllowLocal onAllowed={onLook} />
        ) : (
          <Button onPress={onLook}>{service.again}</Button>
        )}
      </Banner>
      {failure === 'service-off' ? (
        <div class="stack">
          <p class="muted">{service.offHow}</p>
          <div class="row">
            <code>{service.command}</code>
            <CopyButton text={service.command} label={options.copy} done={options.copied} />
          </div>
        </div>
      ) : null}
    </>
  )
}
