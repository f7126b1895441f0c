import { useState } from 'preact/hooks'
import { fill } from '../../shared/errors.ts'
import { parseSite } from '../sites/site.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { hostOf, SiteRow } from './site-row.tsx'
import type { Sites } from './use-sites.ts'

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
      <ErrorBanner
        error={sites.reading.error ?? sites.remove.error ?? sites.retry.error ?? sites.changeError}
      />
      <SiteForm sites={sites} />
    </section>
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
        setAsked(hostOf(site.site))
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
