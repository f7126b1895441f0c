import type { Texts } from '../../../shared/locales/texts.ts'
import type { IconName } from '../../ui/icon.tsx'
import { Icon } from '../../ui/icon.tsx'
import { AttentionLine } from '../query/panel/attention-line.tsx'
import { TrustedButton } from '../query/panel/trusted-button.tsx'
import type { PanelRecord, PanelStatus } from './panel-status.ts'
import { overdueText, recordDetail, recordTitle } from './status-words.ts'

interface StatusLinesProps {
  status: PanelStatus
  words: Texts['erp']['panel']['status']
  onRecord: (id: string) => void
  onOverdue: () => void
}

interface Look {
  icon: IconName
  tone: 'plain' | 'calm' | 'due' | 'harm'
}

/** Red only where the person may come to harm: the deadline is near or past. */
const lookOf = ({ state, alarm, removal }: PanelRecord): Look => {
  if (state === 'removed') return { icon: 'check', tone: 'calm' }
  if (alarm === 'one-day' || alarm === 'three-days' || alarm === 'overdue')
    return { icon: 'warning', tone: 'harm' }
  if (removal !== null || state === 'unknown') return { icon: 'warning', tone: 'due' }
  return { icon: state === 'active' ? 'current' : 'clock', tone: 'plain' }
}

/** The customer's registered debts, each opening its record, and what is overdue. */
export const StatusLines = ({ status, words, onRecord, onOverdue }: StatusLinesProps) => {
  const { records, overdue, isOther } = status
  if (isOther) return <AttentionLine>{words.other}</AttentionLine>
  const isClear = records.length === 0 && overdue?.count === 0
  return (
    <div class="status">
      {records.map((record) => {
        const { icon, tone } = lookOf(record)
        const detail = recordDetail(record, words)
        return (
          <TrustedButton key={record.id} kind="line" hint={words.open} onPress={() => onRecord(record.id)}>
            <span class={`mark mark-${tone}`}>
              <Icon name={icon} />
            </span>
            <span class="words">
              <span>{recordTitle(record, words)}</span>
              {detail && <span class="hint">{detail}</span>}
            </span>
          </TrustedButton>
        )
      })}
      {overdue && overdue.count > 0 && (
        <p class="overdue">
          <span>{overdueText(overdue, words)}</span>
          {status.mayInclude && (
            <TrustedButton kind="link" onPress={onOverdue}>
              {words.see}
            </TrustedButton>
          )}
        </p>
      )}
      {isClear && (
        <p class="clear">
          <Icon name="check" />
          <span>{words.clear}</span>
        </p>
      )}
    </div>
  )
}
