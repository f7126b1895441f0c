import { useState } from 'preact/hooks'
import { call } from '../messaging/call.ts'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { useAction } from '../ui/use-action.ts'
import { SaveRow } from './save-row.tsx'
import type { Setup, SetupData } from './use-setup.ts'

interface PolicySectionProps {
  data: SetupData
  change: Setup['change']
  isAdmin: boolean
}

const days = (text: string, least: number, most: number): number | null => {
  const value = /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : null
}

/** After how many days a repeated query is no repetition, and how long answers, records and drafts are kept. */
export const PolicySection = ({ data, change, isAdmin }: PolicySectionProps) => {
  const { options } = useTexts()
  const words = options.policy
  const [repeat, setRepeat] = useState(String(data.policy.repeatDays))
  const [retention, setRetention] = useState(String(data.policy.retentionDays))
  const [months, setMonths] = useState(String(data.policy.recordMonths))
  const [drafts, setDrafts] = useState(String(data.policy.draftDays))
  const [isSaved, setSaved] = useState(false)
  const repeatDays = days(repeat, 0, 365)
  const retentionDays = days(retention, 1, 1825)
  const recordMonths = days(months, 60, 240)
  const draftDays = days(drafts, 1, 1825)
  const saving = useAction(async () => {
    if (repeatDays === null || retentionDays === null || recordMonths === null || draftDays === null) return
    const policy = await call('policySave', { repeatDays, retentionDays, recordMonths, draftDays })
    change(() => ({ policy }))
    setSaved(true)
  })
  const entry = (set: (text: string) => void) => (text: string) => {
    setSaved(false)
    set(text)
  }

  return (
    <Form onSubmit={saving.start}>
      <div class="form-grid">
        <Field
          label={words.repeatDays}
          value={repeat}
          onValue={entry(setRepeat)}
          disabled={!isAdmin}
          hint={words.repeatDaysHint}
          error={repeatDays === null ? words.repeatInvalid : undefined}
        />
        <Field
          label={words.retentionDays}
          value={retention}
          onValue={entry(setRetention)}
          disabled={!isAdmin}
          hint={words.retentionDaysHint}
          error={retentionDays === null ? words.retentionInvalid : undefined}
        />
        <Field
          label={words.recordMonths}
          value={months}
          onValue={entry(setMonths)}
          disabled={!isAdmin}
          hint={words.recordMonthsHint}
          error={recordMonths === null ? words.recordMonthsInvalid : undefined}
        />
        <Field
          label={words.draftDays}
          value={drafts}
          onValue={entry(setDrafts)}
          disabled={!isAdmin}
          hint={words.draftDaysHint}
          error={draftDays === null ? words.draftDaysInvalid : undefined}
        />
      </div>
      <ErrorBanner error={saving.error} />
      {isAdmin ? <SaveRow isBusy={saving.busy} isSaved={isSaved} /> : null}
    </Form>
  )
}
