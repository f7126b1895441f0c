import { fireEvent, render, screen } from '@testing-library/preact'
import browser from 'webextension-polyfill'
import type { Proposal } from '../../features/negativation/proposal.ts'
import { draftView, negativation, negativationDetail, overview } from '../../ui/testing/debt-samples.ts'
import type { Answers, FakeBackground } from '../../ui/testing/fake-background.ts'
import { fakeBackground, ok } from '../../ui/testing/fake-background.ts'
import { ConfirmPage } from '../confirm-page.tsx'

export const proposalId = '11111111-1111-4111-8111-111111111111'

export const proposal = (over: Partial<Proposal> = {}): Proposal => ({
  site: 'empresa.hubsoft.com.br',
  customerId: '11943',
  document: '731.640.258-07',
  name: 'MARIA DA TELA',
  act: null,
  ...over,
})

interface ShowOptions {
  answers?: Answers
  /** Null for a browser that has lost it. */
  of?: Proposal | null
}

const keyOf = `proposal:${proposalId}`

export const storedProposal = async (): Promise<Proposal | undefined> =>
  (await browser.storage.session.get(keyOf))[keyOf] as Proposal | undefined

/** A clock that moves on by a second with each look, so that no press comes too early. */
const steppingClock = () => {
  let now = Date.UTC(2026, 10, 25, 13, 2)
  return () => (now += 1000)
}

/** The confirmation window of a debt that can be registered, but for what `answers` says. */
export const showConfirm = async ({
  answers = {},
  of = proposal(),
}: ShowOptions = {}): Promise<FakeBackground> => {
  history.replaceState(null, '', `/confirm.html?draft=${proposalId}`)
  const background = fakeBackground({
    customerStatus: ok({ erpId: 'e1', document: '73164025807', records: [], overdue: null, problem: null }),
    customerOverview: ok(overview()),
    negativationDraft: ok(draftView()),
    negativationConfirm: ok(negativation({ state: 'sending' })),
    negativation: ok(negativationDetail({ state: 'sent', protocol: '000987654' })),
    negativationCancel: ok(negativation({ state: 'cancelled' })),
    ...answers,
  })
  if (of) await browser.storage.session.set({ [keyOf]: of })
  const clock = steppingClock()
  render(<ConfirmPage clock={clock} />)
  return background
}

/** Presses a button by its words, once it stands there. */
export const press = async (name: string | RegExp): Promise<HTMLElement> => {
  const button = await screen.findByRole('button', { name })
  fireEvent.click(button)
  return button
}

export const act = /^Negativar R\$ 79,90 em nome de MARIA EXEMPLO$/

/** From the choice to the review, and the act itself. */
export const reviewAndConfirm = async (): Promise<void> => {
  await press('Revisar')
  await press(act)
}
