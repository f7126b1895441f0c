import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { texts } from '../../shared/locales/texts.ts'
import { nothingOmitted } from '../report/omitted.ts'
import { fail, ok } from '../ui/testing/fake-background.ts'
import { query, refusal } from '../ui/testing/samples.ts'
import { readPendingStart } from './pending-start.ts'
import { consult, draftId, running, showReport } from './testing/show-report.tsx'

vi.mock('../report/clean-report.ts', () => ({
  cleanReport: (html: string) => ({ html, omitted: { ...nothingOmitted(), images: 2 } }),
}))
vi.mock('../report/report-frame.tsx', () => ({
  ReportFrame: ({ html }: { html: string }) => <div>{html}</div>,
}))

afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('the query', () => {
  test('running shows the seconds and that the tab may be closed', async () => {
    showReport({ query: ok({ ...running, startedAt: new Date(Date.now() - 3000).toISOString() }) })
    await consult()
    expect(await screen.findByText('Consultando no Connect… 3 s')).toBeTruthy()
    expect(screen.getByText(/Pode fechar esta aba/)).toBeTruthy()
  })

  test('G49 · a double click starts one query', async () => {
    const background = showReport({ query: ok(running) })
    await consult()
    await consult()
    await screen.findByText(/Consultando no Connect/)
    expect(background.of('queryStart')).toHaveLength(1)
  })

  test('the result is shown with protocol, time, what was left out, and why there is no Excel', async () => {
    const background = showReport()
    await consult()
    expect(await screen.findByText('RELATÓRIO')).toBeTruthy()
    expect(screen.getByText(/Protocolo 000123456/)).toBeTruthy()
    expect(screen.getByText('2 imagens externas omitidas')).toBeTruthy()
    expect(background.of('draft')).toContainEqual({ id: draftId, queryId: 'q1' })
  })

  test('G19 · a report offers PDF and print, and never a spreadsheet', async () => {
    showReport()
    await consult()
    await screen.findByText('RELATÓRIO')
    const buttons = screen.getAllByRole('button').map(({ textContent }) => textContent)
    expect(buttons).toEqual(expect.arrayContaining(['Exportar PDF', 'Imprimir']))
    expect(buttons.filter((text) => /excel|csv|planilha/i.test(text))).toEqual([])
    expect(screen.getByText(/Excel não é possível/)).toBeTruthy()
  })

  test('G49 · a repeated query warns first; the kept result opens without a second call', async () => {
    const background = showReport({ queryStart: fail('query-repeated', { days: 6 }, query({ id: 'old' })) })
    await consult()
    fireEvent.click(await screen.findByText('Abrir o resultado guardado'))
    expect(await screen.findByText('RELATÓRIO')).toBeTruthy()
    expect(screen.getByText(/Resultado guardado, de/)).toBeTruthy()
    expect(background.of('queryStart')).toHaveLength(1)
    expect(background.of('queryAnswer')).toEqual([{ id: 'q1' }])
  })

  test('G49 · consulting again is a person’s second act, with its own key', async () => {
    const background = showReport({ queryStart: fail('query-repeated', { days: 6 }, query({ id: 'old' })) })
    await consult()
    const again = await screen.findByText('Consultar de novo (tem custo)')
    background.answers.queryStart = ok(running)
    fireEvent.click(again)
    await screen.findByText('RELATÓRIO')
    const [first, second] = background.of('queryStart') as { key: string; repeat: boolean }[]
    expect([first?.repeat, second?.repeat]).toEqual([false, true])
    expect(second?.key).not.toBe(first?.key)
  })

  test('G58 · the key is kept before the first call, and a lost answer ends at the result', async () => {
    let keptKey: string | undefined
    let calls = 0
    const background = showReport({
      queryStart: async () => {
        calls += 1
        keptKey ??= (await readPendingStart(draftId))?.key
        if (calls === 1) throw new Error('The message port closed before a response was received.')
        return ok(running)
      },
    })
    await consult()
    expect(await screen.findByText('RELATÓRIO')).toBeTruthy()
    const keys = (background.of('queryStart') as { key: string }[]).map(({ key }) => key)
    expect(keys).toEqual([keptKey, keptKey])
    await waitFor(async () => {
      expect(await readPendingStart(draftId)).toBeNull()
    })
  })

  test('G58 · no answer at all is "not confirmed", never "failed"; asking again uses the same key', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 200 })
    const background = showReport({ queryStart: fail('service-off') })
    await consult()
    const verify = await vi.waitFor(() => screen.getByText('Verificar de novo'), { timeout: 5000 })
    expect(screen.getByText('Não foi possível confirmar se a consulta começou')).toBeTruthy()
    background.answers.queryStart = ok(running)
    fireEvent.click(verify)
    await vi.waitFor(() => screen.getByText('RELATÓRIO'))
    const keys = new Set((background.of('queryStart') as { key: string }[]).map(({ key }) => key))
    expect(keys.size).toBe(1)
  })

  test('G57 · a reloaded tab attaches to its query by the id in the draft', async () => {
    const background = showReport({ draft: ok({ document: '731.640.258-07', queryId: 'q1' }) })
    expect(await screen.findByText('RELATÓRIO')).toBeTruthy()
    expect(background.of('queryStart')).toEqual([])
    expect(background.of('query')).toEqual([{ id: 'q1' }])
  })

  test('a failure says what happened and what to do', async () => {
    showReport({
      query: ok(query({ state: 'failed', hasAnswer: false, error: refusal('connect-no-balance') })),
    })
    await consult()
    expect(await screen.findByText('A consulta não foi concluída')).toBeTruthy()
    expect(screen.getByText(/Regularize o saldo com o Connect/)).toBeTruthy()
    fireEvent.click(screen.getByText('Nova consulta'))
    expect(screen.getByText(/O resultado aparece aqui/)).toBeTruthy()
  })

  test('an uncertain query is never shown as failed', async () => {
    showReport({ query: ok(query({ state: 'uncertain', hasAnswer: false, error: refusal('connect-cut') })) })
    await consult()
    expect(await screen.findByText('Não se sabe se a consulta foi feita')).toBeTruthy()
    const { text, hint } = texts('pt-BR').errors['connect-cut']
    expect(screen.getByText(`${text} ${hint}`)).toBeTruthy()
    expect(screen.queryByText('A consulta não foi concluída')).toBeNull()
  })

  test('a refusal stands in the service’s words', async () => {
    showReport({ queryStart: fail('document-unsupported') })
    await consult()
    expect(await screen.findByText('O Connect ainda não aceita CNPJ com letras.')).toBeTruthy()
  })

  test('an erased answer is said; the record stays', async () => {
    showReport({ query: ok(query({ hasAnswer: false })) })
    await consult()
    expect(await screen.findByText(/passou do prazo de guarda/)).toBeTruthy()
  })

  test('a kept answer that cannot be read now is fetched again', async () => {
    const background = showReport({ queryAnswer: fail('service-off') })
    await consult()
    expect(await screen.findByText(/não pôde ser lido agora/)).toBeTruthy()
    background.answers.queryAnswer = ok({ html: 'RELATÓRIO' })
    fireEvent.click(screen.getByText('Tentar de novo'))
    expect(await screen.findByText('RELATÓRIO')).toBeTruthy()
  })
})

test('a tab whose draft was forgotten gets its own, and its query is noted there', async () => {
  const background = showReport({ draft: fail('draft-unknown') })
  const entry = await screen.findByLabelText<HTMLInputElement>('CPF ou CNPJ')
  const id = new URL(location.href).searchParams.get('draft')
  expect(id).not.toBe(draftId)
  background.answers.draft = ok({ document: null })
  fireEvent.input(entry, { target: { value: '73164025807' } })
  await consult()
  expect(await screen.findByText('RELATÓRIO')).toBeTruthy()
  expect(background.of('draft')).toContainEqual({ id, queryId: 'q1' })
})

test('the history opens what is kept of an earlier query', async () => {
  const background = showReport({ queryHistory: ok({ queries: [query({ id: 'old', operator: 'Leo' })] }) })
  fireEvent.click(await screen.findByText(/Leo · Venda/))
  expect(await screen.findByText('RELATÓRIO')).toBeTruthy()
  expect(background.of('query')).toEqual([{ id: 'old' }])
  expect(background.of('queryStart')).toEqual([])
})
