import { AppError } from '../../shared/errors.ts'
import type { Environment } from '../../shared/api.ts'
import type { Credentials, Removals } from '../bureaus/bureau.ts'
import { readCredentials } from '../integrations/credentials.ts'
import type { NegativationRecord } from '../store/records.ts'
import type { Registry } from '../integrations/registry.ts'
import type { Vault } from '../vault/vault.ts'

/** What clears a record, or asks about it: the clearing side of the platform and the PEFIN pair. */
export interface RemovalAccess {
  removals: Removals
  credentials: Credentials
}

export type OpenRemovals = (
  record: Pick<NegativationRecord, 'integrationId' | 'environment'>,
) => Promise<RemovalAccess>

const environmentName: Readonly<Record<Environment, string>> = {
  test: 'homologação',
  production: 'produção',
}

/**
 * Opens the platform for a record. The record is only ever handled in the environment in which it was made (case G56).
 * Rejects with `environment-differs`, `integration-unknown`, `credentials-missing` or `vault-unavailable`, before any call.
 */
export const removalAccess =
  ({
    registry,
    vault,
    removals,
  }: {
    registry: Pick<Registry, 'get'>
    vault: Vault
    removals: Removals
  }): OpenRemovals =>
  async ({ integrationId, environment }) => {
    const integration = await registry.get(integrationId)
    if (integration.environment !== environment)
      throw new AppError('environment-differs', {
        params: {
          recorded: environmentName[environment],
          current: environmentName[integration.environment],
        },
      })
    return { removals, credentials: await readCredentials(vault, integrationId, 'pefin') }
  }
