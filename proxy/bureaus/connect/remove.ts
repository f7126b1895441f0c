import { AppError } from '../../../shared/errors.ts'
import type { Credentials, Removal, RemovalAnswer } from '../bureau.ts'
import { evidenceOf, isRefusal, pefinAnswerIn, refusalParams, saysGone } from './classify-pefin.ts'
import type { ConnectDeps } from './consult.ts'
import { postPefin, removalForm } from './pefin.ts'

/**
 * Asks once for a removal, which is safe to repeat.
 * @returns `accepted` with the protocol of this very debt, or `absent` in the platform's own words (case G48)
 * @throws AppError, always `retry: 'safe'`, see `Removals.remove`; what the platform said stands in `details`
 */
export const remove = async (
  deps: ConnectDeps,
  credentials: Credentials,
  removal: Removal,
): Promise<RemovalAnswer> => {
  const reply = await postPefin(deps, credentials, removalForm(removal))
  const answer = pefinAnswerIn(reply, { now: deps.clock(), doubt: 'removal-uncertain', isRepeatable: true })
  const { isSuccess, protocol } = answer
  if (isSuccess && protocol !== null && answer.isAbout(removal)) return { kind: 'accepted', protocol }
  const details = evidenceOf(answer)
  if (saysGone(answer)) return { kind: 'absent', code: details.code, text: details.text }
  if (!isRefusal(answer)) throw new AppError('removal-uncertain', { retry: 'safe', details })
  // Not yet active, a reason that is no longer offered: time or a person heals it, and nobody gives up.
  throw new AppError('removal-refused', { params: refusalParams(answer), retry: 'safe', details })
}
