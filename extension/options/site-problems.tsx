import { formatInstant } from '../../shared/business-time.ts'
import { fill } from '../../shared/errors.ts'
import type { SiteSetup } from '../sites/site-setup.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { StateLine } from '../ui/state-line.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import type { Sites } from './use-sites.ts'

interface SiteProblemsProps {
  site: SiteSetup
  name: string
  retry: Sites['retry']
}

/** What the extension cannot do in a site's pages, since when, what goes on all the same, and what to do about it. */
export const SiteProblems = ({ site, name, retry }: SiteProblemsProps) => {
  const words = useTexts().erpSites
  const count = site.problems.length
  return (
    <div class="stack-tight">
      <Banner
        tone="attention"
        text={count === 1 ? words.problemOne : fill(words.problemMany, { count })}
        hint={words.problemTodo}
      >
        <Button
          disabled={retry.busy}
          label={`${words.retry}: ${name}`}
          onPress={() => {
            retry.start(site.site)
          }}
        >
          {words.retry}
        </Button>
      </Banner>
      <ul class="stack-tight site-problems">
        {site.problems.map(({ part, at, version }) => (
          <li key={part}>
            <div class="row">
              <StateLine tone="attention">{words.parts[part].what}</StateLine>
              <span class="muted">{fill(words.problemSince, { date: formatInstant(at), version })}</span>
            </div>
            <div class="site-works">{fill(words.stillWorks, { what: words.parts[part].still })}</div>
          </li>
        ))}
      </ul>
    </div>
  )
}
