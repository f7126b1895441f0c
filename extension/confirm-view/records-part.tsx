import type { Negativation } from '../../shared/api.ts'
import { liveStates } from '../../shared/api.ts'
import { formatDay } from '../../shared/business-time.ts'
import { fill } from '../../shared/errors.ts'
import { formatMoney } from '../../shared/money.ts'
import { send } from '../messaging/send.ts'
import { Button } from '../ui/button.tsx'
import type { Tone } from '../ui/state-line.tsx'
import { StateLine } from '../ui/state-line.tsx'
import { useTexts } from '../ui/texts-context.tsx'

const isLive = ({ state }: Negativation): boolean => (liveStates as readonly string[]).includes(state)

const toneOf = (record: Negativation): Tone => {
  if (record.state === 'removed') return 'good'
  return isLive(record) ? 'attention' : 'neutral'
}

const openRecord = (negativationId: string) =>
  void send('open-records', { negativationId }).catch(() => undefined)

/** What is registered of this customer already; each opens in the list. */
export const RecordsPart = ({ records }: { records: readonly Negativation[] }) => {
  const { confirm, negativation } = useTexts()
  const shown = records.filter(({ state }) => state !== 'draft' && state !== 'cancelled')
  return (
    <section class="stack-tight">
      <h2>{confirm.records}</h2>
      {shown.length === 0 ? <p class="muted">{confirm.noRecords}</p> : null}
      <ul class="records">
        {shown.map((record) => (
          <li key={record.id}>
            <Button
              kind="quiet"
              label={fill(confirm.recordOpen, { amount: formatMoney(record.totalCents) })}
              onPress={() => openRecord(record.id)}
            >
              {formatMoney(record.totalCents)}
            </Button>
            <span>
              <StateLine tone={toneOf(record)} icon={record.state === 'removed' ? 'check' : 'clock'}>
                {negativation.states[record.state]}
              </StateLine>
              <span class="muted"> · {formatDay(record.changedAt)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
