import { cleanup, fireEvent, screen } from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { texts } from '../../shared/locales/texts.ts'
import {
  draftView,
  historyEntry,
  negativation,
  negativationDetail,
  overview,
} from '../ui/testing/debt-samples.ts'
import type { FakeBackground } from '../ui/testing/fake-background.ts'
import { fail, ok } from '../ui/testing/fake-background.ts'
import {
  act,
  press,
  proposal,
  reviewAndConfirm,
  showConfirm,
  storedProposal,
} from './testing/show-confirm.tsx'

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const words = texts('pt-BR').confirm
const refused = (code: string, refusal: unknown) => ({ ...fail(code), refusal })
const sentOnce = (background: FakeBackground) => {
  expect(background.of('negativationConfirm')).toHaveLength(1)
}

describe('G43 · one press, one act', () => {
  test('a double click and an Enter after it', async () => {
    const background = await showConfirm()
    await press('Revisar')
    const button = await press(act)
    fireEvent.click(button)
    fireEvent.click(button)
    expect(await screen.findByText('Negativação enviada')).toBeTruthy()
    sentOnce(background)
  })

  test('the key is noted before the first call; a reload attaches and sends nothing', async () => {
    let noted: unknown
    const background = await showConfirm({
      answers: {
        negativationConfirm: async () => {
          noted = (await storedProposal())?.act
          return ok(negativation({ state: 'sending' }))
        },
      },
    })
    await reviewAndConfirm()
    await screen.findByText('Negativação enviada')
    const [{ key }] = background.of('negativationConfirm') as [{ key: string }]
    expect(noted).toMatchObject({ id: 'n1', key, seal: 'seal-1' })
    cleanup()
    const after = await showConfirm({ of: proposal({ act: noted as never }) })
    expect(await screen.findByText('Negativação enviada')).toBeTruthy()
    expect(screen.getByText('Protocolo 000987654')).toBeTruthy()
    expect(after.of('negativationConfirm')).toEqual([])
    expect(after.of('customerOverview')).toEqual([])
  })

  test('another desk was faster: its record is shown, with who confirmed it', async () => {
    const history = [historyEntry({ event: 'confirm', to: 'sending', actor: 'Leo – Cobrança' })]
    const background = await showConfirm({
      answers: {
        negativationConfirm: refused('negativation-not-draft', {
          negativation: negativation({ state: 'sent' }),
        }),
        negativation: ok(negativationDetail({ state: 'sent' }, history)),
      },
    })
    await reviewAndConfirm()
    expect(await screen.findByText(/já tinha sido confirmada por Leo – Cobrança/)).toBeTruthy()
    sentOnce(background)
  })
})

describe('G58 · the answer is lost', () => {
  test('although it was included: the window ends at "enviada", after one confirmation', async () => {
    const background = await showConfirm({
      answers: {
        negativationConfirm: () =>
          Promise.reject(new Error('The message port closed before a response was received.')),
      },
    })
    vi.useFakeTimers({ shouldAdvanceTime: true })
    await reviewAndConfirm()
    await vi.advanceTimersByTimeAsync(2000)
    expect(screen.getByText('Negativação enviada')).toBeTruthy()
    sentOnce(background)
  })

  test('and the service is off: neither failed nor sent; asking again sends nothing', async () => {
    const background = await showConfirm({
      answers: { negativationConfirm: fail('service-off'), negativation: fail('service-off') },
    })
    vi.useFakeTimers({ shouldAdvanceTime: true })
    await reviewAndConfirm()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(screen.getByText(words.unconfirmed)).toBeTruthy()
    expect(screen.queryByText(words.reviewAgain)).toBeNull()
    background.answers.negativation = ok(negativationDetail({ state: 'unknown' }))
    await press(words.verify)
    await vi.advanceTimersByTimeAsync(2000)
    expect(screen.getByText(words.ended.unknown)).toBeTruthy()
    sentOnce(background)
  })

  test('and the record is still a draft: the same key again, only by a person’s press', async () => {
    const background = await showConfirm({
      answers: {
        negativationConfirm: fail('answer-lost'),
        negativation: ok(negativationDetail({ state: 'draft' })),
      },
    })
    vi.useFakeTimers({ shouldAdvanceTime: true })
    await reviewAndConfirm()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(screen.getByText(words.stillDraft)).toBeTruthy()
    background.answers.negativationConfirm = ok(negativation({ state: 'sending' }))
    background.answers.negativation = ok(negativationDetail({ state: 'sent' }))
    await press(words.reviewAgain)
    await press(act)
    await vi.advanceTimersByTimeAsync(2000)
    expect(screen.getByText('Negativação enviada')).toBeTruthy()
    const keys = (background.of('negativationConfirm') as { key: string }[]).map(({ key }) => key)
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(1)
  })
})

describe('what was shown has changed', () => {
  test('each change in a sentence, nothing sent, and the refreshed draft with a key of its own', async () => {
    const changes = [
      { field: 'cents', invoiceId: '62636', before: '7990', after: '8150' },
      { field: 'total', invoiceId: null, before: '7990', after: '8150' },
    ]
    const background = await showConfirm({
      answers: { negativationConfirm: refused('negativation-changed', { changes }) },
    })
    await press('Revisar')
    background.answers.negativationDraft = ok(
      draftView({ seal: 'seal-2', negativation: negativation({ totalCents: 81_50 }) }),
    )
    await press(act)
    expect(
      await screen.findByText('A fatura 62636 valia R$ 79,90 e agora vale R$ 81,50. Nada foi enviado.'),
    ).toBeTruthy()
    background.answers.negativationConfirm = ok(negativation({ state: 'sending' }))
    await press('Negativar R$ 81,50 em nome de MARIA EXEMPLO')
    await screen.findByText('Negativação enviada')
    const [first, second] = background.of('negativationConfirm') as { key: string; seal: string }[]
    expect([first?.seal, second?.seal]).toEqual(['seal-1', 'seal-2'])
    expect(second?.key).not.toBe(first?.key)
  })

  test('paid meanwhile: back at the choice, where the invoice is gone', async () => {
    const changes = [{ field: 'fact', invoiceId: '62636', before: 'open', after: 'paid' }]
    const background = await showConfirm({
      answers: { negativationConfirm: refused('negativation-changed', { changes }) },
    })
    await press('Revisar')
    background.answers.customerOverview = ok(overview({ invoices: [] }))
    background.answers.negativationDraft = refused('negativation-changed', { changes: [] })
    await press(act)
    expect(await screen.findByText('A fatura 62636 foi paga. Nada foi enviado.')).toBeTruthy()
    expect(screen.getByText(words.noInvoices)).toBeTruthy()
    sentOnce(background)
  })

  test('stood open too long: read again and said', async () => {
    await showConfirm({ answers: { negativationConfirm: fail('negativation-expired', { minutes: 15 }) } })
    await reviewAndConfirm()
    expect(await screen.findByText(words.expired)).toBeTruthy()
    expect(screen.getByRole('button', { name: act })).toBeTruthy()
  })

  test('any other refusal: in its words, above what the ERP says now', async () => {
    await showConfirm({ answers: { negativationConfirm: fail('already-at-bureau') } })
    await reviewAndConfirm()
    expect(await screen.findByText(texts('pt-BR').errors['already-at-bureau'].text)).toBeTruthy()
    expect(screen.getByText('Revisar')).toBeTruthy()
  })
})
