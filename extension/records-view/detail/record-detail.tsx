import { useEffect, useRef } from 'preact/hooks'
import type { Negativation, OperationOutput } from '../../../shared/api.ts'
import { formatDocument } from '../../../shared/document.ts'
import { fill } from '../../../shared/errors.ts'
import { formatMoney } from '../../../shared/money.ts'
import { call } from '../../messaging/call.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorBanner } from '../../ui/error-banner.tsx'
import { ExplainedBanner } from '../../ui/explained-banner.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Progress } from '../../ui/progress.tsx'
import { StateLine } from '../../ui/state-line.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { RemovalPart } from '../removal/removal-part.tsx'
import { lookOf } from '../state-look.ts'
import { useRead } from '../../ui/use-read.ts'
import { HistoryPart } from './history-part.tsx'
import { InvoicesPart } from './invoices-part.tsx'
import { RecordFacts } from './record-facts.tsx'

interface RecordDetailProps {
  id: string
  /** As the list has it, until the whole has been read. */
  listed: Negativation | undefined
  tick: number
  mayRemove: boolean
  onClose: () => void
  onTasks: (id: string) => void
  /** Something was asked of the service: the page may look at once. */
  onAsked: () => void
}

/** One record with everything that is known of it, beside the list. */
export const RecordDetail = (props: RecordDetailProps) => {
  const { id, listed, tick, onClose } = props
  const { records } = useTexts()
  const { value, error } = useRead(id, tick, () => call('negativation', { id }))
  const record = value?.negativation ?? listed
  return (
    <DetailPane name={record?.debtor.name ?? ''} id={id} onClose={onClose}>
      {record ? <DetailHead record={record} onTasks={props.onTasks} /> : null}
      {error && value ? <ErrorBanner error={error} note={records.stale} /> : null}
      {error && !value ? <ExplainedBanner title={records.detail.unread} error={error} /> : null}
      {value ? <DetailBody {...props} detail={value} /> : null}
      {!value && !error ? <Progress text={records.loading} /> : null}
    </DetailPane>
  )
}

interface DetailPaneProps {
  name: string
  id: string
  onClose: () => void
  children: preact.ComponentChildren
}

/** Takes the focus when it opens for another record, gives way to Escape, and gives the focus back to where it came from. */
const DetailPane = ({ name, id, onClose, children }: DetailPaneProps) => {
  const { records } = useTexts()
  const pane = useRef<HTMLElement>(null)
  const close = useRef(onClose)
  close.current = onClose
  const opener = useRef<Element | null>(null)
  useEffect(() => {
    if (!pane.current) return
    opener.current = document.activeElement
    pane.current.focus()
    pane.current.scrollTop = 0
  }, [id])
  useEffect(
    () => () => {
      if (opener.current instanceof HTMLElement) opener.current.focus()
    },
    [],
  )
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // A dialog that is open takes Escape for itself
      if (event.key === 'Escape' && !document.querySelector('dialog[open]')) close.current()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <section ref={pane} class="detail" tabIndex={-1} aria-label={fill(records.detail.label, { name })}>
      <span class="detail-close">
        <Button kind="quiet" label={records.close} onPress={onClose}>
          <Icon name="cross" />
        </Button>
      </span>
      {children}
    </section>
  )
}

interface DetailHeadProps {
  record: Negativation
  onTasks: (id: string) => void
}

const DetailHead = ({ record, onTasks }: DetailHeadProps) => {
  const { records, negativation } = useTexts()
  return (
    <header class="stack-tight">
      <h2 class="detail-name">{record.debtor.name}</h2>
      <div class="row">
        <span class="document">{formatDocument(record.debtor.document)}</span>
        <strong>{formatMoney(record.totalCents)}</strong>
        <StateLine {...lookOf(record)}>{negativation.states[record.state]}</StateLine>
        {record.alarm === 'none' ? null : <span class="muted">{negativation.alarms[record.alarm]}</span>}
      </div>
      {record.environment === 'test' ? <Banner tone="attention" text={records.detail.test} /> : null}
      {record.openTasks > 0 ? (
        <div class="row">
          <Button onPress={() => onTasks(record.id)}>
            <Icon name="warning" />
            {records.detail.tasks}
          </Button>
        </div>
      ) : null}
    </header>
  )
}

const DetailBody = (props: RecordDetailProps & { detail: OperationOutput<'negativation'> }) => {
  const { negativation, history } = props.detail
  return (
    <>
      <RemovalPart
        key={negativation.id}
        record={negativation}
        mayRemove={props.mayRemove}
        onAsked={props.onAsked}
      />
      <InvoicesPart invoices={negativation.invoices} />
      <RecordFacts record={negativation} />
      <HistoryPart history={history} />
    </>
  )
}
