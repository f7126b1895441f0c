import { fill } from '../../shared/errors.ts'
import type { Locale } from '../../shared/locales/texts.ts'
import { olderSides } from '../proxy-link/link-state.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Progress } from '../ui/progress.tsx'
import { StateLine } from '../ui/state-line.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { BrowserStep } from './browser-step.tsx'
import { ConnectStep } from './connect-step.tsx'
import { ErpStep } from './erp-step.tsx'
import { FurtherSections } from './further-sections.tsx'
import { ProductsStep } from './products-step.tsx'
import { ServiceStep } from './service-step.tsx'
import type { StepId } from './setup-steps.ts'
import { firstUnfinished, setupSteps, stepIds } from './setup-steps.ts'
import { Step } from './step.tsx'
import { serviceSummary, stepSummaries } from './step-summaries.ts'
import type { Link } from './use-link.ts'
import { useLink } from './use-link.ts'
import { useOpenSteps } from './use-open-steps.ts'
import type { Setup } from './use-setup.ts'
import { useSetup } from './use-setup.ts'
import type { Sites } from './use-sites.ts'
import { useSites } from './use-sites.ts'

interface OptionsPageProps {
  locale: Locale
  onLocale: (locale: Locale) => void
}

/** The set-up as a list of five steps, the first unfinished one open. */
export const OptionsPage = ({ locale, onLocale }: OptionsPageProps) => {
  const { options } = useTexts()
  const link = useLink()
  const client = link.state?.state === 'ready' ? link.state.status.client : null
  const isAdmin = client?.scopes.includes('admin') ?? false
  const setup = useSetup(client?.id ?? null, isAdmin)
  const sites = useSites()
  const facts = {
    link: link.state,
    integrations: setup.data?.integrations ?? [],
    erps: setup.data?.erps ?? [],
    sites: sites.list,
  }
  const states = setupSteps(facts)
  const summaries = stepSummaries(facts, options)
  const isReading = client !== null && !setup.data
  const open = useOpenSteps(isReading || !link.state ? null : firstUnfinished(states))

  return (
    <main class="options">
      <header class="row page-head">
        <h1>{options.product}</h1>
        <span class="muted">{options.title}</span>
        <span class="spread">
          <ServiceLine link={link} />
        </span>
      </header>
      {client && !isAdmin ? (
        <Banner tone="neutral" text={options.readOnly} hint={options.readOnlyHint} />
      ) : null}
      <div class="steps">
        {stepIds.map((id, at) => (
          <Step
            key={id}
            number={at + 1}
            title={options[id].title}
            state={states[id]}
            summary={isReading && at > 1 ? '' : summaries[id]}
            open={open.isOpen(id)}
            onToggle={() => {
              open.toggle(id)
            }}
          >
            <StepContent id={id} link={link} setup={setup} sites={sites} isAdmin={isAdmin} />
          </Step>
        ))}
      </div>
      {isReading && !setup.loading.error ? <Progress text={options.loading} /> : null}
      <ErrorBanner error={setup.loading.error}>
        <Button onPress={setup.loading.start}>{options.reload}</Button>
      </ErrorBanner>
      <FurtherSections
        setup={setup}
        isAdmin={isAdmin}
        own={client?.id ?? null}
        onOwn={link.look}
        locale={locale}
        onLocale={onLocale}
      />
    </main>
  )
}

const ServiceLine = ({ link }: { link: Link }) => {
  const { options } = useTexts()
  const { header } = options
  if (!link.state) return <StateLine tone="neutral">{header.checking}</StateLine>
  if (link.state.state === 'ready')
    return <StateLine tone="good">{fill(header.on, { version: link.state.status.version })}</StateLine>
  if (link.state.state === 'not-paired') return null
  // A service that is to be updated, or whose extension is, does answer.
  const isOlder = olderSides.some((side) => side === link.state?.state)
  return <StateLine tone="attention">{isOlder ? serviceSummary(link.state, options) : header.off}</StateLine>
}

interface StepContentProps {
  id: StepId
  link: Link
  setup: Setup
  sites: Sites
  isAdmin: boolean
}

const StepContent = ({ id, link, setup, sites, isAdmin }: StepContentProps) => {
  const { options } = useTexts()
  if (id === 'service') return <ServiceStep link={link} />
  if (id === 'browser') return <BrowserStep link={link} />
  if (!setup.data) return <p class="muted">{options.browser.waiting}</p>
  const part = { data: setup.data, change: setup.change, isAdmin }
  switch (id) {
    case 'connect':
      return <ConnectStep {...part} />
    case 'products':
      return <ProductsStep {...part} />
    case 'erp':
      return <ErpStep {...part} sites={sites} />
  }
}
