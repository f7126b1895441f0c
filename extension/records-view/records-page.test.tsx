import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Negativation } from '../../shared/api.ts'
import { negativation } from '../ui/testing/debt-samples.ts'
import { fail, ok } from '../ui/testing/fake-background.ts'
import { refusal, status } from '../ui/testing/samples.ts'
import { listOf, removal, removalsStatus, showRecords, task } from './testing/show-records.tsx'
import { pause } from './use-tick.ts'

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const named = (name: string, over: Partial<Negativation> = {}): Negativation =>
  negativation({
    id: name.toLowerCase(),
    state: 'active',
    debtor: { ...negativation().debtor, name },
    changedAt: '2026-11-23T13:02:00.000Z',
    ...over,
  })
const nextTick = () => vi.advanceTimersByTimeAsync(pause)
const rowNames = () => [...document.querySelectorAll('.record-name')].map(({ textContent }) => textContent)
const chip = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}`) })

describe('the head', () => {
  test('tells the last read of the payments, what is under way and what is at risk', async () => {
    showRecords({ removalsStatus: ok(removalsStatus({ pending: 3, atRisk: 1 })) })
    expect(await screen.findByText('última leitura dos pagamentos há 3 min')).toBeTruthy()
    expect(screen.getByText('3 baixas em andamento')).toBeTruthy()
    expect(screen.getByText('1 baixa em risco')).toBeTruthy()
  })

  test('G74 · a stop of four days is told, and whether it has been made up for', async () => {
    const startedAt = '2026-11-25T12:58:00.000Z'
    showRecords({
      'link-state': ok({ state: 'ready', port: 1, status: { ...status(), startedAt } }),
      removalsStatus: ok(removalsStatus({ gapMinutes: 4 * 24 * 60, pending: 2 })),
    })
    expect(await screen.findByText(/ficou parado por 4 dias; .* ainda estão para ser lidos/)).toBeTruthy()
  })

  test('data that are read-only, and payments that cannot be read, are said at the top', async () => {
    const problem = refusal('erp-down', { status: 503 })
    showRecords({ removalsStatus: ok(removalsStatus({ isReadOnly: true, sweepProblem: problem })) })
    expect(await screen.findByText(/modo de leitura/)).toBeTruthy()
    expect(screen.getByText('Os pagamentos não puderam ser lidos agora')).toBeTruthy()
    expect(screen.getByText(/fora do ar \(código 503\)/)).toBeTruthy()
  })

  test('a service that is off says so, and the page goes on by itself when it is back', async () => {
    const background = showRecords({
      removalsStatus: fail('service-off'),
      negativations: fail('service-off'),
    })
    expect(await screen.findByText('serviço sem resposta')).toBeTruthy()
    expect(screen.getAllByText(/não está respondendo/)).toHaveLength(1)
    background.answers.removalsStatus = ok(removalsStatus())
    await nextTick()
    expect(await screen.findByText('serviço ligado')).toBeTruthy()
  })

  test('“Atualizar agora” asks once and shows that it runs until the service has read', async () => {
    const background = showRecords({ sweepNow: ok(removalsStatus()) })
    const button = await screen.findByText('Atualizar agora')
    fireEvent.click(button)
    fireEvent.click(button)
    expect(await screen.findByText('Lendo os pagamentos…')).toBeTruthy()
    expect(background.of('sweepNow')).toHaveLength(1)
    background.answers.removalsStatus = ok(removalsStatus({ lastSweepAt: '2026-11-25T12:59:59.000Z' }))
    await nextTick()
    expect(await screen.findByText('última leitura dos pagamentos agora')).toBeTruthy()
  })
})

describe('what is shown first', () => {
  test('tasks when some wait; a later read changes nothing under the person’s hands', async () => {
    const background = showRecords({
      removalsStatus: ok(removalsStatus({ openTasks: 1 })),
      tasks: ok({ tasks: [task()] }),
    })
    expect(await screen.findByText('Pagamento desfeito antes da baixa')).toBeTruthy()
    background.answers.removalsStatus = ok(removalsStatus())
    background.answers.tasks = ok({ tasks: [] })
    await nextTick()
    expect(await screen.findByText('Nenhuma pendência.')).toBeTruthy()
  })

  test('records when no task waits, and by the address', async () => {
    showRecords()
    expect(await screen.findByText('Nenhuma negativação ainda.')).toBeTruthy()
    cleanup()
    showRecords({ hash: '#tasks' })
    expect(await screen.findByText('Nenhuma pendência.')).toBeTruthy()
  })
})

describe('the list', () => {
  test('a row tells person, document, state in words, amount, days and deadline', async () => {
    showRecords({
      records: [
        named('MARIA', {
          state: 'verifying',
          removal: removal(),
          totalCents: 239_70,
          bureauState: 'removing',
        }),
      ],
    })
    const row = (
      await screen.findByRole('button', { name: 'Abrir o histórico de MARIA, R$ 239,70' })
    ).closest('tr')
    expect(row?.textContent).toContain('731.640.258-07')
    expect(row?.textContent).toContain('Baixa enviada, aguardando o birô')
    expect(row?.textContent).toContain('2 d')
    expect(row?.textContent).toContain('01/12/20264 dias úteis')
    expect(row?.textContent).toContain('23/11/2026 10:02')
    expect(row?.textContent).toContain('baixa em processamento')
  })

  test('G50 · a sent record stands in the letter period, never as a failure', async () => {
    showRecords({ records: [named('MARIA', { state: 'sent', bureauState: 'letter' })] })
    expect(await screen.findByText('Enviada · prazo da carta')).toBeTruthy()
  })

  test('G56 · a record of the test environment is marked', async () => {
    showRecords({ records: [named('MARIA', { environment: 'test' }), named('JOSÉ')] })
    await screen.findByText('MARIA')
    expect(screen.getAllByText('homologação')).toHaveLength(1)
  })

  test('the filters count, and ask the service for what they name', async () => {
    const background = showRecords({
      records: [named('MARIA'), named('JOSÉ', { state: 'removing' }), named('ANA', { state: 'verifying' })],
    })
    await screen.findByText('MARIA')
    expect(chip('Em baixa').textContent).toBe('Em baixa2')
    fireEvent.click(chip('Em baixa'))
    await waitFor(() => expect(rowNames().toSorted()).toEqual(['ANA', 'JOSÉ']))
    expect(background.of('negativations')).toContainEqual(
      expect.objectContaining({ states: ['removal-requested', 'removing', 'verifying'], after: null }),
    )
    expect(chip('Todas').textContent).toBe('Todas3')
  })

  test('a search waits until the typing rests, and can be cleared', async () => {
    const background = showRecords({ records: [named('MARIA')] })
    await screen.findByText('MARIA')
    const field = screen.getByLabelText('Buscar')
    for (const value of ['J', 'JO', 'JOS']) fireEvent.input(field, { target: { value } })
    expect(await screen.findByText('Nenhuma negativação com estes filtros.')).toBeTruthy()
    const searches = new Set(
      (background.of('negativations') as { search: string }[]).map(({ search }) => search),
    )
    expect([...searches]).toEqual(['', 'JOS'])
    fireEvent.click(screen.getByText('Limpar os filtros'))
    expect(await screen.findByText('MARIA')).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('Buscar').value).toBe('')
  })

  test('environment and order are the service’s work', async () => {
    const background = showRecords({ records: [named('MARIA')] })
    await screen.findByText('MARIA')
    fireEvent.change(screen.getByLabelText('Ambiente'), { target: { value: 'test' } })
    fireEvent.change(screen.getByLabelText('Ordem'), { target: { value: 'deadline' } })
    await waitFor(() => {
      expect(background.of('negativations')).toContainEqual(
        expect.objectContaining({ environment: 'test', order: 'deadline' }),
      )
    })
  })

  test('pages follow by the cursor; what was loaded stays', async () => {
    const records = Array.from({ length: 5 }, (_none, at) =>
      named(`P${at}`, { changedAt: `2026-11-23T13:0${9 - at}:00.000Z` }),
    )
    showRecords({ negativations: listOf(() => records, 2) })
    expect(await screen.findByText('2 de 5')).toBeTruthy()
    fireEvent.click(screen.getByText('Mostrar mais'))
    expect(await screen.findByText('4 de 5')).toBeTruthy()
    fireEvent.click(screen.getByText('Mostrar mais'))
    expect(await screen.findByText('5 de 5')).toBeTruthy()
    expect(rowNames()).toEqual(['P0', 'P1', 'P2', 'P3', 'P4'])
    expect(screen.queryByText('Mostrar mais')).toBeNull()
  })

  test('1,000 rows are loaded and few are drawn', async () => {
    const records = Array.from({ length: 1000 }, (_none, at) =>
      named(`P${at}`, { changedAt: new Date(Date.UTC(2026, 10, 23) - at * 1000).toISOString() }),
    )
    showRecords({ negativations: listOf(() => records) })
    await screen.findByText('200 de 1000')
    for (const shown of [400, 600, 800, 1000]) {
      fireEvent.click(screen.getByText('Mostrar mais'))
      await screen.findByText(`${shown} de 1000`)
    }
    expect(rowNames().length).toBeLessThan(60)
  })

  test('a tick puts changes in place at the cost of one page, and does not ask while the page is hidden', async () => {
    let records = [named('MARIA'), named('JOSÉ', { changedAt: '2026-11-23T13:01:00.000Z' })]
    const background = showRecords({ negativations: listOf(() => records) })
    await screen.findByText('JOSÉ')
    records = [records[0]!, { ...records[1]!, state: 'removed', changedAt: '2026-11-25T13:00:00.000Z' }]
    const before = background.of('negativations').length
    await nextTick()
    expect(await screen.findByText('Baixada')).toBeTruthy()
    expect(rowNames()).toEqual(['JOSÉ', 'MARIA'])
    expect(background.of('negativations').length).toBe(before + 1)

    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
    const asked = background.asked.length
    await vi.advanceTimersByTimeAsync(5 * pause)
    expect(background.asked).toHaveLength(asked)
    hidden.mockReturnValue(false)
    document.dispatchEvent(new Event('visibilitychange'))
    await waitFor(() => expect(background.asked.length).toBeGreaterThan(asked))
  })

  test('a failed read leaves what was read and says that it may be old', async () => {
    const background = showRecords({ records: [named('MARIA')] })
    await screen.findByText('MARIA')
    background.answers.negativations = fail('service-off')
    await nextTick()
    expect(await screen.findByText(/pode estar desatualizado/)).toBeTruthy()
    expect(screen.getByText('MARIA')).toBeTruthy()
  })
})

test('a row opens its record, Escape closes it, and the address names it', async () => {
  showRecords({ records: [named('MARIA')] })
  const row = await screen.findByRole('button', { name: /Abrir o histórico de MARIA/ })
  row.focus()
  fireEvent.click(row)
  const pane = await screen.findByRole('region', { name: 'Registro de MARIA' })
  expect(location.hash).toBe('#maria')
  expect(await within(pane).findByText('Aceita pelo birô')).toBeTruthy()
  fireEvent.keyDown(document.body, { key: 'Escape' })
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Registro de MARIA' })).toBeNull())
  await waitFor(() => expect(document.activeElement?.matches('.record-name')).toBe(true))
})

test('a browser without the right sees why it may not remove', async () => {
  const record = named('MARIA')
  showRecords({
    records: [record],
    hash: '#maria',
    'link-state': ok({ state: 'ready', port: 1, status: status(['query']) }),
  })
  expect(await screen.findByText(/não tem permissão para dar baixa; quem administra/)).toBeTruthy()
})

const restore = {
  restoredAt: '2026-11-25T12:00:00.000Z',
  reachesTo: '2026-11-24T12:00:00.000Z',
  total: 120,
  checked: 40,
  adopted: 0,
  gone: 2,
  unaudited: 0,
  problem: null,
  end: null,
}

test('G81 · a restored copy: how far its audit is, what holds it up, and an end in writing', async () => {
  const problem = refusal('credentials-missing', { pair: 'PEFIN' })
  const background = showRecords({
    removalsStatus: ok(removalsStatus({ restore: { ...restore, problem } })),
    restoreEnd: ok(removalsStatus()),
  })
  await screen.findByText(/Cópia de 24\/11\/2026 restaurada: 40 de 120 conferidos/)
  expect(screen.getByText(/PEFIN/)).toBeTruthy()
  fireEvent.click(screen.getByText('Encerrar sem conferir o resto'))
  const end = screen.getByText('Encerrar a conferência')
  fireEvent.click(end)
  expect(background.of('restoreEnd')).toEqual([])
  fireEvent.input(screen.getByLabelText('Por que a conferência é encerrada'), {
    target: { value: 'Conferido no site do birô.' },
  })
  fireEvent.click(end)
  await waitFor(() => expect(background.of('restoreEnd')).toEqual([{ note: 'Conferido no site do birô.' }]))
})

test('G81 · a restored copy that was audited says what was found', async () => {
  const end = { at: '2026-11-25T12:30:00.000Z', by: 'Nada Consta', note: '' }
  showRecords({ removalsStatus: ok(removalsStatus({ restore: { ...restore, adopted: 3, end } })) })
  await screen.findByText(/conferida: 120 registros, 3 adotados, 2 já fora do birô, 0 sem conferência/)
  expect(screen.queryByText('Encerrar sem conferir o resto')).toBeNull()
})
