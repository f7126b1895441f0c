import { formatDocument } from '../../../../shared/document.ts'
import type { Document } from '../../../../shared/document.ts'
import type { Texts } from '../../../../shared/locales/texts.ts'
import { Icon } from '../../../ui/icon.tsx'
import { StatusLines } from '../../status/status-lines.tsx'
import { statusLine } from '../../status/status-words.ts'
import { PanelNoticeLine } from './panel-notice.tsx'
import { TrustedButton } from './trusted-button.tsx'
import type { PanelState } from './panel-state.ts'
import { panelBody, proposedDocument, removableRecord } from './panel-state.ts'

export interface PanelActions {
  open: () => void
  minimise: () => void
  query: () => void
  negativate: () => void
  /** Opens a registered debt in the list, where it is cleared. */
  openRecord: (id: string) => void
  type: () => void
  readAgain: () => void
  choose: (document: Document) => void
  close: () => void
}

export interface PanelProps {
  state: PanelState
  actions: PanelActions
  words: Texts['erp']['panel']
}

const Person = ({ state, words }: Pick<PanelProps, 'state' | 'words'>) => {
  const document = state.record?.documents[0]
  return (
    <p class="person">
      <span class="name">{state.record?.name ?? words.nameless}</span>
      {panelBody(state) === 'document' && document && (
        <span class="document">{formatDocument(document)}</span>
      )}
    </p>
  )
}

const Chooser = ({ state, actions, words }: PanelProps) => (
  <fieldset>
    <legend>{words.several}</legend>
    {state.record?.documents.map((document) => (
      <label key={document}>
        <input
          type="radio"
          name="document"
          checked={state.chosen === document}
          onChange={(event) => event.isTrusted && actions.choose(document)}
        />
        <span class="document">{formatDocument(document)}</span>
      </label>
    ))}
  </fieldset>
)

const Body = (props: PanelProps) => {
  const { state, words } = props
  switch (panelBody(state)) {
    case 'elsewhere':
      return <p class="hint">{words.elsewhere}</p>
    case 'reading':
      return <p class="hint">{words.reading}</p>
    case 'document':
      return <Person state={state} words={words} />
    case 'several':
      return (
        <>
          <Person state={state} words={words} />
          <Chooser {...props} />
        </>
      )
    case 'masked':
    case 'no-document':
      return (
        <p class="attention">
          <Icon name="warning" />
          <span>{panelBody(state) === 'masked' ? words.masked : words.noDocument}</span>
        </p>
      )
  }
}

/** Above the buttons: the panel stands on the bottom of the window, so that what comes later moves no button. */
const Status = ({ state: { status }, actions, words }: PanelProps) =>
  status.at === 'known' ? (
    <StatusLines
      status={status.status}
      words={words.status}
      onRecord={actions.openRecord}
      onOverdue={actions.negativate}
    />
  ) : null

const Buttons = ({ state, actions, words }: PanelProps) => {
  const body = panelBody(state)
  const queryable = body === 'document' || body === 'several'
  const removable = removableRecord(state)
  return (
    <div class="buttons">
      {queryable && (
        <TrustedButton kind="main" onPress={actions.query} disabled={proposedDocument(state) === null}>
          {body === 'several' ? words.queryChosen : words.query}
        </TrustedButton>
      )}
      {queryable && (
        <TrustedButton onPress={actions.negativate} disabled={proposedDocument(state) === null}>
          {words.negativate}
        </TrustedButton>
      )}
      {removable && (
        <TrustedButton onPress={() => actions.openRecord(removable)}>{words.remove}</TrustedButton>
      )}
      {(body === 'masked' || body === 'no-document') && (
        <TrustedButton onPress={actions.readAgain}>{words.readAgain}</TrustedButton>
      )}
      <TrustedButton onPress={actions.type}>{words.type}</TrustedButton>
    </div>
  )
}

const Outdated = ({ actions, words }: PanelProps) => (
  <section class="panel" aria-label={words.title}>
    <header>
      <strong>{words.title}</strong>
      <TrustedButton kind="corner" label={words.close} onPress={actions.close}>
        <Icon name="cross" />
      </TrustedButton>
    </header>
    <output class="attention">
      <Icon name="warning" />
      <span>{words.updated}</span>
    </output>
  </section>
)

/** The panel in the ERP's page: who and which document first, then what can be done. */
export const Panel = (props: PanelProps) => {
  const { state, actions, words } = props
  if (state.isOutdated) return <Outdated {...props} />
  if (!state.isOpen) {
    return (
      <TrustedButton kind="tab" label={words.open} onPress={actions.open}>
        {words.title}
      </TrustedButton>
    )
  }
  return (
    <section class="panel" aria-label={words.title}>
      <header>
        <strong>{words.title}</strong>
        <TrustedButton kind="corner" label={words.minimise} onPress={actions.minimise}>
          <Icon name="down" />
        </TrustedButton>
      </header>
      <Body {...props} />
      <Status {...props} />
      <Buttons {...props} />
      {proposedDocument(state) && <p class="foot">{statusLine(state.status, words.status)}</p>}
      <PanelNoticeLine notice={state.notice} words={words} />
    </section>
  )
}
