import type { RefObject } from 'preact'
import { formatDocument } from '../../../../shared/document.ts'
import type { Document } from '../../../../shared/document.ts'
import type { Texts } from '../../../../shared/locales/texts.ts'
import { Icon } from '../../../ui/icon.tsx'
import { StatusLines } from '../../status/status-lines.tsx'
import { statusLine } from '../../status/status-words.ts'
import { AttentionLine } from './attention-line.tsx'
import { lastReportText } from './last-report-text.ts'
import { PanelHeader, PanelTab } from './panel-header.tsx'
import type { PanelMover } from './panel-mover.ts'
import { PanelNoticeLine } from './panel-notice.tsx'
import { TrustedButton } from './trusted-button.tsx'
import type { PanelState } from './panel-state.ts'
import { offeredReport, panelBody, proposedDocument, refusedHere, removableRecord } from './panel-state.ts'

export interface PanelActions {
  /** `byKey`: the focus goes along. */
  open: (byKey?: boolean) => void
  minimise: () => void
  query: () => void
  negativate: () => void
  /** Opens a registered debt in the list, where it is cleared. */
  openRecord: (id: string) => void
  /** Makes the PDF of the last saved answer. */
  exportLastReport: () => void
  explainMoving: () => void
  type: () => void
  readAgain: () => void
  choose: (document: Document) => void
  close: () => void
}

export interface PanelProps {
  state: PanelState
  actions: PanelActions
  mover: PanelMover
  /** Around all that the panel shows. */
  frame: RefObject<HTMLDivElement | null>
  words: Texts['erp']['panel']
}

type PartProps = Pick<PanelProps, 'state' | 'actions' | 'words'>

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

const Chooser = ({ state, actions, words }: PartProps) => (
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

const Body = (props: PartProps) => {
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
      return <AttentionLine>{panelBody(state) === 'masked' ? words.masked : words.noDocument}</AttentionLine>
  }
}

/** What comes with an answer of the service. */
const Status = ({ state, actions, words }: PartProps) => {
  const report = offeredReport(state)
  return (
    <>
      {state.status.at === 'known' && (
        <StatusLines
          status={state.status.status}
          words={words.status}
          onRecord={actions.openRecord}
          onOverdue={actions.negativate}
        />
      )}
      {report && (
        <TrustedButton kind="link" onPress={actions.exportLastReport}>
          {lastReportText(report, report.readAt, words)}
        </TrustedButton>
      )}
    </>
  )
}

const Buttons = ({ state, actions, words }: PartProps) => {
  const body = panelBody(state)
  const queryable = body === 'document' || body === 'several'
  const removable = removableRecord(state)
  const refused = refusedHere(state)
  const isUnchosen = proposedDocument(state) === null
  return (
    <div class="buttons">
      {queryable && (
        <TrustedButton kind="main" onPress={actions.query} disabled={isUnchosen || refused.query}>
          {body === 'several' ? words.queryChosen : words.query}
        </TrustedButton>
      )}
      {queryable && (
        <TrustedButton onPress={actions.negativate} disabled={isUnchosen || refused.include}>
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

const Outdated = ({ actions, mover, words }: PanelProps) => (
  <section class="panel" aria-label={words.title}>
    <header {...mover.handle}>
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

const Open = (props: PanelProps) => {
  const { state, actions, mover, words } = props
  const status = <Status key="status" {...props} />
  const buttons = <Buttons key="buttons" {...props} />
  const putAway = (event: KeyboardEvent): void => {
    if (event.isTrusted && event.key === 'Escape') actions.minimise()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape puts away what has the focus
    <section class="panel" aria-label={words.title} onKeyDown={putAway}>
      <PanelHeader mover={mover} actions={actions} words={words} />
      <Body {...props} />
      {/* The panel grows away from its corner: what comes later moves no button. */}
      {mover.isAtTop() ? [buttons, status] : [status, buttons]}
      {proposedDocument(state) && <p class="foot">{statusLine(state.status, words.status)}</p>}
      <PanelNoticeLine notice={state.notice} words={words} />
    </section>
  )
}

/** The panel in the ERP's page: who and which document first, then what can be done. */
export const Panel = (props: PanelProps) => {
  const { state, frame } = props
  return (
    <div class="look" data-look={state.isDark ? 'dark' : 'light'} ref={frame}>
      {state.isOutdated && <Outdated {...props} />}
      {!state.isOutdated && (state.isOpen ? <Open {...props} /> : <PanelTab {...props} />)}
    </div>
  )
}
