import type { Clock, Random } from '../shared/clock.ts'
import { timerWait } from './batch/run-wait.ts'
import { generalReasons } from './candidates/general-reasons.ts'
import { candidateJudge } from './candidates/judge.ts'
import { listings } from './candidates/listings.ts'
import type { ErpPool } from './erps/erp-pool.ts'
import type { Registry } from './integrations/registry.ts'
import { newestPayments } from './negativation/newest-payment.ts'
import type { RecordIndex } from './negativation/record-index.ts'
import { candidatesHandlers } from './routes/candidates.ts'
import type { Store } from './store/store.ts'

interface CandidateServicesDeps {
  store: Store
  registry: Pick<Registry, 'list'>
  erps: Pick<ErpPool, 'get'>
  index: Pick<RecordIndex, 'sentOn'>
  clock: Clock
  elapsed: () => number
  random: Random
}

/** The lists from which a person selects, put together from their ports. They read, and nothing but a request of a person makes them. */
export const candidateServices = (deps: CandidateServicesDeps) => {
  const readings = listings({
    ...deps,
    wait: timerWait,
    judge: candidateJudge(deps),
    general: generalReasons({ ...deps, newestPayment: newestPayments(deps) }),
  })
  return { handlers: candidatesHandlers(readings), stop: () => readings.stop() }
}
