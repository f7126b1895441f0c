import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Client } from '../../shared/api.ts'
import { formatDay, formatInstant } from '../../shared/business-time.ts'
import { fill } from '../../shared/errors.ts'
import { call } from '../messaging/call.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmButton } from '../ui/confirm-button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { StateLine } from '../ui/state-line.tsx'
import { useTexts } from '../ui/texts-context.tsx'
import { useAction } from '../ui/use-action.ts'
import { dropById, putById } from './by-id.ts'
import { ClientForm } from './client-form.tsx'
import { PairCommand } from './pair-command.tsx'
import type { Setup, SetupData } from './use-setup.ts'

interface ClientsSectionProps {
  data: SetupData
  change: Setup['change']
  /** The id of this browser: it is forgotten in step 2, not revoked here. */
  own: string
  /** This browser's own name or permissions were changed. */
  onOwn: () => void
}

/** Who may speak to the service, what each may do, and the way to end it. */
export const ClientsSection = ({ data, change, own, onOwn }: ClientsSectionProps) => {
  const { access, options } = useTexts()
  const words = options.clients
  const [editing, setEditing] = useState<string | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const back = useRef<string | null>(null)
  const table = useRef<HTMLTableElement>(null)
  const revoking = useAction(async (id: string) => {
    await call('clientRevoke', { id })
    change(({ clients }) => ({ clients: dropById(clients, id) }))
  })
  const close = (id: string) => {
    back.current = id
    setEditing(null)
  }
  useLayoutEffect(() => {
    // The form had the focus and is gone
    if (editing === null && back.current !== null)
      table.current?.querySelector<HTMLElement>(`[data-client="${back.current}"] button`)?.focus()
  }, [editing])
  const take = (client: Client) => {
    change(({ clients }) => ({ clients: putById(clients, client) }))
    setSaved(client.name)
    close(client.id)
    if (client.id === own) onOwn()
  }
  return (
    <>
      <ErrorBanner error={revoking.error} />
      <div class="table-scroll">
        <table class="table clients" ref={table}>
          <thead>
            <tr>
              <th>{words.table.name}</th>
              <th>{words.table.scopes}</th>
              <th>{words.table.pairedAt}</th>
              <th>{words.table.lastSeen}</th>
              <th class="number">
                <span class="visually-hidden">{access.edit}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.clients.map((client) =>
              client.id === editing ? (
                <tr key={client.id}>
                  <td colSpan={5}>
                    <ClientForm
                      client={client}
                      isOwn={client.id === own}
                      onSaved={take}
                      onCancel={() => close(client.id)}
                    />
                  </td>
                </tr>
              ) : (
                <ClientRow
                  key={client.id}
                  client={client}
                  isOwn={client.id === own}
                  isBusy={revoking.busy}
                  onEdit={() => {
                    setSaved(null)
                    setEditing(client.id)
                  }}
                  onRevoke={() => revoking.start(client.id)}
                />
              ),
            )}
          </tbody>
        </table>
      </div>
      <output>
        {saved === null ? null : <StateLine tone="good">{fill(access.saved, { name: saved })}</StateLine>}
      </output>
      {data.clients.some((client) => client.id !== own) ? null : <p class="muted">{words.empty}</p>}
      <PairCommand />
    </>
  )
}

interface ClientRowProps {
  client: Client
  isOwn: boolean
  isBusy: boolean
  onEdit: () => void
  onRevoke: () => void
}

const ClientRow = ({ client, isOwn, isBusy, onEdit, onRevoke }: ClientRowProps) => {
  const { access, options } = useTexts()
  const words = options.clients
  const { id, name, scopes, pairedAt, lastSeenAt } = client
  return (
    <tr>
      <td class="client-name">{name}</td>
      <td>{scopes.map((scope) => options.browser.scope[scope]).join(', ')}</td>
      <td>{formatDay(pairedAt)}</td>
      <td>{lastSeenAt ? formatInstant(lastSeenAt) : words.never}</td>
      <td class="number" data-client={id}>
        <span class="client-acts">
          {isOwn ? <span class="muted">{words.this}</span> : null}
          <Button label={fill(access.editOf, { name })} disabled={isBusy} onPress={onEdit}>
            {access.edit}
          </Button>
          {isOwn ? null : (
            <ConfirmButton
              text={words.revoke}
              label={`${words.revoke} ${name}`}
              title={fill(words.revokeTitle, { name })}
              explanation={words.revokeText}
              cancel={options.cancel}
              disabled={isBusy}
              onConfirm={onRevoke}
            />
          )}
        </span>
      </td>
    </tr>
  )
}
