import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Client, Erp, InclusionPolicy, Integration, Policy } from '../../shared/api.ts'
import { call } from '../messaging/call.ts'
import type { Action } from '../ui/use-action.ts'
import { useAction } from '../ui/use-action.ts'

export interface SetupData {
  integrations: Integration[]
  erps: Erp[]
  policy: Policy
  inclusionPolicy: InclusionPolicy
  /** Empty for a browser that may not administer. */
  clients: Client[]
}

export interface Setup {
  /** Null until it has been read. */
  data: SetupData | null
  loading: Action<[]>
  /** Puts in what the service has just answered, so that the screen need not read everything again. */
  change: (recipe: (data: SetupData) => Partial<SetupData>) => void
}

const load = async (isAdmin: boolean): Promise<SetupData> => {
  const [{ integrations }, { erps }, policy, inclusionPolicy, { clients }] = await Promise.all([
    call('integrations', {}),
    call('erps', {}),
    call('policy', {}),
    call('inclusionPolicy', {}),
    isAdmin ? call('clients', {}) : { clients: [] },
  ])
  return { integrations, erps, policy, inclusionPolicy, clients }
}

/** What the service keeps of the set-up, read when `clientId` becomes known. */
export const useSetup = (clientId: string | null, isAdmin: boolean): Setup => {
  const [data, setData] = useState<SetupData | null>(null)
  const loading = useAction(async () => {
    setData(await load(isAdmin))
  })
  useEffect(() => {
    if (clientId) loading.start()
    else setData(null)
    // `loading` is new on each render; the client decides when to read
  }, [clientId, isAdmin])

  const change = useCallback<Setup['change']>((recipe) => {
    setData((known) => known && { ...known, ...recipe(known) })
  }, [])
  return { data, loading, change }
}
