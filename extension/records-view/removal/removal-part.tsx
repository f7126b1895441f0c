import { useState } from 'preact/hooks'
import type { Negativation } from '../../../shared/api.ts'
import { fill } from '../../../shared/errors.ts'
import { call } from '../../messaging/call.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorBanner } from '../../ui/error-banner.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { useAction } from '../../ui/use-action.ts'
import { isLive } from '../state-groups.ts'
import type { RemovalChoice } from './removal-dialog.tsx'
import { RemovalDialog } from './removal-dialog.tsx'
import { RemovalFacts } from './removal-facts.tsx'

interface RemovalPartProps {
  record: Negativation
  mayRemove: boolean
  onAsked: () => void
}

/** How the clearing of this name stands, and the way to ask for it. */
export const RemovalPart = ({ record, mayRemove, onAsked }: RemovalPartProps) => {
  const { records } = useTexts()
  const words = records.removal
  const [isAsking, setAsking] = useState(false)
  const [result, setResult] = useState<string | null>(null)
  const asking = useAction(async ({ reasonCode, note }: RemovalChoice) => {
    const { removal } = await call('removalRequest', { id: record.id, reasonCode, note })
    // A wish that stood already keeps its own reason: somebody, or the program, was faster
    const isOurs = removal?.cause === 'person' && removal.reason.code === reasonCode
    setResult(isOurs || !removal ? words.done : fill(words.already, { actor: removal.requestedBy }))
    onAsked()
  })
  const { removal, state } = record
  const canAsk = isLive(state) && (removal === null || removal.isHeld)
  if (!removal && !canAsk) return null

  return (
    <section class="stack-tight">
      {removal ? <h3>{words.title}</h3> : null}
      {removal ? <RemovalFacts record={record} /> : null}
      {canAsk ? (
        <div class="row">
          {mayRemove ? (
            <Button
              kind="harm"
              disabled={asking.busy}
              label={fill(words.openOf, { name: record.debtor.name })}
              onPress={() => setAsking(true)}
            >
              {asking.busy ? words.acting : removal ? words.sendNow : words.open}
            </Button>
          ) : (
            <span class="muted">{words.refused}</span>
          )}
        </div>
      ) : null}
      {result ? <Banner tone="good" text={result} live /> : null}
      <ErrorBanner error={asking.error} />
      {isAsking ? (
        <RemovalDialog
          person={record.debtor.name}
          cents={record.totalCents}
          negativationId={record.id}
          onCancel={() => setAsking(false)}
          onChosen={(choice) => {
            setAsking(false)
            asking.start(choice)
          }}
        />
      ) : null}
    </section>
  )
}
