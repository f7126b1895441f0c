import { AppError } from '../../../shared/errors.ts'
import type { Credentials, Inclusion, InclusionReceipt } from '../bureau.ts'
import {
  evidenceOf,
  isAboutLetters,
  isRefusal,
  pefinAnswerIn,
  refusalParams,
  saysExisting,
} from './classify-pefin.ts'
import type { ConnectDeps } from './consult.ts'
import type { PefinAnswer } from './pefin.ts'
import { inclusionForm, postPefin } from './pefin.ts'

const failureIn = (answer: PefinAnswer, { document }: Inclusion): AppError => {
  const details = evidenceOf(answer)
  if (saysExisting(answer)) return new AppError('inclusion-duplicate', { details })
  if (!isRefusal(answer)) return new AppError('inclusion-uncertain', { retry: 'reconcile', details })
  if (isAboutLetters(document, answer)) return new AppError('document-unsupported', { details })
  return new AppError('inclusion-refused', { params: refusalParams(answer), details })
}

/**
 * Sends one inclusion: exactly one request (case G90).
 * @returns the receipt, when the answer says "Sucesso" with a protocol and names this contract and document (cases G54, G87)
 * @throws AppError, see `Inclusions.include`; what the platform said stands in `details` {protocol, code, text}
 */
export const include = async (
  deps: ConnectDeps,
  credentials: Credentials,
  { signal, ...inclusion }: Inclusion,
): Promise<InclusionReceipt> => {
  const reply = await postPefin(deps, credentials, inclusionForm(inclusion), signal)
  const answer = pefinAnswerIn(reply, {
    now: deps.clock(),
    doubt: 'inclusion-uncertain',
    isRepeatable: false,
  })
  const { isSuccess, protocol, reference } = answer
  if (isSuccess && protocol !== null && answer.isAbout(inclusion)) return { protocol, reference }
  throw failureIn(answer, inclusion)
}
