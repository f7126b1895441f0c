import type { Setup, SetupData } from './use-setup.ts'
import type { Sites } from './use-sites.ts'
import { ErpApis } from './erp-apis.tsx'
import { ErpSites } from './erp-sites.tsx'

interface ErpStepProps {
  data: SetupData
  change: Setup['change']
  sites: Sites
  isAdmin: boolean
}

/** Step 5: the pages where the extension works, and the API user by which the service reads. */
export const ErpStep = ({ data, change, sites, isAdmin }: ErpStepProps) => (
  <>
    <ErpSites sites={sites} />
    <ErpApis data={data} change={change} isAdmin={isAdmin} />
  </>
)
