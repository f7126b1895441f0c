import type { Client } from '../../shared/api.ts'
import { fill } from '../../shared/errors.ts'
import { call } from '../messaging/call.ts'
import { ConfirmButton } from '../ui/confirm-button.tsx'
import { ErrorBanner } from '../ui/error-banner.tsx'
import { formatDay, formatInstant } from '../../shared/business-time.ts'
import { useTexts } from '../ui/texts-context.tsx'
import { useAction } from '../ui/use-action.ts'
import { dropById } from './by-id.ts'
import type { Setup, SetupData } from './use-setup.ts'

interface ClientsSectionProps {
  data: SetupData
  change: Setup['change']
  /** The id of this browser: it is forgotten in step 2, not revoked here. */
  own: string
}

/** Who may speak to the service, and the way to end it. */
export const ClientsSection = ({ data, change, own }: ClientsSectionProps) => {
  const { options } = useTexts()
  const words = options.clients
  const revoking = useAction(async (id: string) => {
    await call('clientRevoke', { id })
    change(({ clients }) => ({ clients: dropById(clients, id) }))
  })
  return (
    <>
      <ErrorBanner error={revoking.error} />
      <div class="table-scroll">
        <table class="table">
          <thead>
            <tr>
              <th>{words.table.name}</th>
              <th>{words.table.scopes}</th>
              <th>{words.table.pairedAt}</th>
              <th>{words.table.lastSeen}</th>
              <th class="number">
                <span class="visually-hidden">{words.revoke}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {data.clients.map((client) => (
              <tr key={client.id}>
                <td>{client.name}</td>
                <td>{scopeWords(client, options.browser.scope)}</td>
                <td>{formatDay(client.pairedAt)}</td>
                <td>{client.lastSeenAt ? formatInstant(client.lastSeenAt) : words.never}</td>
                <td class="number">
                  {client.id === own ? (
                    <span class="muted">{words.this}</span>
                  ) : (
                    <ConfirmButton
                      text={words.revoke}
                      label={`${words.revoke} ${client.name}`}
                      title={fill(words.revokeTitle, { name: client.name })}
                      explanation={words.revokeText}
                      cancel={options.cancel}
                      disabled={revoking.busy}
                      onConfirm={() => {
                        revoking.start(client.id)
                      }}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {data.clients.some((client) => client.id !== own) ? null : <p class="muted">{words.empty}</p>}
    </>
  )
}

const scopeWords = (client: Client, words: Record<Client['scopes'][number], string>): string =>
  client.scopes.map((scope) => words[scope]).join(', ')
