import { useMemo, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import type { CandidateListing, Integration } from '../../../shared/api.ts'
import { mostBatchItems } from '../../../shared/batch-limits.ts'
import { formatDocument } from '../../../shared/document.ts'
import { fill } from '../../../shared/errors.ts'
import { formatCount } from '../../../shared/format-count.ts'
import type { Texts } from '../../../shared/locales/texts.ts'
import { formatMoney } from '../../../shared/money.ts'
import { isBlocking } from '../../confirm-view/selection.ts'
import { call } from '../../messaging/call.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorBanner } from '../../ui/error-banner.tsx'
import { Progress } from '../../ui/progress.tsx'
import { StateLine } from '../../ui/state-line.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { useAction } from '../../ui/use-action.ts'
import { useRead } from '../../ui/use-read.ts'
import { counted, countedTotals } from '../candidates/counted-words.ts'
import { deliverDraft } from './deliver-draft.ts'
import { draftKeys } from './draft-key.ts'
import type { Selection } from './select.ts'
import { debtsOf } from './select.ts'
import type { Need } from './sending-choice.ts'
import { needOf, otherIssuers, readyIntegrations, sendingChoice, unitCents } from './sending-choice.ts'
import { SendingFields } from './sending-fields.tsx'

interface SelectionBarProps {
  erpId: string
  listing: CandidateListing
  isReading: boolean
  selection: Selection
  chosen: { integrationId: string; reasonCode: string }
  onChosen: (chosen: { integrationId: string; reasonCode: string }) => void
  onDrafted: (batchId: string) => void
}

const needText = (need: Exclude<Need, 'nothing'>, debts: number, { candidates, errors }: Texts): string => {
  if (need !== 'too-many') return candidates.selection.needs[need]
  const { text, hint } = errors['batch-too-large']
  const params = { count: formatCount(debts), max: formatCount(mostBatchItems) }
  return `${fill(text, params)} ${hint}`
}

/** What is selected, in whose name and for which reason it would be registered, and the way on: the simulation. */
export const SelectionBar = (props: SelectionBarProps) => {
  const { erpId, listing, isReading, selection, chosen, onChosen, onDrafted } = props
  const texts = useTexts()
  const words = texts.candidates.selection
  const [part, setPart] = useState<{ part: number; parts: number } | null>(null)
  const [tries, setTries] = useState(0)
  const integrations = useRead('integrations', tries, () => call('integrations', {}))
  const ready = readyIntegrations(integrations.value?.integrations ?? [])
  const choice = sendingChoice(ready, selection.model.issuers, chosen)
  const { integration, reasonCode } = choice
  const { debts } = selection.totals
  const need = needOf({
    debts,
    isReading: isReading || !integrations.value,
    isBlocked: isBlocking(listing.reasons),
    hasIntegrations: ready.length > 0 || !integrations.value,
    choice,
  })
  const simulating = useAction(async () => {
    if (need || !integration) return
    const keys = draftKeys(browser.storage.session, () => crypto.randomUUID())
    const content = { erpId, integrationId: integration.id, reasonCode, debts: debtsOf(selection) }
    try {
      const batch = await deliverDraft(content, {
        keys,
        onPart: (at, parts) => setPart({ part: at, parts }),
      })
      onDrafted(batch.id)
    } finally {
      setPart(null)
    }
  })

  return (
    <footer class="selection-bar">
      <ErrorBanner error={simulating.error ?? integrations.error} note={texts.candidates.listing.kept}>
        {integrations.error && !simulating.error ? (
          <Button onPress={() => setTries(tries + 1)}>{texts.candidates.listing.tryAgain}</Button>
        ) : null}
      </ErrorBanner>
      <div class="row">
        <output class="selection-totals">
          <SelectionTotals selection={selection} integration={integration} />
        </output>
        {integration ? <OtherIssuers selection={selection} integration={integration} /> : null}
        <span class="spread selection-need">
          {part ? <Progress text={fill(words.sending, part)} /> : null}
          {need && need !== 'nothing' && integrations.value && !part ? (
            <StateLine tone="attention">{needText(need, debts, texts)}</StateLine>
          ) : null}
          {!need && !part ? <span class="muted">{words.simulateHint}</span> : null}
        </span>
      </div>
      <div class="row selection-acts">
        <SendingFields ready={ready} choice={choice} onChosen={onChosen} />
        <span class="spread">
          <Button kind="primary" disabled={need !== null || simulating.busy} onPress={simulating.start}>
            {words.simulate}
          </Button>
        </span>
      </div>
    </footer>
  )
}

const SelectionTotals = ({
  selection,
  integration,
}: {
  selection: Selection
  integration: Integration | null
}) => {
  const { selection: words, counted: countWords } = useTexts().candidates
  const { totals } = selection
  if (totals.debts === 0) return <span class="muted">{words.none}</span>
  const unit = unitCents(integration)
  return (
    <>
      <strong>{[...countedTotals(totals, countWords), formatMoney(totals.cents)].join(' · ')}</strong>
      {unit === null ? null : (
        <span class="muted"> · {fill(words.cost, { amount: formatMoney(unit * totals.debts) })}</span>
      )}
    </>
  )
}

interface OtherIssuersProps {
  selection: Selection
  integration: Integration
}

const OtherIssuers = ({ selection, integration: { creditor } }: OtherIssuersProps) => {
  const { selection: words } = useTexts().candidates
  const count = useMemo(() => otherIssuers(selection, creditor), [selection, creditor])
  if (count === 0) return null
  const text = counted(count, words.otherIssuerOne, words.otherIssuer)
  return <StateLine tone="attention">{fill(text, { creditor: formatDocument(creditor) })}</StateLine>
}
