import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { fail, ok } from '../ui/testing/fake-background.ts'
import { inclusionPolicy } from '../ui/testing/samples.ts'
import { ready, showOptions, submitFormOf, typeInto } from './testing/show-options.tsx'

afterEach(cleanup)

const open = async (answers: Parameters<typeof showOptions>[0] = {}) => {
  const background = showOptions(answers)
  fireEvent.click(await screen.findByText('Regras de negativação'))
  await screen.findByLabelText('Dias de atraso, no mínimo')
  return background
}

test('the rules are saved as numbers, amounts in cents', async () => {
  const background = await open({ inclusionPolicySave: ok(inclusionPolicy({ minDaysLate: 45 })) })
  typeInto('Dias de atraso, no mínimo', '45')
  typeInto('Valor mínimo da fatura', '25,50')
  fireEvent.change(screen.getByLabelText('Cliente com serviço ativo'), { target: { value: 'block' } })
  fireEvent.change(screen.getByLabelText('Fatura cancelada ou renegociada no ERP'), {
    target: { value: 'ask' },
  })
  submitFormOf('Dias de atraso, no mínimo')
  expect(await screen.findByText('Gravado.')).toBeTruthy()
  expect(background.of('inclusionPolicySave')).toEqual([
    inclusionPolicy({ minDaysLate: 45, minCents: 25_50, activeService: 'block', cancelledInvoices: 'ask' }),
  ])
})

test.each([
  ['Dias de atraso, no mínimo', '0', 'Use um número de 1 a 365.'],
  ['Valor mínimo da fatura', '9,99', 'Use um valor de R$ 10,00 a R$ 10.000,00.'],
  ['Idade máxima da fatura, em meses', '60', 'Use um número de 1 a 59.'],
  ['Prazo da carta, em dias', '', 'Use um número de 1 a 60.'],
  ['Inclusões por dia, no máximo', '1e3', 'Use um número de 0 a 10000.'],
  ['Envios ao mesmo tempo', '9', 'Use um número de 1 a 8.'],
  ['Envios por minuto, no máximo', '0', 'Use um número de 1 a 6000.'],
  ['Aprovação acima de, em pessoas', '-1', 'Use um número de 0 a 10000.'],
  ['Aprovação acima de, em reais', '', 'Use um valor de R$ 0,00 a R$ 1.000.000.000,00.'],
])('G36 · the floor of “%s” stands: %s is refused at its field', async (label, value, words) => {
  const background = await open({ inclusionPolicySave: ok(inclusionPolicy()) })
  typeInto(label, value)
  expect(screen.getByText(words)).toBeTruthy()
  submitFormOf(label)
  await Promise.resolve()
  expect(background.of('inclusionPolicySave')).toEqual([])
})

test('the rules of a batch: how fast, and from where on a second person approves; zero is nobody', async () => {
  const background = await open({ inclusionPolicySave: ok(inclusionPolicy()) })
  expect(screen.getByRole('region', { name: 'Negativação em massa' })).toBeTruthy()
  expect(screen.getByDisplayValue('R$ 0,00')).toBeTruthy()
  typeInto('Envios ao mesmo tempo', '8')
  typeInto('Envios por minuto, no máximo', '600')
  typeInto('Aprovação acima de, em pessoas', '100')
  typeInto('Aprovação acima de, em reais', '20.000')
  submitFormOf('Envios ao mesmo tempo')
  expect(await screen.findByText('Gravado.')).toBeTruthy()
  expect(background.of('inclusionPolicySave')).toEqual([
    inclusionPolicy({ batchAtOnce: 8, batchPerMinute: 600, approvalPeople: 100, approvalCents: 20_000_00 }),
  ])
})

test('the pause says that removals go on, in the line and in the section', async () => {
  const background = await open({ inclusionPolicySave: ok(inclusionPolicy({ isPaused: true })) })
  fireEvent.click(screen.getByLabelText('Pausar inclusões (as baixas continuam)'))
  submitFormOf('Dias de atraso, no mínimo')
  expect(await screen.findByText('inclusões pausadas · as baixas continuam')).toBeTruthy()
  expect(screen.getByText('As inclusões estão pausadas. As baixas continuam.')).toBeTruthy()
  expect(background.of('inclusionPolicySave')).toEqual([inclusionPolicy({ isPaused: true })])
})

test('what was typed stays when the service refuses it', async () => {
  await open({ inclusionPolicySave: fail('store-write-failed') })
  typeInto('Inclusões por dia, no máximo', '20')
  submitFormOf('Inclusões por dia, no máximo')
  await waitFor(() => expect(screen.getByText(/O que foi digitado continua aqui/)).toBeTruthy())
  expect(screen.getByDisplayValue('20')).toBeTruthy()
})

test('without administration the rules are read only', async () => {
  await open({ 'link-state': ready(['query']) })
  expect(screen.getByLabelText<HTMLInputElement>('Dias de atraso, no mínimo').disabled).toBe(true)
  expect(screen.queryByText('Gravar')).toBeNull()
})
