import { fireEvent, render, screen, within } from '@testing-library/preact'
import { vi } from 'vitest'
import type { Candidate, CandidateListing } from '../../../shared/api.ts'
import type { Answers, FakeBackground } from '../../ui/testing/fake-background.ts'
import { fakeBackground, ok } from '../../ui/testing/fake-background.ts'
import { erp, integration, product } from '../../ui/testing/samples.ts'
import { CandidatesPart } from '../candidates/candidates-part.tsx'
import type { PageSelection } from '../selection/page-selection.ts'
import { now } from './batch-samples.ts'
import { listingOf, pagesOf, totalOf } from './candidate-samples.ts'

export const inclusion = (priceCents: number | null = 4_50) => [
  product({ code: 'INC', kind: 'inclusion', priceCents }),
  product({ code: 'MOT', kind: 'inclusion-reason', reasons: [{ code: '01', text: 'Inadimplência' }] }),
]

interface Shown {
  candidates?: readonly Candidate[]
  listing?: Partial<CandidateListing>
  fromPage?: PageSelection | null
  compact?: boolean
}

/** What a service with these overdue invoices answers. */
export const candidateAnswers = ({ candidates = [], listing = {} }: Shown): Answers => {
  const one = listingOf({ total: totalOf(candidates), ...listing })
  return {
    erps: ok({ erps: [erp()] }),
    integrations: ok({ integrations: [integration({ products: inclusion() })] }),
    candidateStart: ok(one),
    candidateListing: ok(one),
    candidates: pagesOf(() => candidates),
  }
}

/** The list of candidates, as the popup or the tab shows it. */
export const renderCandidates = ({ fromPage = null, compact = true }: Shown = {}) => {
  const onDrafted = vi.fn<(batchId: string) => void>()
  const view = render(
    <CandidatesPart clock={() => now} fromPage={fromPage} compact={compact} onDrafted={onDrafted} />,
  )
  return { ...view, onDrafted }
}

/** The list over a service with these overdue invoices, but for what `answers` says. */
export const showCandidates = (
  shown: Shown,
  answers: Answers = {},
): ReturnType<typeof renderCandidates> & { background: FakeBackground } => {
  const background = fakeBackground({ ...candidateAnswers(shown), ...answers })
  return { background, ...renderCandidates(shown) }
}

export const rowOf = (name: string) => screen.getByText(name).closest('tr') as HTMLTableRowElement
export const boxOf = (name: string) => within(rowOf(name)).getByRole<HTMLInputElement>('checkbox')
/** The box that selects all that are eligible. */
export const allBox = () => screen.getByRole<HTMLInputElement>('checkbox', { name: /^todas as aptas/ })
/** The people in the list, from the top. */
export const names = () =>
  [...document.querySelectorAll('.candidate strong')].map(({ textContent }) => textContent)
/** What the bar says of the selection. */
export const totals = () => document.querySelector('.selection-totals')?.textContent
export const choose = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label, { selector: 'select' }), { target: { value } })
