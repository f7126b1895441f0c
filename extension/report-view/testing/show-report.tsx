import { fireEvent, render, screen } from '@testing-library/preact'
import type { Answers, FakeBackground } from '../../ui/testing/fake-background.ts'
import { fakeBackground, ok } from '../../ui/testing/fake-background.ts'
import { integration, query } from '../../ui/testing/samples.ts'
import { ReportPage } from '../report-page.tsx'

export const draftId = '11111111-1111-4111-8111-111111111111'
export const running = query({ state: 'running', endedAt: null, hasAnswer: false })

/** The report tab with a customer's draft and a query that succeeds, but for what `answers` says. */
export const showReport = (answers: Answers = {}): FakeBackground => {
  history.replaceState(null, '', `/report.html?draft=${draftId}`)
  const background = fakeBackground({
    draft: ok({ document: '731.640.258-07', name: 'MARIA EXEMPLO' }),
    integrations: ok({ integrations: [integration()] }),
    queryHistory: ok({ queries: [] }),
    queryStart: ok(running),
    query: ok(query()),
    queryAnswer: ok({ html: 'RELATÓRIO' }),
    ...answers,
  })
  render(<ReportPage />)
  return background
}

/** A person presses the button. */
export const consult = async (): Promise<void> => {
  fireEvent.click(await screen.findByRole('button', { name: 'Consultar' }))
}
