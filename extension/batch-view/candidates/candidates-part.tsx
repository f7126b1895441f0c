import { useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import type { Erp } from '../../../shared/api.ts'
import type { Clock } from '../../../shared/clock.ts'
import { call } from '../../messaging/call.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorBanner } from '../../ui/error-banner.tsx'
import { Progress } from '../../ui/progress.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { useRead } from '../../ui/use-read.ts'
import type { PageSelection } from '../selection/page-selection.ts'
import { useKept } from '../selection/use-kept.ts'
import { chooseErp, erpOfSite } from './choose-erp.ts'
import { ErpCandidates } from './erp-candidates.tsx'
import type { KeptView } from './kept-view.ts'
import { firstView, keptView } from './kept-view.ts'

interface CandidatesPartProps {
  clock: Clock
  /** The invoices ticked on the ERP's page in front of the person; they are selected as far as they may be. */
  fromPage: PageSelection | null
  /** The service has taken the selection and reads everybody at the ERP. */
  onDrafted: (batchId: string) => void
  /** True in the popup. */
  compact: boolean
}

/** Who may be registered: every overdue invoice of an ERP, filtered, sorted and selected. It fills the room that its page gives it. */
export const CandidatesPart = (props: CandidatesPartProps) => {
  const { candidates } = useTexts()
  const [tries, setTries] = useState(0)
  const erps = useRead('erps', tries, () => call('erps', {}))
  const view = useKept<KeptView>('candidate-view', keptView, firstView)
  return (
    <section
      class={props.compact ? 'candidates candidates-compact' : 'candidates'}
      aria-label={candidates.title}
    >
      <ErrorBanner error={erps.value ? null : erps.error}>
        <Button onPress={() => setTries(tries + 1)}>{candidates.listing.tryAgain}</Button>
      </ErrorBanner>
      {erps.value && view.value ? (
        <WithErps
          {...props}
          erps={erps.value.erps}
          view={view.value}
          onView={(change) => view.change((known) => ({ ...known, ...change }))}
        />
      ) : null}
      {!erps.error && !(erps.value && view.value) ? <Progress text={candidates.opening} /> : null}
    </section>
  )
}

interface WithErpsProps extends CandidatesPartProps {
  erps: readonly Erp[]
  view: KeptView
  onView: (change: Partial<KeptView>) => void
}

const WithErps = (props: WithErpsProps) => {
  const { erps, view, onView, fromPage } = props
  const { candidates } = useTexts()
  const [picked, setPicked] = useState<string | null>(null)
  const site = fromPage?.site ?? null
  const erpId = picked ?? chooseErp(erps, { site, before: view.erpId })
  if (erps.length === 0) return <NoErp />
  // What was ticked on the page of one ERP says nothing about another one
  const ofSite = site === null ? null : erpOfSite(erps, site)
  const page = ofSite === null || ofSite === erpId ? fromPage : null
  return (
    <>
      {erps.length > 1 ? (
        <div class="erp-choice">
          <SelectField
            label={candidates.erp}
            value={erpId ?? ''}
            options={[
              ...(erpId === null ? [{ value: '', text: candidates.chooseErp }] : []),
              ...erps.map(({ id, description }) => ({ value: id, text: description })),
            ]}
            hint={erpId === null ? candidates.erpFirst : undefined}
            onValue={(id) => {
              setPicked(id)
              onView({ erpId: id })
            }}
          />
        </div>
      ) : null}
      {erpId === null ? null : <ErpCandidates key={erpId} {...props} erpId={erpId} page={page} />}
    </>
  )
}

const NoErp = () => {
  const { candidates } = useTexts()
  return (
    <div class="candidates-center">
      <Banner tone="neutral" text={candidates.noErp} hint={candidates.noErpHint}>
        <Button onPress={() => void browser.runtime.openOptionsPage()}>{candidates.openOptions}</Button>
      </Banner>
    </div>
  )
}
