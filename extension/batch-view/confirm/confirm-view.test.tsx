import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Batch, OperationInput } from '../../../shared/api.ts'
import type { Answers } from '../../ui/testing/fake-background.ts'
import { fail, ok } from '../../ui/testing/fake-background.ts'
import { batchOf, byReason, runningBatch, simulationOf, totalsOf } from '../testing/batch-samples.ts'
import { arm, press, session, showBatch, simulated } from '../testing/show-batch.tsx'

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const confirmingOf = (over: object = {}) => ({
  'batch-review:b1': {
    accepted: ['erp-records-unseen', 'service-active'],
    written: 'Contrato conferido.',
    typed: '',
    isConfirming: true,
    act: null,
    ...over,
  },
})
const act = 'Negativar 287 pessoas · R$ 51.204,30'

/** The confirmation as somebody left it, its button ready. */
const show = async (answers: Answers = {}, review: object = {}, batch: Batch = batchOf()) => {
  const background = await showBatch([batch], { answers, kept: confirmingOf(review) })
  await screen.findByRole('heading', { name: 'Revisar e enviar' })
  await arm()
  return background
}
const field = () => screen.getByLabelText<HTMLInputElement>('Digite 287 para confirmar')
const type = (value: string) => fireEvent.input(field(), { target: { value } })
const enter = () => {
  const { form } = field()
  if (form) fireEvent.submit(form)
}
/** The service takes the confirmation, and the batch runs. */
const taking = (): Answers => {
  let state: Batch['state'] = 'draft'
  return {
    batch: () => ok(state === 'draft' ? batchOf() : runningBatch()),
    batchConfirm: () => {
      state = 'running'
      return ok(runningBatch())
    },
  }
}
type Confirm = OperationInput<'batchConfirm'>
const confirmed = (background: Awaited<ReturnType<typeof show>>) => background.of('batchConfirm') as Confirm[]

describe('what is sent', () => {
  test('stands in one sentence, with environment, creditor, reason, warnings and the letter', async () => {
    await show()
    expect(
      screen.getByText(
        /Serão enviadas ao Serasa 301 inclusões em nome de 287 pessoas: 431 faturas, R\$ 51\.204,30/,
      ),
    ).toBeTruthy()
    expect(screen.getByText('produção')).toBeTruthy()
    expect(screen.getByText('As pessoas são negativadas de verdade.')).toBeTruthy()
    expect(screen.getByText('04.718.253/0001-56')).toBeTruthy()
    expect(screen.getByText('01 · Inadimplência')).toBeTruthy()
    expect(screen.getByText('O serviço ainda está ativo.')).toBeTruthy()
    expect(screen.getByText(/o Serasa manda uma carta; .* em cerca de 10 dias/)).toBeTruthy()
  })

  test('G56 · the test environment cannot be taken for the other', async () => {
    await show({}, {}, batchOf({ environment: 'test' }))
    expect(screen.getByText('homologação')).toBeTruthy()
    expect(screen.getByText('Envio fictício: ninguém é negativado.')).toBeTruthy()
  })

  test('where a second person is wanted, the button asks for it', async () => {
    await show({ batchSimulation: simulated({ needsApproval: true }) })
    expect(screen.getByText(/Antes disso nada é enviado/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Pedir aprovação de 287 pessoas · R$ 51.204,30' })).toBeTruthy()
  })
})

describe('the typed number', () => {
  test('is compared exactly, and what is wrong is said', async () => {
    const background = await show(taking())
    await press(act)
    expect(screen.getByText('Falta digitar 287.')).toBeTruthy()
    expect(document.activeElement).toBe(field())
    type('28')
    enter()
    expect(screen.getByText('Não confere: são 287 pessoas.')).toBeTruthy()
    type('287 pessoas')
    expect(screen.getByText('Só os algarismos: 287.')).toBeTruthy()
    expect(confirmed(background)).toEqual([])
    type('287')
    enter()
    expect(await screen.findByText('Em andamento')).toBeTruthy()
    expect(confirmed(background)).toEqual([
      {
        id: 'b1',
        key: expect.stringMatching(/^[0-9a-f-]{36}$/),
        seal: 'seal-1',
        people: 287,
        accepted: ['erp-records-unseen', 'service-active'],
        written: 'Contrato conferido.',
      },
    ])
    await waitFor(async () => expect(await session('batch-review:b1')).toBeUndefined())
  })

  test('a press in the first moment is no act', async () => {
    const background = await showBatch([batchOf()], { kept: confirmingOf({ typed: '287' }) })
    await press(act)
    expect(confirmed(background)).toEqual([])
  })
})

test('a written reason is wanted where an accepted warning says so', async () => {
  const background = await show(taking(), { written: '  ', typed: '287' })
  await press(act)
  expect(screen.getByText('Falta a justificativa dos avisos que a exigem.')).toBeTruthy()
  expect(document.activeElement).toBe(screen.getByLabelText('Justificativa'))
  expect(confirmed(background)).toEqual([])
  fireEvent.input(screen.getByLabelText('Justificativa'), { target: { value: 'Conferido.' } })
  await press(act)
  await waitFor(() => expect(confirmed(background)).toMatchObject([{ written: 'Conferido.' }]))
})

test('no written reason is asked for where no accepted warning wants one', async () => {
  await show(
    { batchSimulation: simulated({ warnings: [byReason('erp-records-unseen', 287)] }) },
    { accepted: ['erp-records-unseen'] },
  )
  expect(screen.queryByLabelText('Justificativa')).toBeNull()
})

describe('G43 · one press, one act', () => {
  test('a double press is one request', async () => {
    const waiting = Promise.withResolvers<ReturnType<typeof ok>>()
    const background = await show({ batchConfirm: () => waiting.promise }, { typed: '287' })
    await press(act)
    enter()
    enter()
    expect(await screen.findByText(/Guardando a confirmação no serviço/)).toBeTruthy()
    background.answers.batch = ok(runningBatch())
    waiting.resolve(ok(runningBatch()))
    expect(await screen.findByText('Em andamento')).toBeTruthy()
    expect(confirmed(background)).toHaveLength(1)
  })

  test('the key lies in the session before the call; a reload says what is not known and presses the same act', async () => {
    const background = await show({ batchConfirm: () => new Promise(() => {}) }, { typed: '287' })
    await press(act)
    await waitFor(() => expect(confirmed(background)).toHaveLength(1))
    const [first] = confirmed(background)
    const kept = { 'batch-review:b1': await session('batch-review:b1') }
    expect(kept['batch-review:b1']).toMatchObject({ act: { key: first?.key } })
    cleanup()
    const again = await showBatch([batchOf()], { answers: taking(), kept })
    expect(await screen.findByText(/Não foi possível saber se a confirmação chegou/)).toBeTruthy()
    expect(again.of('batchConfirm')).toEqual([])
    await arm()
    await press(act)
    expect(await screen.findByText('Em andamento')).toBeTruthy()
    expect(again.of('batchConfirm')).toEqual([first])
  })
})

describe('G58 · the answer is lost', () => {
  test('the batch is asked: it runs, so it was taken', async () => {
    let state: Batch['state'] = 'draft'
    const background = await show(
      {
        batch: () => ok(state === 'draft' ? batchOf() : runningBatch()),
        batchConfirm: () => {
          state = 'running'
          return fail('service-off')
        },
      },
      { typed: '287' },
    )
    await press(act)
    await vi.advanceTimersByTimeAsync(600)
    expect(await screen.findByText('Em andamento')).toBeTruthy()
    expect(confirmed(background)).toHaveLength(1)
  })

  test('it is still a draft: nothing is called failed, and pressing again is the same request', async () => {
    const background = await show({ batchConfirm: fail('service-off') }, { typed: '287' })
    await press(act)
    expect(await screen.findByText(/Conferindo a situação do lote/)).toBeTruthy()
    await vi.advanceTimersByTimeAsync(14_500)
    expect(await screen.findByText(/Não foi possível saber se a confirmação chegou/)).toBeTruthy()
    expect(screen.getByText(/é o mesmo pedido/)).toBeTruthy()
    expect(field().value).toBe('287')
    await press(act)
    await waitFor(() => expect(confirmed(background)).toHaveLength(2))
    expect(confirmed(background)[0]).toEqual(confirmed(background)[1])
  })
})

describe('a refusal is explained in place, and nothing is lost', () => {
  test('the batch has changed: the numbers are read anew', async () => {
    let going = 287
    const background = await show(
      {
        batchSimulation: () => ok(simulationOf({ seal: `seal-${going}`, going: totalsOf(going) })),
        batchConfirm: fail('batch-changed'),
      },
      { typed: '287' },
    )
    going = 286
    await press('Negativar 287 pessoas · R$ 22.931,30')
    expect(await screen.findByText(/O lote mudou depois que foi mostrado/)).toBeTruthy()
    expect(await screen.findByText('Negativar 286 pessoas · R$ 22.851,40')).toBeTruthy()
    expect(await screen.findByText('Não confere: são 286 pessoas.')).toBeTruthy()
    expect(screen.getByLabelText<HTMLTextAreaElement>('Justificativa').value).toBe('Contrato conferido.')
    expect(await session('batch-review:b1')).toMatchObject({ act: null })
    fireEvent.input(screen.getByLabelText('Digite 286 para confirmar'), { target: { value: '286' } })
    background.answers.batchConfirm = ok(runningBatch())
    await press(/^Negativar 286 pessoas/)
    await waitFor(() => expect(confirmed(background)).toHaveLength(2))
    const [first, second] = confirmed(background)
    expect(second).toMatchObject({ seal: 'seal-286', people: 286 })
    expect(second?.key).not.toBe(first?.key)
  })

  test.each([
    ['batch-count-differs', { typed: 287, people: 286 }, /O número digitado \(287\) não confere/],
    ['batch-over-daily-limit', { going: 301, left: 12 }, /o limite de hoje ainda permite 12/],
    ['disk-full', {}, /disco está cheio/],
  ] as const)('%s', async (code, params, words) => {
    await show({ batchConfirm: fail(code, params) }, { typed: '287' })
    await press(act)
    expect(await screen.findByText(words)).toBeTruthy()
    expect(field().value).toBe('287')
    expect(await screen.findByRole('button', { name: act })).toBeTruthy()
  })

  test('somebody else has confirmed it: the batch is shown as it is', async () => {
    const background = await show(
      { batchConfirm: fail('batch-state', { state: 'Em andamento' }) },
      { typed: '287' },
    )
    background.answers.batch = ok(runningBatch())
    await press(act)
    expect(await screen.findByText('Em andamento')).toBeTruthy()
  })
})

test('G67 · what was typed outlives the popup, on the way back too', async () => {
  await show({}, { written: '' })
  type('28')
  fireEvent.input(screen.getByLabelText('Justificativa'), { target: { value: 'Copiando de out' } })
  await waitFor(async () =>
    expect(await session('batch-review:b1')).toMatchObject({
      typed: '28',
      written: 'Copiando de out',
      isConfirming: true,
    }),
  )
  await press('Voltar')
  await waitFor(() => expect(document.activeElement?.textContent).toBe('Simulação'))
  await press('Revisar e enviar')
  expect(field().value).toBe('28')
  expect(screen.getByLabelText<HTMLTextAreaElement>('Justificativa').value).toBe('Copiando de out')
})
