import { useEffect, useRef, useState } from 'preact/hooks'
import type { CalendarDate } from '../../../shared/calendar.ts'
import { fill } from '../../../shared/errors.ts'
import { formatCount } from '../../../shared/format-count.ts'
import { useMay } from '../../rights/rights-context.ts'
import { RefusedBanner } from '../../rights/refused-banner.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorBanner } from '../../ui/error-banner.tsx'
import { Progress } from '../../ui/progress.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { AuditExport } from './audit-export.tsx'
import type { AuditChoice } from './audit-filter.ts'
import { checkChoice, firstChoice, isNarrowed } from './audit-filter.ts'
import { AuditFilters } from './audit-filters.tsx'
import { AuditTable } from './audit-table.tsx'
import type { Audit } from './use-audit.ts'
import { useAudit } from './use-audit.ts'

interface AuditViewProps {
  /** Kept by the page, so that a look at a record loses nothing. */
  choice: AuditChoice
  onChoice: (choice: AuditChoice) => void
  today: CalendarDate
  /** The page says already that the service does not answer. */
  isOff: boolean
  /** Whether it is known what this browser may do: nothing is asked that would be refused. */
  isKnown: boolean
}

/** Who did what, when, about whom and for which purpose; for whoever administers. */
export const AuditView = (props: AuditViewProps) => {
  const { access, audit } = useTexts()
  const may = useMay()
  return (
    <section class="audit" aria-label={audit.title}>
      {!props.isKnown ? <Progress text={audit.loading} /> : null}
      {props.isKnown && may('admin') ? (
        <>
          <div class="row">
            <h2>{audit.title}</h2>
            <span class="muted">{audit.noted}</span>
          </div>
          <AuditDesk {...props} />
        </>
      ) : null}
      {may('admin') ? null : <RefusedBanner text={access.audit} />}
    </section>
  )
}

/** Reads by itself what a service that was off could not tell. */
const useReadWhenBack = (audit: Audit, isOff: boolean): void => {
  const wasOff = useRef(isOff)
  useEffect(() => {
    if (wasOff.current && !isOff && audit.error) audit.again()
    wasOff.current = isOff
  }, [isOff, audit])
}

const AuditDesk = ({ choice, onChoice, today, isOff }: AuditViewProps) => {
  const { audit: words } = useTexts()
  const [clearings, setClearings] = useState(0)
  const checked = checkChoice(choice, today)
  const filter = checked.isOk ? checked.filter : null
  const audit = useAudit(filter)
  useReadWhenBack(audit, isOff)
  return (
    <>
      <AuditFilters
        key={clearings}
        choice={choice}
        problems={checked.isOk ? {} : checked.problems}
        actors={audit.actors}
        today={today}
        onChoice={(change) => onChoice({ ...choice, ...change })}
      />
      {filter ? (
        <>
          <div class="row">
            <Button disabled={!audit.entries && !audit.error} onPress={audit.again}>
              {words.reload}
            </Button>
            <AuditExport key={JSON.stringify(filter)} filter={filter} />
          </div>
          <AuditResult
            audit={audit}
            choice={choice}
            isOff={isOff}
            onClear={() => {
              onChoice({ ...firstChoice, period: choice.period, from: choice.from, to: choice.to })
              setClearings(clearings + 1)
            }}
          />
        </>
      ) : (
        <Banner tone="neutral" text={words.filters.fix} />
      )}
    </>
  )
}

interface AuditResultProps {
  audit: Audit
  choice: AuditChoice
  isOff: boolean
  onClear: () => void
}

const AuditResult = ({ audit, choice, isOff, onClear }: AuditResultProps) => {
  const { audit: words } = useTexts()
  const { entries, error } = audit
  if (error?.code === 'route-unknown')
    return <Banner tone="attention" text={words.older} hint={words.olderHint} live />
  if (!entries && error)
    return isOff ? null : (
      <ErrorBanner error={error}>
        <Button onPress={audit.again}>{words.reload}</Button>
      </ErrorBanner>
    )
  if (!entries) return <Progress text={words.loading} />
  if (entries.length === 0)
    return isNarrowed(choice) ? (
      <Banner tone="neutral" text={words.emptyFiltered}>
        <Button onPress={onClear}>{words.filters.clear}</Button>
      </Banner>
    ) : (
      <Banner tone="neutral" text={words.empty} hint={words.emptyHint} />
    )
  return (
    <>
      <AuditTable entries={entries} />
      <ErrorBanner error={error} />
      <div class="row list-foot">
        <output class="muted">{countWords(audit, entries.length, words)}</output>
        {audit.hasMore ? (
          <Button disabled={audit.isReadingMore} onPress={audit.more}>
            {audit.isReadingMore ? words.readingMore : words.more}
          </Button>
        ) : null}
      </div>
    </>
  )
}

const countWords = (
  { hasMore }: Audit,
  count: number,
  words: ReturnType<typeof useTexts>['audit'],
): string => {
  if (hasMore) return fill(words.shownMore, { count: formatCount(count) })
  return count === 1 ? words.shownOne : fill(words.shown, { count: formatCount(count) })
}
