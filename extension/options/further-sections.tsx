import { useState } from 'preact/hooks'
import { fill } from '../../shared/errors.ts'
import type { Locale } from '../../shared/locales/texts.ts'
import { useTexts } from '../ui/texts-context.tsx'
import { AuditSection } from './audit-section.tsx'
import { ClientsSection } from './clients-section.tsx'
import { inclusionSummary } from './inclusion-rules.ts'
import { InclusionSection } from './inclusion-section.tsx'
import { LanguageSection } from './language-section.tsx'
import { PolicySection } from './policy-section.tsx'
import { PrivacySection } from './privacy-section.tsx'
import { Step } from './step.tsx'
import type { Setup } from './use-setup.ts'

interface FurtherSectionsProps {
  setup: Setup
  isAdmin: boolean
  own: string | null
  /** Something about this browser itself was changed. */
  onOwn: () => void
  locale: Locale
  onLocale: (locale: Locale) => void
}

type Section = 'inclusion' | 'policy' | 'privacy' | 'clients' | 'audit' | 'language'

/** What stands below the steps: rules, paired browsers, language; all folded until asked for. */
export const FurtherSections = (props: FurtherSectionsProps) => {
  const { setup, isAdmin, own, locale, onLocale } = props
  const { audit, options, privacy } = useTexts()
  const { data, change } = setup
  const [opened, setOpened] = useState<Section | null>(null)
  const fold = (section: Section) => ({
    open: opened === section,
    onToggle: () => {
      setOpened((known) => (known === section ? null : section))
    },
  })
  return (
    <div class="steps">
      {data ? (
        <Step
          title={options.inclusion.title}
          summary={inclusionSummary(data.inclusionPolicy, options.inclusion)}
          {...fold('inclusion')}
        >
          <InclusionSection data={data} change={change} isAdmin={isAdmin} />
        </Step>
      ) : null}
      {data ? (
        <Step
          title={options.policy.title}
          summary={fill(options.policy.summary, {
            repeat: data.policy.repeatDays,
            retention: data.policy.retentionDays,
          })}
          {...fold('policy')}
        >
          <PolicySection data={data} change={change} isAdmin={isAdmin} />
        </Step>
      ) : null}
      {data && isAdmin ? (
        <Step title={privacy.title} summary={privacy.summary} {...fold('privacy')}>
          <PrivacySection />
        </Step>
      ) : null}
      {data && isAdmin && own ? (
        <Step
          title={options.clients.title}
          summary={fill(options.clients.count, { count: data.clients.length })}
          {...fold('clients')}
        >
          <ClientsSection data={data} change={change} own={own} onOwn={props.onOwn} />
        </Step>
      ) : null}
      {data && isAdmin ? (
        <Step title={audit.title} summary={audit.summary} {...fold('audit')}>
          <AuditSection />
        </Step>
      ) : null}
      <Step title={options.language.title} summary={options.language.names[locale]} {...fold('language')}>
        <LanguageSection locale={locale} onLocale={onLocale} />
      </Step>
    </div>
  )
}
