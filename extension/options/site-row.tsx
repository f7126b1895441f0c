import { useState } from 'preact/hooks'
import { fill } from '../../shared/errors.ts'
import type { Texts } from '../../shared/locales/texts.ts'
import type { Features } from '../sites/site-features.ts'
import { features } from '../sites/site-features.ts'
import type { SiteSetup } from '../sites/site-setup.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmButton } from '../ui/confirm-button.tsx'
import { Icon } from '../ui/icon.tsx'
import { StateLine } from '../ui/state-line.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { SiteProblems } from './site-problems.tsx'
import { SiteSkeleton } from './site-skeleton.tsx'
import { SiteSwitches } from './site-switches.tsx'
import type { Sites } from './use-sites.ts'

/** A site as people say it. */
export const hostOf = (site: string): string => URL.parse(site)?.hostname ?? site

const summary = (on: Features, words: Texts['erpSites']): string => {
  const count = features.filter((feature) => !on[feature]).length
  if (count === 0) return words.allOn
  return count === 1 ? words.oneOff : fill(words.someOff, { count })
}

interface SiteRowProps {
  site: SiteSetup
  sites: Sites
}

/** One allowed ERP address: its state, what failed there, and folded its switches and the skeleton of its pages. */
export const SiteRow = ({ site, sites }: SiteRowProps) => {
  const { options, erpSites: words } = useTexts()
  const [isOpen, setOpen] = useState(false)
  const name = hostOf(site.site)
  const shown = `${words.functions}: ${summary(site.features, words)}`
  const skeleton = <SiteSkeleton site={site.site} name={name} />
  const hasProblems = site.problems.length > 0
  return (
    <li class="site stack-tight">
      <div class="row">
        <strong>{name}</strong>
        <SiteGrant site={site} sites={sites} />
        <Button
          kind="quiet"
          expanded={isOpen}
          label={`${shown} · ${name}`}
          onPress={() => {
            setOpen(!isOpen)
          }}
        >
          {shown}
          <Icon name={isOpen ? 'down' : 'right'} />
        </Button>
        <span class="spread">
          <ConfirmButton
            text={options.remove}
            label={`${options.remove} ${name}`}
            title={fill(options.erp.removeSiteTitle, { host: name })}
            explanation={options.erp.removeSiteText}
            cancel={options.cancel}
            disabled={sites.remove.busy}
            onConfirm={() => {
              sites.remove.start(site.site)
            }}
          />
        </span>
      </div>
      {hasProblems ? (
        <>
          <SiteProblems site={site} name={name} retry={sites.retry} />
          {skeleton}
        </>
      ) : null}
      {isOpen ? <SiteSwitches site={site} name={name} change={sites.change} /> : null}
      {isOpen && !hasProblems ? skeleton : null}
    </li>
  )
}

const SiteGrant = ({ site, sites }: SiteRowProps) => {
  const words = useTexts().options.erp
  if (site.granted) return <StateLine tone="good">{words.siteOn}</StateLine>
  return (
    <>
      <StateLine tone="attention">{words.siteRevoked}</StateLine>
      <Button
        disabled={sites.allow.busy}
        label={`${words.allow} ${hostOf(site.site)}`}
        onPress={() => {
          sites.allow.start(site.site)
        }}
      >
        {words.allow}
      </Button>
    </>
  )
}
