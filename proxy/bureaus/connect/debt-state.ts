import { AppError } from '../../../shared/errors.ts'
import type { Credentials, DebtAddress, DebtState } from '../bureau.ts'
import { evidenceOf, pefinAnswerIn, saysNoSuchOperation } from './classify-pefin.ts'
import type { ConnectDeps } from './consult.ts'
import { debtForm, postPefin } from './pefin.ts'

/**
 * Asks once what the bureau holds of a debt. Absence is believed only when the answer names the very debt.
 * @throws AppError, always `retry: 'safe'`, see `Removals.debtState`
 */
export const debtState = async (
  deps: ConnectDeps,
  credentials: Credentials,
  debt: DebtAddress,
): Promise<DebtState> => {
  const reply = await postPefin(deps, credentials, debtForm(debt))
  const answer = pefinAnswerIn(reply, { now: deps.clock(), doubt: null, isRepeatable: true })
  const { isSuccess, debtState: state } = answer
  if (isSuccess && state !== null && answer.isAbout(debt)) return state
  const code = saysNoSuchOperation(answer) ? 'lookup-unsupported' : 'connect-unproven'
  throw new AppError(code, { retry: 'safe', details: evidenceOf(answer) })
}
