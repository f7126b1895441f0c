import { useState } from 'preact/hooks'
import type { Environment, ReasonView } from '../../../shared/api.ts'
import { fill } from '../../../shared/errors.ts'
import { formatMoney } from '../../../shared/money.ts'
import { call } from '../../messaging/call.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { ErrorBanner } from '../../ui/error-banner.tsx'
import { NoteField } from '../../ui/note-field.tsx'
import { Progress } from '../../ui/progress.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { useRead } from '../../ui/use-read.ts'

export interface RemovalChoice {
  reasonCode: string
  note: string
}

interface RemovalDialogProps {
  person: string
  cents: number
  negativationId: string
  onChosen: (choice: RemovalChoice) => void
  onCancel: () => void
}

/** The Motivo Baixa that the record's own integration takes, and in which environment it works. */
const readChoices = async (id: string): Promise<{ environment: Environment; reasons: ReasonView[] }> => {
  const [{ negativation }, { integrations }] = await Promise.all([
    call('negativation', { id }),
    call('integrations', {}),
  ])
  const { integrationId, environment } = negativation
  const products = integrations.find((integration) => integration.id === integrationId)?.products ?? []
  return {
    environment,
    reasons: products.filter(({ kind }) => kind === 'removal-reason').flatMap(({ reasons }) => reasons),
  }
}

/** Asks once, naming person and amount on the button, for the Motivo Baixa and a note. */
export const RemovalDialog = (props: RemovalDialogProps) => {
  const { records } = useTexts()
  const words = records.removal
  const [chosen, setChosen] = useState('')
  const [note, setNote] = useState('')
  const [isTried, setTried] = useState(false)
  const [tries, setTries] = useState(0)
  const { value, error } = useRead(props.negativationId, tries, () => readChoices(props.negativationId))
  const [first, ...others] = value?.reasons ?? []
  // The only one there is need not be chosen
  const reasonCode = first && others.length === 0 ? first.code : chosen
  return (
    <ConfirmDialog
      title={words.dialog}
      confirm={fill(words.act, { amount: formatMoney(props.cents), name: props.person })}
      cancel={records.cancel}
      harm
      onCancel={props.onCancel}
      onConfirm={() => {
        setTried(true)
        if (reasonCode !== '') props.onChosen({ reasonCode, note: note.trim() })
      }}
    >
      <div class="stack">
        <p>{words.dialogText}</p>
        {value || error ? null : <Progress text={words.readingReasons} />}
        <ErrorBanner error={error}>
          <Button onPress={() => setTries(tries + 1)}>{words.readAgain}</Button>
        </ErrorBanner>
        {value?.environment === 'test' ? <Banner tone="attention" text={words.testText} /> : null}
        {value && !first ? <Banner tone="attention" text={words.noReasons} /> : null}
        {value && first ? (
          <SelectField
            label={words.reason}
            value={reasonCode}
            options={[
              ...(reasonCode === '' ? [{ value: '', text: words.chooseReason }] : []),
              ...value.reasons.map(({ code, text }) => ({ value: code, text: `${code} · ${text}` })),
            ]}
            onValue={setChosen}
            error={isTried && reasonCode === '' ? words.reasonMissing : undefined}
          />
        ) : null}
        <NoteField label={words.note} value={note} onValue={setNote} hint={words.noteHint} />
      </div>
    </ConfirmDialog>
  )
}
