import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import { manyCandidates } from '../testing/candidate-samples.ts'
import { allBox, showCandidates, totals } from '../testing/show-candidates.tsx'

afterEach(cleanup)

const press = (key: string, over: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...over })
const focusTable = async () => {
  showCandidates({ candidates: manyCandidates(40) })
  await screen.findByRole('treegrid')
  document.querySelector<HTMLElement>('[data-at="0"]')?.focus()
}
const at = () => Number(document.activeElement?.getAttribute('data-at'))
const boxAt = (place: number) => document.querySelector(`[data-at="${place}"] input`) as HTMLElement

describe('the keyboard', () => {
  test('the table is one stop; arrows move, Space selects, with Shift the way is selected', async () => {
    await focusTable()
    expect(document.querySelectorAll('tbody [tabindex="0"]')).toHaveLength(1)
    press('ArrowDown')
    await waitFor(() => expect(at()).toBe(1))
    press(' ')
    await waitFor(() => expect(totals()).toContain('1 pessoa'))
    press('ArrowDown', { shiftKey: true })
    await waitFor(() => expect(at()).toBe(2))
    expect(totals()).toContain('2 pessoas')
    press('End')
    await waitFor(() => expect(at()).toBe(39))
    press('Home')
    await waitFor(() => expect(at()).toBe(0))
  })

  test('Enter opens a person and closes it from inside; the focus goes back to the person', async () => {
    await focusTable()
    press('ArrowDown')
    await waitFor(() => expect(at()).toBe(1))
    press('Enter')
    await screen.findByText(/^código 1001/)
    press('ArrowDown')
    press('ArrowDown')
    await waitFor(() => expect(at()).toBe(3))
    expect(document.activeElement?.getAttribute('aria-level')).toBe('2')
    press('ArrowLeft')
    await waitFor(() => expect(at()).toBe(1))
    press('ArrowLeft')
    await waitFor(() => expect(screen.queryByText(/^código 1001/)).toBeNull())
    expect(at()).toBe(1)
  })

  test('Ctrl+A selects all that are eligible; a press with Shift selects a range', async () => {
    await focusTable()
    press('a', { ctrlKey: true })
    await waitFor(() => expect(allBox().checked).toBe(true))
    fireEvent.click(screen.getByText('Limpar seleção'))
    await waitFor(() => expect(totals()).toBe('Nada selecionado'))
    fireEvent.click(boxAt(0))
    fireEvent.click(boxAt(4), { shiftKey: true })
    await waitFor(() => expect(totals()).toMatch(/^4 pessoas|^5 pessoas/))
  })
})
