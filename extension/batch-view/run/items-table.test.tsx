import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import type { BatchItem, OperationInput } from '../../../shared/api.ts'
import { date } from '../../ui/testing/debt-samples.ts'
import type { FakeBackground } from '../../ui/testing/fake-background.ts'
import { fail, fakeBackground, ok } from '../../ui/testing/fake-background.ts'
import { counts, itemOf } from '../testing/batch-samples.ts'
import { ItemsTable } from './items-table.tsx'

afterEach(cleanup)

const many = (count: number, over: (at: number) => Partial<BatchItem> = () => ({})): BatchItem[] =>
  Array.from({ length: count }, (_, at) =>
    itemOf({ position: at + 1, name: `PESSOA ${at + 1}`, negativationId: `n${at + 1}`, ...over(at) }),
  )
const answering =
  (items: readonly BatchItem[]) =>
  ({ states, from, count }: OperationInput<'batchItems'>) => {
    const meant = items.filter(({ state }) => states.length === 0 || states.includes(state))
    const next = from + count < meant.length ? from + count : null
    return ok({ items: meant.slice(from, from + count), total: meant.length, next })
  }
const open = (items: readonly BatchItem[]): FakeBackground =>
  fakeBackground({ batchItems: answering(items), 'open-records': ok({ opened: true }) })
const grid = () => screen.findByRole('grid', { name: 'Dívidas do lote' })
const line = (index: number) => document.querySelector<HTMLTableRowElement>(`[aria-rowindex="${index}"]`)

describe('the debts of a batch', () => {
  test('of 5,000 the first page is read and a few lines are drawn, each with its number', async () => {
    const background = open(many(5_000))
    render(<ItemsTable batchId="b1" states={[]} version="1" />)
    expect((await grid()).getAttribute('aria-rowcount')).toBe('5001')
    expect(document.querySelectorAll('tr.item').length).toBeLessThan(60)
    expect(line(2)?.textContent).toMatch(/^PESSOA 1731\.640\.258-07/)
    expect(background.of('batchItems')).toEqual([{ id: 'b1', states: [], from: 0, count: 500 }])
  })

  test('a line says who, what, how much, where it stands, why, and opens its record', async () => {
    const background = open([
      itemOf({
        invoices: ['25', '20'].map((day) => ({ id: `F${day}`, due: date(`2026-08-${day}`), cents: 79_90 })),
        cents: 159_80,
        state: 'sent',
        protocol: '000123456',
        negativationId: 'n1',
      }),
    ])
    render(<ItemsTable batchId="b1" states={[]} version="1" />)
    await grid()
    expect([...(line(2)?.cells ?? [])].map(({ textContent }) => textContent)).toEqual([
      'MARIA EXEMPLO731.640.258-07',
      'F20 +1desde 20/08/2026',
      'R$ 159,80',
      'enviada000123456',
      'O Connect aceitou. ',
      'Abrir',
    ])
    fireEvent.click(screen.getByRole('button', { name: 'Abrir o registro de MARIA EXEMPLO' }))
    await waitFor(() => expect(background.of('open-records')).toEqual([{ negativationId: 'n1' }]))
  })

  test('one stop for the Tab key, arrows inside, Enter opens the record', async () => {
    const background = open(many(40))
    render(<ItemsTable batchId="b1" states={[]} version="1" />)
    await grid()
    expect(document.querySelectorAll('tr[tabindex="0"]')).toHaveLength(1)
    line(2)?.focus()
    fireEvent.keyDown(line(2) as HTMLElement, { key: 'ArrowDown' })
    await waitFor(() => expect(document.activeElement).toBe(line(3)))
    fireEvent.keyDown(line(3) as HTMLElement, { key: 'End' })
    await waitFor(() => expect(document.activeElement).toBe(line(41)))
    fireEvent.keyDown(line(41) as HTMLElement, { key: 'Enter' })
    await waitFor(() => expect(background.of('open-records')).toEqual([{ negativationId: 'n40' }]))
  })

  test('chips with counts narrow it down to one state; a state without debts is not offered', async () => {
    const background = open(many(3, (at) => ({ state: at === 1 ? 'refused' : 'sent' })))
    render(<ItemsTable batchId="b1" states={[]} version="1" counts={counts({ sent: 2, refused: 1 })} />)
    const chips = screen.getByRole('group', { name: 'Situação' })
    expect(
      within(chips)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Todas3', 'recusada1', 'enviada2'])
    fireEvent.click(within(chips).getByRole('button', { name: /recusada/ }))
    await waitFor(async () => expect((await grid()).getAttribute('aria-rowcount')).toBe('2'))
    expect(line(2)?.textContent).toMatch(/^PESSOA 2/)
    expect(background.of('batchItems').at(-1)).toMatchObject({ states: ['refused'], from: 0 })
  })

  test('a new version is read again, and the lines stay meanwhile', async () => {
    const items = many(1)
    open(items)
    const view = render(<ItemsTable batchId="b1" states={[]} version="1" />)
    await grid()
    items[0] = itemOf({ name: 'PESSOA 1', state: 'sent' })
    view.rerender(<ItemsTable batchId="b1" states={[]} version="2" />)
    expect(line(2)?.textContent).toMatch(/não enviado/)
    await waitFor(() => expect(line(2)?.textContent).toMatch(/enviada/))
  })

  test('nothing there, and a failure that can be tried again', async () => {
    const background = open([])
    const view = render(<ItemsTable batchId="b1" states={[]} version="1" />)
    expect(await screen.findByText('Nenhuma dívida neste lote.')).toBeTruthy()
    background.answers.batchItems = fail('service-unreachable')
    view.rerender(<ItemsTable batchId="b2" states={[]} version="1" />)
    const again = await screen.findByRole('button', { name: 'Tentar de novo' })
    background.answers.batchItems = answering(many(2))
    fireEvent.click(again)
    expect((await grid()).getAttribute('aria-rowcount')).toBe('3')
  })
})
