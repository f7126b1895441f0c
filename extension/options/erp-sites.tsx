import { useState } from 'preact/hooks'
import { fill } from '../../shared/errors.ts'
import type { SiteState } from '../sites/site.ts'
import { parseSite } from '../sites/site.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmButton } from '../ui/confirm-button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { StateLine } from '../ui/state-line.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import type { Sites } from './use-sites.ts'

const host = (site: string): string => URL.parse(site)?.hostname ?? site

/** The ERP addresses that were allowed, and the entry for another. */
export const ErpSites = ({ sites }: { sites: Sites }) => {
  const words = useTexts().options.erp
  return (
    <section class="card stack" aria-label={words.sitesTitle}>
      <div class="row">
        <h3>{words.sitesTitle}</h3>
        <span class="muted">{words.sitesHint}</span>
      </div>
      {sites.list.length === 0 ? <p class="muted">{words.sitesEmpty}</p> : null}
      <ul class="stack-tight">
        {sites.list.map((site) => (
          <SiteRow key={site.site} site={site} sites={sites} />
        ))}
      </ul>
      <ErrorBanner error={sites.reading.error ?? sites.remove.error} />
      <SiteForm sites={sites} />
    </section>
  )
}

const SiteRow = ({ site, sites }: { site: SiteState; sites: Sites }) => {
  const { options } = useTexts()
  const words = options.erp
  const name = host(site.site)
  return (
    <li class="row site">
      <strong>{name}</strong>
      {site.granted ? (
        <StateLine tone="good">{words.siteOn}</StateLine>
      ) : (
        <>
          <StateLine tone="attention">{words.siteRevoked}</StateLine>
          <Button
            disabled={sites.allow.busy}
            label={`${words.allow} ${name}`}
            onPress={() => {
              sites.allow.start(site.site)
            }}
          >
            {words.allow}
          </Button>
        </>
      )}
      <span class="spread">
        <ConfirmButton
          text={options.remove}
          label={`${options.remove} ${name}`}
          title={fill(words.removeSiteTitle, { host: name })}
          explanation={words.removeSiteText}
          cancel={options.cancel}
          disabled={sites.remove.busy}
          onConfirm={() => {
            sites.remove.start(site.site)
          }}
        />
      </span>
    </li>
  )
}

const SiteForm = ({ sites }: { sites: Sites }) => {
  const words = useTexts().options.erp
  const [text, setText] = useState('')
  const [asked, setAsked] = useState<string | null>(null)
  const [isWrong, setWrong] = useState(false)
  const { allow } = sites
  const isDenied = allow.error?.code === 'permission-withheld'

  return (
    <Form
      class="stack-tight"
      onSubmit={() => {
        const site = parseSite(text)
        setWrong(!site)
        if (!site) return
        setAsked(host(site.site))
        allow.start(site.site, () => {
          setText('')
        })
      }}
    >
      <div class="form-grid form-narrow">
        <Field
          label={words.host}
          value={text}
          onValue={(value) => {
            setText(value)
            setWrong(false)
          }}
          hint={words.hostHint}
          error={isWrong ? words.hostInvalid : undefined}
        />
        <div class="form-actions">
          <Button kind={sites.list.length === 0 ? 'primary' : 'plain'} type="submit" disabled={allow.busy}>
            {allow.busy ? words.addingSite : words.addSite}
          </Button>
        </div>
      </div>
      {isDenied && asked ? (
        <Banner tone="attention" text={fill(words.siteDenied, { host: asked })} live />
      ) : (
        <ErrorBanner error={allow.error} />
      )}
    </Form>
  )
}
