import { useId, useState } from 'preact/hooks'
import type { InclusionPolicy } from '../../shared/api.ts'
import { call } from '../messaging/call.ts'
import { Banner } from '../ui/banner.tsx'
import { CheckField } from '../ui/check-field.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { useAction } from '../ui/use-action.ts'
import type { RuleEntries, TypedRule } from './inclusion-rules.ts'
import { batchRules, debtRules, entriesOf, ruleValue, ruleValues } from './inclusion-rules.ts'
import { SaveRow } from './save-row.tsx'
import type { Setup, SetupData } from './use-setup.ts'

interface InclusionSectionProps {
  data: SetupData
  change: Setup['change']
  isAdmin: boolean
}

type Chosen = Pick<InclusionPolicy, 'activeService' | 'cancelledInvoices' | 'leaveOutFees' | 'isPaused'>

interface ChoicesProps {
  chosen: Chosen
  disabled: boolean
  onChosen: (change: Partial<Chosen>) => void
}

/** Who may be registered at all: each rule with the floor that nobody may pass, and the pause that never stops a removal. */
export const InclusionSection = ({ data, change, isAdmin }: InclusionSectionProps) => {
  const { options } = useTexts()
  const words = options.inclusion
  const [entries, setEntries] = useState(() => entriesOf(data.inclusionPolicy))
  const [chosen, setChosen] = useState<Chosen>(data.inclusionPolicy)
  const [isSaved, setSaved] = useState(false)
  const batchTitle = useId()
  const saving = useAction(async () => {
    const values = ruleValues(entries)
    if (!values) return
    const { activeService, cancelledInvoices, leaveOutFees, isPaused } = chosen
    const inclusionPolicy = await call('inclusionPolicySave', {
      ...values,
      activeService,
      cancelledInvoices,
      leaveOutFees,
      isPaused,
    })
    change(() => ({ inclusionPolicy }))
    setSaved(true)
  })

  const typed = {
    entries,
    disabled: !isAdmin,
    onTyped: (rule: TypedRule, text: string) => {
      setSaved(false)
      setEntries((known) => ({ ...known, [rule]: text }))
    },
  }

  return (
    <Form onSubmit={saving.start}>
      {data.inclusionPolicy.isPaused ? <Banner tone="attention" text={words.pausedBanner} /> : null}
      <RuleFields rules={debtRules} look="form-grid form-thirds" {...typed} />
      <RuleChoices
        chosen={chosen}
        disabled={!isAdmin}
        onChosen={(chosenNow) => {
          setSaved(false)
          setChosen((known) => ({ ...known, ...chosenNow }))
        }}
      />
      <section class="stack" aria-labelledby={batchTitle}>
        <h3 id={batchTitle}>{words.batchTitle}</h3>
        <RuleFields rules={batchRules} look="form-grid form-halves" {...typed} />
      </section>
      <ErrorBanner error={saving.error} note={options.nothingLost} />
      {isAdmin ? <SaveRow isBusy={saving.busy} isSaved={isSaved} disabled={!ruleValues(entries)} /> : null}
    </Form>
  )
}

interface FieldsProps {
  rules: readonly TypedRule[]
  look: string
  entries: RuleEntries
  disabled: boolean
  onTyped: (rule: TypedRule, text: string) => void
}

const RuleFields = ({ rules, look, entries, disabled, onTyped }: FieldsProps) => {
  const words = useTexts().options.inclusion
  return (
    <div class={look}>
      {rules.map((rule) => (
        <Field
          key={rule}
          label={words[rule]}
          value={entries[rule]}
          onValue={(text) => onTyped(rule, text)}
          disabled={disabled}
          hint={words[`${rule}Hint`]}
          error={ruleValue(rule, entries[rule]) === null ? words[`${rule}Invalid`] : undefined}
        />
      ))}
    </div>
  )
}

const RuleChoices = ({ chosen, disabled, onChosen }: ChoicesProps) => {
  const words = useTexts().options.inclusion
  return (
    <>
      <div class="form-grid">
        <SelectField
          label={words.activeService}
          value={chosen.activeService}
          options={(['written', 'block'] as const).map((value) => ({
            value,
            text: words.activeServices[value],
          }))}
          onValue={(activeService) => onChosen({ activeService })}
          hint={words.activeServiceHint}
          disabled={disabled}
        />
        <SelectField
          label={words.cancelledInvoices}
          value={chosen.cancelledInvoices}
          options={(['remove', 'ask'] as const).map((value) => ({
            value,
            text: words.cancelledChoices[value],
          }))}
          onValue={(cancelledInvoices) => onChosen({ cancelledInvoices })}
          hint={words.cancelledInvoicesHint}
          disabled={disabled}
        />
      </div>
      <CheckField
        label={words.leaveOutFees}
        hint={words.leaveOutFeesHint}
        checked={chosen.leaveOutFees}
        onChecked={(leaveOutFees) => onChosen({ leaveOutFees })}
        disabled={disabled}
      />
      <CheckField
        label={words.pause}
        hint={words.pauseHint}
        checked={chosen.isPaused}
        onChecked={(isPaused) => onChosen({ isPaused })}
        disabled={disabled}
      />
    </>
  )
}
