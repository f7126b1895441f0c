import { useId } from 'preact/hooks'
import type { Document } from '../../shared/document.ts'
import { documentKind, formatDocument } from '../../shared/document.ts'
import type { Draft } from '../features/query/draft.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { DocumentField } from '../ui/document-field.tsx'
import { FieldNote } from '../ui/field.tsx'
import { entryError } from '../ui/entry-error.ts'
import { documentEntry, maskDocument } from '../ui/mask-document.ts'
import { useTexts } from '../ui/texts-context.tsx'

interface DocumentPartProps {
  document: Document
  /** The customer's name as the page showed it; only for the document that came with it. */
  name: string | undefined
  disabled: boolean
  onOther: () => void
}

/** The document that will be consulted, formatted and never cut. */
export const DocumentShown = ({ document, name, disabled, onOther }: DocumentPartProps) => {
  const { report } = useTexts()
  return (
    <div class="document-shown">
      {name ? <span class="person">{name}</span> : null}
      <span class="row">
        <strong class="document">
          {formatDocument(document)} · {documentKind(document)}
        </strong>
        <Button kind="quiet" disabled={disabled} onPress={onOther}>
          {report.otherDocument}
        </Button>
      </span>
    </div>
  )
}

interface DocumentEntryProps {
  text: string
  onText: (text: string) => void
  isTried: boolean
  disabled: boolean
}

/** The entry for a document that no page brought, checked while it is typed. */
export const DocumentEntryField = ({ text, onText, isTried, disabled }: DocumentEntryProps) => {
  const { report } = useTexts()
  const entry = documentEntry(text)
  return (
    <DocumentField
      label={report.document}
      value={text}
      onValue={onText}
      mask={maskDocument}
      hint={entry.state === 'valid' ? entry.kind : report.documentHint}
      error={entryError(entry, report, isTried)}
      disabled={disabled}
      focused
    />
  )
}

interface DocumentChooserProps {
  choices: readonly string[]
  chosen: string
  onChosen: (document: string) => void
  error: string | undefined
}

/** Several documents were found: one is chosen by the person, none beforehand. */
export const DocumentChooser = ({ choices, chosen, onChosen, error }: DocumentChooserProps) => {
  const { report } = useTexts()
  const group = useId()
  return (
    <fieldset class="chooser">
      <legend>{report.documents}</legend>
      {choices.map((choice) => (
        <label key={choice} class="document">
          <input
            type="radio"
            name={group}
            checked={choice === chosen}
            onChange={() => {
              onChosen(choice)
            }}
          />
          {choice}
        </label>
      ))}
      <FieldNote id={`${group}-note`} error={error} />
    </fieldset>
  )
}

/** Why the document is missing or in doubt. */
export const DraftNoticeBanner = ({ notice }: { notice: Draft['notice'] }) => {
  const { report } = useTexts()
  return notice ? <Banner tone="attention" text={report.notices[notice]} /> : null
}
