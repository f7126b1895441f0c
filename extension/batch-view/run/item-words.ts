import type { BatchItem, BatchItemState, EligibilityCode, EligibilityReason } from '../../../shared/api.ts'
import { fill } from '../../../shared/errors.ts'
import type { Texts } from '../../../shared/locales/texts.ts'
import { changeSentences } from '../../confirm-view/changes.ts'
import { explain } from '../../ui/explain.ts'

/** Why a debt is in its state. */
export interface ItemWords {
  /** Equal for debts that are there for the same reason. */
  reason: string
  /** The bureau's own code. */
  code: string | null
  why: string
  /** It says something of this debt, and not only of every one in its state. */
  isOwn: boolean
  /** What a person can do about it. */
  next: string
}

/** The bureau has the contract already: somebody has to look, and nobody may send it again (case G53). */
const duplicates: ReadonlySet<string> = new Set(['inclusion-duplicate', 'already-at-bureau'])

export const isDuplicate = ({ problem }: Pick<BatchItem, 'problem'>): boolean =>
  problem !== null && duplicates.has(problem.code)

/** Not as it was confirmed any more, so it was left unsent; what is still owed may be confirmed anew. */
export const isChanged = ({ state, problem }: Pick<BatchItem, 'state' | 'problem'>): boolean =>
  state === 'skipped' && (problem?.code === 'negativation-changed' || problem?.code === 'paid-in-queue')

/** Of what was read before anything was sent, one sentence each, those that block first. */
const reasonSentences = (
  reasons: readonly EligibilityReason[],
  level: EligibilityReason['level'],
  { negativation }: Texts,
): string[] => [
  ...new Set(
    reasons
      .filter((reason) => reason.level === level)
      .map(({ code, params }) => fill(negativation.eligibility[code], params)),
  ),
]

/** What keeps a debt that has not left from leaving. */
export const blocksOf = ({ state, problem, reasons }: BatchItem): EligibilityCode[] => {
  const isHeld =
    problem?.code === 'inclusion-blocked' || (!problem && (state === 'waiting' || state === 'skipped'))
  if (!isHeld) return []
  return [...new Set(reasons.filter(({ level }) => level === 'block').map(({ code }) => code))]
}

/** The bureau's own words come without a full stop. */
const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`)

type Problem = NonNullable<BatchItem['problem']>

const codeOf = ({ params }: Problem): string | null => {
  const code = params?.['code']
  return code === undefined ? null : String(code)
}

const changeWords = (item: BatchItem, problem: Problem, texts: Texts): ItemWords => {
  const { result } = texts.batch
  return {
    reason: problem.code,
    code: null,
    why: changeSentences(item.changes, texts.confirm.changes).join(' ') || explain(problem, texts).text,
    isOwn: true,
    next: problem.code === 'paid-in-queue' ? result.paidNext : result.changedNext,
  }
}

/** An error's own hint may speak of trying again: that does not hold for what may be at the bureau, nor once all tries are used up. */
const ofState: ReadonlySet<BatchItemState> = new Set(['unknown', 'failed', 'waiting'])

const problemWords = (item: BatchItem, problem: Problem, texts: Texts): ItemWords => {
  const { result } = texts.batch
  const { text, hint } = explain(problem, texts)
  const code = codeOf(problem)
  const next = ofState.has(item.state) ? result.nextOf[item.state] : hint
  return {
    reason: [problem.code, code].filter(Boolean).join(' '),
    code,
    why: sentence(text),
    isOwn: true,
    next: isDuplicate(item) ? result.duplicateNext : next,
  }
}

/** What was read before anything was sent, of a debt that has not left. */
const readWords = (item: BatchItem, blocks: readonly EligibilityCode[], texts: Texts): ItemWords => {
  const { state, reasons } = item
  const { result } = texts.batch
  const sentences = [
    ...(blocks.length > 0 ? reasonSentences(reasons, 'block', texts) : []),
    ...(state === 'waiting' ? reasonSentences(reasons, 'warn', texts) : []),
  ]
  return {
    reason: ['blocks', ...blocks].join(' '),
    code: null,
    why: sentences.join(' ') || result.why[state],
    isOwn: sentences.length > 0,
    next: blocks.length > 0 ? result.blockedNext : result.nextOf[state],
  }
}

/** What is known of why a debt is in its state, in the language of the screen. */
export const itemWords = (item: BatchItem, texts: Texts): ItemWords => {
  const { problem } = item
  const blocks = blocksOf(item)
  if (!problem || blocks.length > 0) return readWords(item, blocks, texts)
  return isChanged(item) ? changeWords(item, problem, texts) : problemWords(item, problem, texts)
}
