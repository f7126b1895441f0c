import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { draftView, reason } from '../ui/testing/debt-samples.ts'
import { ok } from '../ui/testing/fake-background.ts'
import { act, press, showConfirm } from './testing/show-confirm.tsx'

afterEach(cleanup)

const isOff = (button: HTMLElement) => button.getAttribute('aria-disabled') === 'true'

describe('the review', () => {
  const warned = draftView({
    reasons: [
      reason(),
      reason({ code: 'no-payable-slip', params: { invoice: '1' } }),
      reason({ code: 'no-payable-slip', params: { invoice: '2' } }),
      reason({ code: 'service-active', written: true }),
    ],
  })

  test('every warning has its box, the written one its field; before that the button does nothing', async () => {
    const background = await showConfirm({ answers: { negativationDraft: ok(warned) } })
    await press('Revisar')
    const button = await press(act)
    expect(isOff(button)).toBe(true)
    expect(screen.getByText('Faltam 3 avisos a marcar.')).toBeTruthy()
    for (const box of screen.getAllByLabelText('Estou ciente')) fireEvent.click(box)
    expect(screen.getByText('Falta a justificativa.')).toBeTruthy()
    fireEvent.click(button)
    expect(background.of('negativationConfirm')).toEqual([])
    fireEvent.input(screen.getByLabelText('Justificativa'), { target: { value: ' Acordo quebrado ' } })
    fireEvent.click(button)
    await waitFor(() =>
      expect(background.of('negativationConfirm')).toMatchObject([
        {
          id: 'n1',
          seal: 'seal-1',
          accepted: ['erp-records-unseen', 'no-payable-slip', 'service-active'],
          written: 'Acordo quebrado',
        },
      ]),
    )
  })

  test('a block leaves no way to the button', async () => {
    const blocked = draftView({ reasons: [reason({ code: 'not-read', level: 'block' })] })
    const background = await showConfirm({ answers: { negativationDraft: ok(blocked) } })
    await press('Revisar')
    expect(isOff(await press(act))).toBe(true)
    expect(background.of('negativationConfirm')).toEqual([])
  })

  test('the focus is not on the button: an Enter does not confirm; what was shortened shows its whole', async () => {
    const shortened = [{ field: 'street', whole: 'Rua das Acácias do Norte' }]
    await showConfirm({ answers: { negativationDraft: ok(draftView({ shortened })) } })
    await press('Revisar')
    await screen.findByRole('button', { name: act })
    await waitFor(() => expect(document.activeElement?.tagName).toBe('H1'))
    expect(screen.getByTitle('Texto completo: Rua das Acácias do Norte')).toBeTruthy()
    expect(document.querySelector('form')).toBeNull()
  })

  test('giving up cancels the draft; going back keeps the choice', async () => {
    const close = vi.spyOn(window, 'close').mockImplementation(() => undefined)
    const background = await showConfirm()
    await press('Revisar')
    await press('Voltar')
    expect((await screen.findByLabelText<HTMLInputElement>('Incluir a fatura 62636')).checked).toBe(true)
    await press('Revisar')
    await press('Desistir')
    await waitFor(() => expect(close).toHaveBeenCalledOnce())
    expect(background.of('negativationCancel')).toEqual([{ id: 'n1' }])
    expect(background.of('negativationConfirm')).toEqual([])
  })
})
