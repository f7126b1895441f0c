import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { taskKinds } from '../../../shared/api.ts'
import { texts } from '../../../shared/locales/texts.ts'
import { date } from '../../ui/testing/debt-samples.ts'
import { fail, ok } from '../../ui/testing/fake-background.ts'
import { status } from '../../ui/testing/samples.ts'
import { showRecords, task } from '../testing/show-records.tsx'
import { pause } from '../use-tick.ts'

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const words = texts('pt-BR').negativation.tasks
const show = (tasks: ReturnType<typeof task>[], more = {}) =>
  showRecords({ hash: '#tasks', tasks: ok({ tasks }), ...more })
const card = (title: string = words['payment-undone'].title) =>
  screen.findByRole('article', { name: new RegExp(title) })
const button = (within_: HTMLElement, name: string) =>
  within(within_).getByRole('button', { name: new RegExp(`^${name}`) })

test('the oldest deadline comes first, then the oldest task', async () => {
  show([
    task({ id: 'a', kind: 'expiring', deadline: null, openedAt: '2026-11-20T12:00:00.000Z' }),
    task({ id: 'b', kind: 'removal-late', deadline: date('2026-12-02') }),
    task({ id: 'c', kind: 'written-off', deadline: null, openedAt: '2026-11-01T12:00:00.000Z' }),
    task({ id: 'd', kind: 'payment-undone', deadline: date('2026-11-24') }),
  ])
  await card()
  const titles = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
  expect(titles).toEqual([
    words['payment-undone'].title,
    words['removal-late'].title,
    words['written-off'].title,
    words.expiring.title,
  ])
  expect(screen.getByText('prazo vencido em 24/11/2026')).toBeTruthy()
})

test.each(taskKinds)('%s says what happened and stands beside its facts', async (kind) => {
  show([task({ kind, actions: ['acknowledge'] })])
  const shown = await card(words[kind].title)
  expect(shown.textContent).toContain(words[kind].text)
  for (const title of ['O que o ERP diz', 'O que o birô diz', 'O que foi enviado'])
    expect(within(shown).getByText(title)).toBeTruthy()
  expect(shown.textContent).toContain('Em aberto62636 · 25/08/2026 · R$ 79,90')
})

test('a task that only a newer service knows says so and asks for nothing', async () => {
  show([task({ kind: 'other', actions: ['keep', 'remove'] }), task({ id: 'b', kind: 'expiring' })])
  const shown = await card(words.other.title)
  expect(shown.textContent).toContain('Atualize a extensão')
  expect(
    within(shown)
      .getAllByRole('button')
      .map(({ textContent }) => textContent),
  ).toEqual(['Abrir o histórico'])
  expect(await card(words.expiring.title)).toBeTruthy()
})

test('G46 · a cancelled invoice names the one that replaced it', async () => {
  show([task({ kind: 'invoice-cancelled', params: { invoices: '62636', reissuedAs: '62999' } })])
  expect(await screen.findByText('Reemitida como 62999.')).toBeTruthy()
})

test('G40 · a partial payment names what is listed, paid and owed', async () => {
  show([
    task({ kind: 'partial-payment', params: { listedCents: 79_90, paidCents: 40_00, balanceCents: 39_90 } }),
  ])
  expect(await screen.findByText('Negativado: R$ 79,90. Recebido: R$ 40,00. Saldo: R$ 39,90.')).toBeTruthy()
})

test('G47 · a bureau that holds other figures is named with them', async () => {
  show([task({ kind: 'inclusion-unknown', params: { cents: 150_00, due: '2026-07-25' } })])
  expect(await screen.findByText(/O birô mostra R\$ 150,00, vencimento 25\/07\/2026/)).toBeTruthy()
})

describe('an action', () => {
  test('the proposed one is the main button; one that wants a note is not sent without', async () => {
    const background = show([task()], { taskResolve: ok(task()) })
    const shown = await card()
    expect(button(shown, 'Manter negativada').className).toContain('button-primary')
    expect(button(shown, 'Consultar o birô').className).toContain('button-plain')
    fireEvent.click(button(shown, 'Manter negativada'))
    expect(await within(shown).findByText(/Escreva o que foi conferido/)).toBeTruthy()
    expect(background.of('taskResolve')).toEqual([])
    fireEvent.input(within(shown).getByLabelText('O que foi conferido'), {
      target: { value: 'pix devolvido ' },
    })
    fireEvent.click(button(shown, 'Manter negativada'))
    expect(
      await screen.findByText('Resolvida: Pagamento desfeito antes da baixa · MARIA EXEMPLO.'),
    ).toBeTruthy()
    expect(background.of('taskResolve')).toEqual([{ id: 't1', action: 'keep', note: 'pix devolvido' }])
  })

  test('a double click resolves once', async () => {
    const { promise, resolve } = Promise.withResolvers<ReturnType<typeof ok>>()
    const background = show([task({ actions: ['acknowledge'] })], { taskResolve: () => promise })
    const ciente = button(await card(), 'Ciente')
    fireEvent.click(ciente)
    fireEvent.click(ciente)
    await waitFor(() => expect(background.of('taskResolve')).toHaveLength(1))
    resolve(ok(task()))
    expect(await screen.findByText(/^Resolvida/)).toBeTruthy()
    expect(background.of('taskResolve')).toHaveLength(1)
  })

  test('a removal asks for the Motivo Baixa and carries the note of the task', async () => {
    const background = show([task({ actions: ['remove', 'keep'] })], { taskResolve: ok(task()) })
    const shown = await card()
    fireEvent.input(within(shown).getByLabelText('O que foi conferido'), {
      target: { value: 'pago no banco' },
    })
    fireEvent.click(button(shown, 'Baixar…'))
    const asked = await screen.findByRole('dialog')
    fireEvent.change(await within(asked).findByLabelText('Motivo Baixa'), { target: { value: '01' } })
    fireEvent.click(within(asked).getByRole('button', { name: 'Baixar R$ 239,70 de MARIA EXEMPLO' }))
    await screen.findByText(/^Resolvida/)
    expect(background.of('taskResolve')).toEqual([
      { id: 't1', action: 'remove', reasonCode: '01', note: 'pago no banco' },
    ])
  })

  test('a refusal is said in the card and nothing that was written is lost', async () => {
    show([task()], { taskResolve: fail('task-resolved', { by: 'Leo' }) })
    const shown = await card()
    const note = within(shown).getByLabelText<HTMLTextAreaElement>('O que foi conferido')
    fireEvent.input(note, { target: { value: 'pix devolvido' } })
    fireEvent.click(button(shown, 'Manter negativada'))
    expect(await within(shown).findByText(/já foi resolvida por Leo/)).toBeTruthy()
    expect(note.value).toBe('pix devolvido')
  })

  test('a browser without the right reads the facts and learns why it may not act', async () => {
    const background = show([task()], {
      'link-state': ok({ state: 'ready', port: 1, status: status(['query']) }),
      taskResolve: ok(task()),
    })
    expect(await screen.findByText(/não tem permissão para resolver/)).toBeTruthy()
    expect(within(await card()).queryByRole('button', { name: /^Consultar o birô/ })).toBeNull()
    expect(background.of('taskResolve')).toEqual([])
  })
})

test('a read takes nothing away that a person is writing', async () => {
  const background = show([task(), task({ id: 't2', kind: 'expiring', actions: ['acknowledge'] })])
  const note = within(await card()).getByLabelText<HTMLTextAreaElement>('O que foi conferido')
  fireEvent.input(note, { target: { value: 'ainda escrevendo' } })
  background.answers.tasks = ok({ tasks: [] })
  await vi.advanceTimersByTimeAsync(pause)
  expect(await screen.findByText(/já não está aberta/)).toBeTruthy()
  expect(screen.getByDisplayValue('ainda escrevendo')).toBeTruthy()
  expect(screen.queryByText(words.expiring.title)).toBeNull()
  fireEvent.click(screen.getByText('Tirar da tela'))
  expect(await screen.findByText('Nenhuma pendência.')).toBeTruthy()
})

test('the tasks of one record alone, and the way to all', async () => {
  show([task(), task({ id: 't2', kind: 'expiring', negativationId: 'n2' })], { hash: '#tasks/n1' })
  await card()
  expect(screen.queryByText(words.expiring.title)).toBeNull()
  fireEvent.click(screen.getByText('Mostrar todas'))
  expect(await screen.findByText(words.expiring.title)).toBeTruthy()
})
