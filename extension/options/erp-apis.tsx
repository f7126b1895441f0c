import { useState } from 'preact/hooks'
import type { Erp } from '../../shared/api.ts'
import { fill } from '../../shared/errors.ts'
import { call } from '../messaging/call.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmButton } from '../ui/confirm-button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { formatDay } from '../../shared/business-time.ts'
import { useTexts } from '../ui/texts-context.tsx'
import { useAction } from '../ui/use-action.ts'
import { dropById, putById } from './by-id.ts'
import { ErpForm } from './erp-form.tsx'
import { TestState } from './test-state.tsx'
import type { Setup, SetupData } from './use-setup.ts'

interface ErpApisProps {
  data: SetupData
  change: Setup['change']
  isAdmin: boolean
}

/** The API users by which the service reads customers and invoices. */
export const ErpApis = ({ data, change, isAdmin }: ErpApisProps) => {
  const { options } = useTexts()
  const words = options.erp
  const [isAdding, setAdding] = useState(false)
  const put = (erp: Erp) => {
    change(({ erps }) => ({ erps: putById(erps, erp) }))
  }
  return (
    <section class="card stack" aria-label={words.apiTitle}>
      <div class="row">
        <h3>{words.apiTitle}</h3>
        {data.erps.length === 0 ? <span class="muted">{words.emptyHint}</span> : null}
        {isAdmin && !isAdding ? (
          <span class="spread">
            <Button
              onPress={() => {
                setAdding(true)
              }}
            >
              {words.add}
            </Button>
          </span>
        ) : null}
      </div>
      {data.erps.length === 0 && !isAdding ? <p class="muted">{words.empty}</p> : null}
      {data.erps.map((erp) => (
        <ErpRow
          key={erp.id}
          erp={erp}
          isAdmin={isAdmin}
          onSaved={put}
          onRemoved={() => {
            change(({ erps }) => ({ erps: dropById(erps, erp.id) }))
          }}
        />
      ))}
      {isAdding ? (
        <ErpForm
          onSaved={(erp) => {
            setAdding(false)
            put(erp)
          }}
          onCancel={() => {
            setAdding(false)
          }}
        />
      ) : null}
    </section>
  )
}

interface ErpRowProps {
  erp: Erp
  isAdmin: boolean
  onSaved: (erp: Erp) => void
  onRemoved: () => void
}

const ErpRow = ({ erp, isAdmin, onSaved, onRemoved }: ErpRowProps) => {
  const { options } = useTexts()
  const [isEditing, setEditing] = useState(false)
  const testing = useAction(async () => {
    onSaved({ ...erp, tested: await call('erpTest', { id: erp.id }) })
  })
  const removing = useAction(async () => {
    await call('erpRemove', { id: erp.id })
    onRemoved()
  })
  if (isEditing)
    return (
      <ErpForm
        erp={erp}
        onSaved={(saved) => {
          setEditing(false)
          testing.clear()
          removing.clear()
          onSaved(saved)
        }}
        onCancel={() => {
          setEditing(false)
        }}
      />
    )
  return (
    <div class="stack-tight">
      <div class="row">
        <strong>{erp.description}</strong>
        <span>{erp.baseUrl}</span>
        <span class="muted">{fill(options.savedOn, { date: formatDay(erp.savedAt) })}</span>
        <TestState savedAt={erp.savedAt} tested={erp.tested} />
        {isAdmin ? (
          <span class="row spread">
            <Button
              disabled={testing.busy}
              label={`${options.test} ${erp.description}`}
              onPress={testing.start}
            >
              {testing.busy ? options.testing : options.test}
            </Button>
            <Button
              label={`${options.erp.edit} ${erp.description}`}
              disabled={removing.busy}
              onPress={() => {
                setEditing(true)
              }}
            >
              {options.erp.edit}
            </Button>
            <ConfirmButton
              text={options.remove}
              label={`${options.remove} ${erp.description}`}
              title={fill(options.erp.removeTitle, { name: erp.description })}
              explanation={options.erp.removeText}
              cancel={options.cancel}
              disabled={removing.busy}
              onConfirm={removing.start}
            />
          </span>
        ) : null}
      </div>
      <ErrorBanner error={testing.error ?? removing.error ?? erp.tested?.error ?? null} />
    </div>
  )
}
