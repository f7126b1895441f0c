import { useState } from 'preact/hooks'
import type { Integration, Purpose } from '../../shared/api.ts'
import { purposes } from '../../shared/api.ts'
import type { Document } from '../../shared/document.ts'
import { documentKind, parseDocument } from '../../shared/document.ts'
import { fill } from '../../shared/errors.ts'
import type { Draft } from '../features/query/draft.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Form } from '../ui/form.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { CostLine } from './cost-line.tsx'
import { DocumentChooser, DocumentEntryField, DocumentShown, DraftNoticeBanner } from './document-part.tsx'
import type { StartInput } from './pending-start.ts'
import { chosenOr, productsFor, readyIntegrations } from './query-choices.ts'

interface QueryFormProps {
  draft: Draft
  integrations: readonly Integration[]
  disabled: boolean
  /** The document of the query that the tab shows; it stands in the form whatever was typed. */
  shown: Document | null
  /** The document of the form, or null; the page shows its history and its title. */
  onDocument: (document: Document | null) => void
  onStart: (input: StartInput) => void
}

/** What will be asked, of whom, for what and at what cost. Nothing is sent before the person presses the button. */
export const QueryForm = ({ draft, integrations, disabled, shown, onDocument, onStart }: QueryFormProps) => {
  const { report } = useTexts()
  const [text, setText] = useState(draft.document ?? '')
  const [isTyping, setTyping] = useState(!draft.document && !draft.choices?.length)
  const [isTried, setTried] = useState(false)
  const [integrationId, setIntegrationId] = useState('')
  const [productCode, setProductCode] = useState('')
  const [purpose, setPurpose] = useState<Purpose>('sale')

  const document = shown ?? parseDocument(text)
  const ready = readyIntegrations(integrations)
  const integration = chosenOr(ready, ({ id }) => id, integrationId)
  const products = productsFor(integration, document)
  const product = chosenOr(products, ({ code }) => code, productCode)
  const choices = draft.choices ?? []
  const take = (typed: string) => {
    setText(typed)
    onDocument(parseDocument(typed))
  }

  const submit = () => {
    setTried(true)
    if (!document || !integration || !product || disabled) return
    onStart({
      key: crypto.randomUUID(),
      integrationId: integration.id,
      product: product.code,
      document,
      purpose,
      repeat: false,
    })
  }

  return (
    <Form class="query-form" onSubmit={submit}>
      <h1>{report.title}</h1>
      <DraftNoticeBanner notice={draft.notice} />
      <div class="query-row">
        {isTyping && !shown ? (
          <DocumentEntryField text={text} onText={take} isTried={isTried} disabled={disabled} />
        ) : document && (shown ?? choices.length === 0) ? (
          <DocumentShown
            document={document}
            name={document === parseDocument(draft.document ?? '') ? draft.name : undefined}
            disabled={disabled}
            onOther={() => {
              setTyping(true)
              take('')
            }}
          />
        ) : (
          <DocumentChooser
            choices={choices}
            chosen={text}
            onChosen={take}
            error={isTried && !document ? report.chooseOne : undefined}
          />
        )}
        {ready.length > 1 && integration ? (
          <SelectField
            label={report.integration}
            value={integration.id}
            options={ready.map(({ id, description }) => ({ value: id, text: description }))}
            onValue={setIntegrationId}
            disabled={disabled}
          />
        ) : null}
        <SelectField
          label={report.product}
          value={product?.code ?? ''}
          options={products.map(({ code, name }) => ({ value: code, text: name }))}
          onValue={setProductCode}
          disabled={disabled || products.length === 0}
          error={
            document && products.length === 0
              ? fill(report.productNone, { kind: documentKind(document) })
              : undefined
          }
        />
        <SelectField
          label={report.purpose}
          value={purpose}
          options={purposes.map((value) => ({ value, text: report.purposes[value] }))}
          onValue={setPurpose}
          disabled={disabled}
        />
        <div class="query-submit">
          <Button kind="primary" type="submit" disabled={disabled || !product}>
            {report.consult}
          </Button>
          {integration && product ? <CostLine integration={integration} product={product} /> : null}
        </div>
      </div>
      {integration?.environment === 'test' ? <Banner tone="attention" text={report.testBanner} /> : null}
    </Form>
  )
}
