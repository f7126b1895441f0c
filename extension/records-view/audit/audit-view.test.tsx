import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { AuditEntry } from '../../../shared/api.ts'
import { saveFile } from '../../ui/save-file.ts'
import type { Answers } from '../../ui/testing/fake-background.ts'
import { fail, ok } from '../../ui/testing/fake-background.ts'
import { status } from '../../ui/testing/samples.ts'
import { auditEntries, auditEntry, auditOf } from '../testing/audit-samples.ts'
import { showRecords } from '../testing/show-records.tsx'
import { pause } from '../use-tick.ts'

vi.mock('../../ui/save-file.ts', () => ({ saveFile: vi.fn<() => void>() }))

beforeEach(() => {
  vi.mocked(saveFile).mockReset()
  vi.useFakeTimers({ shouldAdvanceTime: true })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const show = (entries: readonly AuditEntry[] = [auditEntry()], answers: Answers = {}) =>
  showRecords({ hash: '#audit', auditTrail: auditOf(() => entries), ...answers })
const table = () => screen.findByRole('table', { name: 'Auditoria' })
const rows = async () => [...(await table()).querySelectorAll('tbody tr')]
const chip = (name: string) => screen.getByRole('button', { name, pressed: false })
const choose = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })
const enter = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } })

describe('a line', () => {
  test('says when, who, what, about whom and for which purpose', async () => {
    show()
    const [line] = await rows()
    expect(line?.textContent).toBe(
      '25/11/2026 10:02:33Ana – CobrançaConsulta de crédito731.***.***-07MatrizVenda',
    )
    expect(screen.getByText(/Ver a auditoria também fica anotado/)).toBeTruthy()
  })

  test('the program bears its mark; what failed says why; a newer service’s act breaks nothing', async () => {
    show([
      auditEntry({
        id: 'a1',
        isProgram: true,
        actor: 'Nada Consta',
        kind: 'removal',
        act: 'removal-failed',
        problem: 'erp-down',
        purpose: null,
        person: null,
        queryId: null,
        subject: null,
      }),
      auditEntry({ id: 'a2', kind: 'setup', act: 'moonPhaseSave' }),
    ])
    const [first, second] = await rows()
    expect(first?.textContent).toContain('Nada Consta · programa')
    expect(first?.textContent).toMatch(/será repetidaNão concluído \(código erp-down\)|Não concluído: /)
    expect(second?.textContent).toContain('Configuração: moonPhaseSave')
  })

  test('the covered document leads to the query, the record or the batch, each in a tab of its own', async () => {
    show([
      auditEntry({ id: 'a1' }),
      auditEntry({ id: 'a2', queryId: null, negativationId: 'n1' }),
      auditEntry({ id: 'a3', queryId: null, batchId: 'b1', person: null }),
    ])
    await table()
    const record = screen.getByRole('link', { name: 'Abrir o registro · 731.***.***-07' })
    expect(record.getAttribute('href')).toBe('/records.html#n1')
    const batch = screen.getByRole('link', { name: 'Abrir o lote' })
    expect(batch.getAttribute('href')).toBe('/batch.html#batch/b1')
    fireEvent.click(screen.getByRole('button', { name: 'Abrir a consulta · 731.***.***-07' }))
    await waitFor(async () => {
      const tabs = await fakeBrowser.tabs.query({})
      expect(tabs.map(({ url }) => url)).toContainEqual(expect.stringMatching(/report\.html\?draft=/))
    })
  })
})

describe('the filters', () => {
  test('seven days and everything at first; kinds, operator and people are the service’s work', async () => {
    const background = show([auditEntry(), auditEntry({ id: 'a2', actor: 'Leo', kind: 'removal' })])
    await table()
    expect(background.of('auditTrail')).toEqual([
      {
        from: '2026-11-19',
        to: '2026-11-25',
        kinds: [],
        actor: null,
        people: false,
        document: null,
        after: null,
        limit: 50,
      },
    ])
    fireEvent.click(chip('Baixas'))
    fireEvent.click(chip('Consultas'))
    choose('Quem', 'Leo')
    fireEvent.click(screen.getByLabelText('Só de pessoas'))
    choose('Período', 'today')
    await waitFor(() => {
      expect(background.of('auditTrail').at(-1)).toMatchObject({
        from: '2026-11-25',
        kinds: ['removal', 'query'],
        actor: 'Leo',
        people: true,
      })
    })
  })

  test('a reversed period, or one without its day, is said at its field and asks nothing', async () => {
    const background = show()
    await table()
    choose('Período', 'range')
    expect(screen.getAllByText('Informe a data.')).toHaveLength(2)
    enter('De', '2026-11-20')
    enter('Até', '2026-11-19')
    expect(screen.getByText('A data final vem antes da inicial.')).toBeTruthy()
    expect(screen.queryByRole('table')).toBeNull()
    expect(background.of('auditTrail')).toHaveLength(1)
    enter('Até', '2026-11-20')
    await table()
    expect(background.of('auditTrail').at(-1)).toMatchObject({ from: '2026-11-20', to: '2026-11-20' })
  })

  test('a document is checked and masked while typed; half of one asks nothing', async () => {
    const background = show()
    await table()
    enter('CPF ou CNPJ', '731640')
    fireEvent.focusOut(screen.getByLabelText('CPF ou CNPJ'))
    expect(await screen.findByText(/Continue: um CPF/)).toBeTruthy()
    enter('CPF ou CNPJ', '73164025808')
    expect(screen.getByText('Os dígitos verificadores não conferem.')).toBeTruthy()
    expect(background.of('auditTrail')).toHaveLength(1)
    enter('CPF ou CNPJ', '73164025807')
    await table()
    fireEvent.blur(screen.getByLabelText('CPF ou CNPJ'))
    expect(screen.getByLabelText<HTMLInputElement>('CPF ou CNPJ').value).toBe('731.640.258-07')
    expect(background.of('auditTrail').at(-1)).toMatchObject({ document: '73164025807' })
  })

  test('nothing done, and nothing with these filters, are two different sentences', async () => {
    show([])
    expect(await screen.findByText('Nada foi feito neste período.')).toBeTruthy()
    fireEvent.click(chip('Lotes'))
    fireEvent.click(await screen.findByText('Limpar os filtros'))
    expect(await screen.findByText('Nada foi feito neste período.')).toBeTruthy()
  })
})

describe('reading', () => {
  test('is noted, so it follows no tick; fifty at a time, the next page on a press', async () => {
    const background = show([], { auditTrail: auditOf(() => auditEntries(5), 2) })
    expect(await screen.findByText('Os 2 atos mais novos')).toBeTruthy()
    await vi.advanceTimersByTimeAsync(3 * pause)
    expect(background.of('auditTrail')).toHaveLength(1)
    fireEvent.click(screen.getByText('Mostrar mais'))
    expect(await screen.findByText('Os 4 atos mais novos')).toBeTruthy()
    fireEvent.click(screen.getByText('Mostrar mais'))
    expect(await screen.findByText('5 atos, do mais novo ao mais antigo')).toBeTruthy()
    expect(await rows()).toHaveLength(5)
    expect(screen.queryByText('Mostrar mais')).toBeNull()
    expect(background.of('auditTrail')).toMatchObject([
      { limit: 50, after: null },
      { limit: 50, after: 'a1' },
      { limit: 50, after: 'a3' },
    ])
  })

  test('an answer for a filter that was left behind is dropped', async () => {
    const slow = Promise.withResolvers<ReturnType<typeof ok>>()
    const background = show([auditEntry()], { auditTrail: () => slow.promise })
    await waitFor(() => expect(background.of('auditTrail')).toHaveLength(1))
    background.answers.auditTrail = auditOf(() => [])
    fireEvent.click(chip('Lotes'))
    expect(await screen.findByText('Nenhum ato com estes filtros.')).toBeTruthy()
    slow.resolve(ok({ entries: [auditEntry()], next: null, actors: [] }))
    await vi.advanceTimersByTimeAsync(100)
    expect(screen.queryByRole('table')).toBeNull()
  })

  test('a page that fails leaves what was read, and can be asked again', async () => {
    const two = auditOf(() => auditEntries(3), 2)
    const background = show([], { auditTrail: two })
    await screen.findByText('Os 2 atos mais novos')
    background.answers.auditTrail = fail('store-unreadable')
    fireEvent.click(screen.getByText('Mostrar mais'))
    expect(await screen.findByRole('alert')).toBeTruthy()
    expect(await rows()).toHaveLength(2)
    background.answers.auditTrail = two
    fireEvent.click(screen.getByText('Mostrar mais'))
    expect(await screen.findByText('3 atos, do mais novo ao mais antigo')).toBeTruthy()
  })

  test('a service that is older than this says so', async () => {
    show([], { auditTrail: fail('route-unknown') })
    expect(await screen.findByText(/mais antigo que a extensão/)).toBeTruthy()
  })

  test('a service that is off is said once; the acts come when it is back', async () => {
    const background = show([auditEntry()], {
      'link-state': ok({ state: 'service-off' }),
      auditTrail: fail('service-off'),
      removalsStatus: fail('service-off'),
    })
    await waitFor(() => expect(background.of('auditTrail')).toHaveLength(1))
    expect(await screen.findAllByText(/não está respondendo/)).toHaveLength(1)
    background.answers['link-state'] = ok({ state: 'ready', port: 1, status: status() })
    background.answers.auditTrail = auditOf(() => [auditEntry()])
    background.answers.removalsStatus = ok({
      atRisk: 0,
      pending: 0,
      openTasks: 0,
      lastSweepAt: null,
      nextSweepAt: null,
      sweepProblem: null,
      gapMinutes: 0,
      isReadOnly: false,
    })
    await vi.advanceTimersByTimeAsync(pause)
    expect(await rows()).toHaveLength(1)
  })

  test('who does not administer learns who may, and nothing is asked', async () => {
    const background = show([auditEntry()], {
      'link-state': ok({ state: 'ready', port: 1, status: status(['query', 'remove']) }),
    })
    expect(await screen.findByText('Só quem administra vê a auditoria.')).toBeTruthy()
    expect(screen.queryByRole('link', { name: 'Auditoria' })).toBeNull()
    expect(background.of('auditTrail')).toEqual([])
  })
})

const file = async () => {
  const [blob, name] = vi.mocked(saveFile).mock.calls[0] ?? []
  return { name, lines: (await blob?.text())?.split('\r\n') ?? [] }
}

describe('the whole filter as a file', () => {
  test('reads every page in large steps and saves one CSV with semicolons', async () => {
    const background = show(auditEntries(450))
    await table()
    fireEvent.click(screen.getByText('Exportar CSV'))
    expect(await screen.findByText('Arquivo salvo: auditoria-2026-11-19-a-2026-11-25.csv')).toBeTruthy()
    const { lines } = await file()
    expect(lines).toHaveLength(451)
    expect(lines[0]).toContain('Quando;Quem;Tipo;')
    expect(background.of('auditTrail').slice(1)).toMatchObject([
      { limit: 200, after: null },
      { limit: 200, after: 'a199' },
      { limit: 200, after: 'a399' },
    ])
  })

  test('says how far it is, can be given up, and then saves nothing', async () => {
    const background = show(auditEntries(450))
    await table()
    const answer = auditOf(() => auditEntries(450))
    const slow = Promise.withResolvers<ReturnType<typeof ok>>()
    background.answers.auditTrail = (input: Parameters<typeof answer>[0]) =>
      input.after === null ? answer(input) : slow.promise
    fireEvent.click(screen.getByText('Exportar CSV'))
    expect(await screen.findByText('Lendo a auditoria… 200 atos')).toBeTruthy()
    fireEvent.click(screen.getByText('Cancelar'))
    slow.resolve(answer({ ...(background.of('auditTrail').at(-1) as Parameters<typeof answer>[0]) }))
    await vi.advanceTimersByTimeAsync(100)
    expect(screen.queryByText(/Lendo a auditoria…/)).toBeNull()
    expect(saveFile).not.toHaveBeenCalled()
  })

  test('a page that fails saves nothing and says so', async () => {
    const background = show()
    await table()
    background.answers.auditTrail = fail('store-unreadable')
    fireEvent.click(screen.getByText('Exportar CSV'))
    expect(await screen.findByText('O arquivo não foi salvo')).toBeTruthy()
    expect(saveFile).not.toHaveBeenCalled()
  })
})
