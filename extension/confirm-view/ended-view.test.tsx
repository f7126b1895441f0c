import { cleanup, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import { texts } from '../../shared/locales/texts.ts'
import { historyEntry, negativationDetail } from '../ui/testing/debt-samples.ts'
import { ok } from '../ui/testing/fake-background.ts'
import { act, press, reviewAndConfirm, showConfirm, storedProposal } from './testing/show-confirm.tsx'

afterEach(cleanup)

const words = texts('pt-BR').confirm

const ended = (
  record: Parameters<typeof negativationDetail>[0],
  entry: Parameters<typeof historyEntry>[0] = {},
) => negativationDetail(record, [historyEntry({ to: record.state ?? 'sent', ...entry })])

const end = async (...[record, entry]: Parameters<typeof ended>) => {
  await showConfirm({ answers: { negativation: ok(ended(record, entry)) } })
  await reviewAndConfirm()
}

describe('how it ends', () => {
  test('sent: the protocol, and what comes now', async () => {
    await end({ state: 'sent', protocol: '000987654' })
    expect(await screen.findByText('Protocolo 000987654')).toBeTruthy()
    expect(screen.getByText(/a baixa é automática/)).toBeTruthy()
  })

  test('refused: code and text as they came', async () => {
    await end({ state: 'rejected' }, { code: 'E114', text: 'CEP INEXISTENTE' })
    expect(await screen.findByText(words.ended.rejected)).toBeTruthy()
    expect(screen.getByText('E114 · CEP INEXISTENTE')).toBeTruthy()
  })

  test('found by a look-up: the bureau’s state in words', async () => {
    await end({ state: 'sent' }, { event: 'looked', code: 'received', text: null })
    expect(await screen.findByText(words.ended.sent)).toBeTruthy()
    expect(screen.getByText('recebida, aguarda o processamento')).toBeTruthy()
  })

  test('unknown: not repeated, and never called failed', async () => {
    await end({ state: 'unknown' }, { code: 'connect-cut', text: 'A conexão caiu.' })
    expect(await screen.findByText(words.ended.unknown)).toBeTruthy()
    expect(screen.getByText(/não foi repetida e não será/)).toBeTruthy()
    expect(screen.getByText('A conexão caiu.')).toBeTruthy()
    expect(document.body.textContent).not.toMatch(/falhou|erro/i)
  })

  test('not sent: back to the review, and the next press is another act', async () => {
    const background = await showConfirm({
      answers: {
        negativation: ok(ended({ state: 'draft' }, { code: 'connect-unreachable', text: 'Sem conexão.' })),
      },
    })
    await reviewAndConfirm()
    expect(await screen.findByText(words.ended.draft)).toBeTruthy()
    background.answers.negativation = ok(negativationDetail({ state: 'sent' }))
    await press(words.reviewAgain)
    await press(act)
    await screen.findByText('Negativação enviada')
    const keys = (background.of('negativationConfirm') as { key: string }[]).map(({ key }) => key)
    expect(new Set(keys).size).toBe(2)
  })

  test('paid before it left: cancelled, and starting again reads the ERP', async () => {
    await end({ state: 'cancelled' })
    await press(words.anew)
    expect(await screen.findByText('Revisar')).toBeTruthy()
    expect((await storedProposal())?.act).toBeNull()
  })

  test('the list opens at the record', async () => {
    const background = await showConfirm({ answers: { 'open-records': ok({ opened: true }) } })
    await reviewAndConfirm()
    await press('Abrir na lista')
    await waitFor(() => expect(background.of('open-records')).toEqual([{ negativationId: 'n1' }]))
  })
})
