import { beforeEach } from 'vitest'
import type { Erp } from '../../extension/erps/erp.ts'
import { describeAddresses } from './contract/addresses.ts'
import { describeGrids } from './contract/grids.ts'
import { describeOnlyReads } from './contract/only-reads.ts'
import { describePlaces } from './contract/places.ts'
import { describeRecords } from './contract/records.ts'
import { show } from './contract/shown.ts'
import type { ErpPages } from './erp-pages.ts'

/** The contract of an adapter: what every ERP of the registry keeps, whatever its pages look like. */
export const describeErp = ({ erp, pages }: { erp: Erp; pages: ErpPages }): void => {
  beforeEach(() => show(''))
  describeAddresses(erp, pages)
  describeRecords(erp, pages)
  describeGrids(erp, pages)
  describePlaces(erp, pages)
  describeOnlyReads(erp, pages)
}
