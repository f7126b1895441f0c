import { useEffect, useRef, useState } from 'preact/hooks'
import type { Batch } from '../../../shared/api.ts'
import { fill } from '../../../shared/errors.ts'
import { formatCount } from '../../../shared/format-count.ts'
import { call } from '../../messaging/call.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorBanner } from '../../ui/error-banner.tsx'
import { useTexts } from '../../ui/texts-context.tsx'
import { useAction } from '../../ui/use-action.ts'
import { progressOf } from './progress-words.ts'

interface RunControlsProps {
  batch: Batch
  onChanged: () => void
}

/** What a person can do with a batch that is not at its end. */
export const RunControls = ({ batch, onChanged }: RunControlsProps) => {
  const { run } = useTexts().batch
  const { id } = batch
  const { left } = progressOf(batch)
  const act = (name: 'batchPause' | 'batchResume' | 'batchCancel') => async () => {
    await call(name, { id }).finally(onChanged)
  }
  const pausing = useAction(act('batchPause'))
  const resuming = useAction(act('batchResume'))
  const cancelling = useAction(act('batchCancel'))
  const acts = [pausing, resuming, cancelling]
  useEffect(() => {
    // It has gone on, so an answer that got lost needs no word any more
    for (const one of acts) if (!one.busy) one.clear()
  }, [batch.state])
  const isBusy = acts.some(({ busy }) => busy)
  return (
    <div class="run-controls">
      <div class="row">
        {batch.state === 'running' ? (
          <Button disabled={isBusy} onPress={pausing.start}>
            {pausing.busy ? run.pausing : run.pause}
          </Button>
        ) : (
          <Button kind="primary" disabled={isBusy} onPress={resuming.start}>
            {resuming.busy ? run.resuming : resumeWords(left, run)}
          </Button>
        )}
        {left > 0 ? (
          <CancelRest
            left={left}
            isBusy={isBusy}
            isCancelling={cancelling.busy}
            onCancel={cancelling.start}
          />
        ) : null}
        {batch.state === 'running' ? <span class="muted">{run.goesOn}</span> : null}
      </div>
      <ErrorBanner error={acts.find(({ error }) => error)?.error ?? null} />
    </div>
  )
}

type Words = ReturnType<typeof useTexts>['batch']['run']

const resumeWords = (left: number, run: Words): string => {
  if (left === 0) return run.resumeNone
  return left === 1 ? run.resumeOne : fill(run.resume, { count: formatCount(left) })
}

interface CancelRestProps {
  left: number
  isBusy: boolean
  isCancelling: boolean
  onCancel: () => void
}

/** Asks once more, in its own place, before what has not left is given up. */
const CancelRest = ({ left, isBusy, isCancelling, onCancel }: CancelRestProps) => {
  const { run } = useTexts().batch
  const [isAsking, setAsking] = useState(false)
  const button = useRef<HTMLSpanElement>(null)
  const wasAsking = useRef(false)
  useEffect(() => {
    if (wasAsking.current && !isAsking) button.current?.querySelector('button')?.focus()
    wasAsking.current = isAsking
  }, [isAsking])
  if (isAsking) return <CancelQuestion left={left} onBack={() => setAsking(false)} onCancel={onCancel} />
  return (
    <span ref={button}>
      <Button kind="harm" disabled={isBusy} onPress={() => setAsking(true)}>
        {isCancelling ? run.cancelling : run.cancelRest}
      </Button>
    </span>
  )
}

interface CancelQuestionProps {
  left: number
  onBack: () => void
  onCancel: () => void
}

/** The focus is on the way back; Escape takes it too. */
const CancelQuestion = ({ left, onBack, onCancel }: CancelQuestionProps) => {
  const { run } = useTexts().batch
  const part = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') onBack()
    }
    part.current?.querySelector('button')?.focus()
    part.current?.addEventListener('keydown', onKey)
  }, [])
  const question = left === 1 ? run.cancelAskOne : fill(run.cancelAsk, { count: formatCount(left) })
  return (
    <fieldset ref={part} class="run-question">
      <legend class="visually-hidden">{question}</legend>
      <span>
        <strong aria-hidden="true">{question}</strong> {fill(run.cancelHint, { count: formatCount(left) })}
      </span>
      <span class="row">
        <Button onPress={onBack}>{run.cancelBack}</Button>
        <Button
          kind="harm"
          onPress={() => {
            onBack()
            onCancel()
          }}
        >
          {left === 1 ? run.cancelActOne : fill(run.cancelAct, { count: formatCount(left) })}
        </Button>
      </span>
    </fieldset>
  )
}
