import { cleanup, fireEvent, screen, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PersonHeld } from '../../shared/api.ts'
import { fail, ok } from '../ui/testing/fake-background.ts'
import { ready, showOptions, submitFormOf, typeInto } from './testing/show-options.tsx'

const counts = { queries: 3, reports: 2, records: 1, history: 5, batchItems: 0, tasks: 0 }
const none = { queries: 0, reports: 0, records: 0, history: 0, batchItems: 0, tasks: 0 }
const staying = [{ kind: 'registration' as const, protocol: 'PEF1', until: '2032-11-20' }]
const label = 'CPF ou CNPJ do titular'

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = vi.fn<() => void>()
})
afterEach(cleanup)

const open = async (held: unknown, answers: Parameters<typeof showOptions>[0] = {}) => {
  const background = showOptions({ personHeld: ok(held), ...answers })
  fireEvent.click(await screen.findByText('Privacidade'))
  typeInto(label, '731.640.258-07')
  submitFormOf(label)
  return background
}
const free = { counts, staying, obstacles: [] } as unknown as PersonHeld

test('what is held is shown in numbers, with what stays and until when', async () => {
  const background = await open(free)
  const table = await screen.findByRole('table', { name: 'O que há sobre este documento' })
  expect(within(table).getByRole('row', { name: 'Consultas 3' })).toBeTruthy()
  expect(within(table).getByRole('row', { name: 'Linhas de histórico 5' })).toBeTruthy()
  expect(screen.getByText('Negativação, protocolo PEF1: até 20/11/2032')).toBeTruthy()
  expect(background.of('personHeld')).toEqual([{ document: '73164025807' }])
  expect(background.of('personErase')).toEqual([])
})

test('a wrong document is said at its field and never asked for', async () => {
  const background = showOptions({})
  fireEvent.click(await screen.findByText('Privacidade'))
  typeInto(label, '731.640.258-08')
  submitFormOf(label)
  expect(await screen.findByText('Os dígitos verificadores não conferem.')).toBeTruthy()
  expect(background.of('personHeld')).toEqual([])
})

test('the export is saved as a file whose name tells nobody’s document', async () => {
  const names: string[] = []
  const saved: Blob[] = []
  URL.createObjectURL = (blob) => {
    saved.push(blob as Blob)
    return 'blob:x'
  }
  HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
    names.push(this.download)
  }
  await open(free, { personExport: ok({ file: { queries: [{ report: '<p>x</p>' }] } }) })
  fireEvent.click(await screen.findByText('Exportar'))
  expect(await screen.findByText(/^Arquivo salvo/)).toBeTruthy()
  expect(names).toEqual(['dados-pessoais.json'])
  expect(JSON.parse(await saved[0]!.text())).toEqual({ queries: [{ report: '<p>x</p>' }] })
})

test('the erasure wants a reason and a second yes, and then tells what went and what stays', async () => {
  const background = await open(free, { personErase: ok({ erased: counts, staying }) })
  const button = await screen.findByText('Apagar…')
  fireEvent.submit(button.closest('form')!)
  expect(await screen.findByText('Escreva o motivo.')).toBeTruthy()
  typeInto('Motivo, por escrito', ' Pedido do titular. ')
  fireEvent.submit(button.closest('form')!)
  const dialog = await screen.findByText('Apagar o que há sobre 731.640.258-07?')
  expect(background.of('personErase')).toEqual([])
  fireEvent.click(within(dialog.closest('dialog')!).getByText('Apagar'))
  expect(await screen.findByText('Apagado. Este documento não está mais nos registros.')).toBeTruthy()
  expect(background.of('personErase')).toEqual([{ document: '73164025807', reason: 'Pedido do titular.' }])
  expect(screen.getByRole('table', { name: 'O que foi apagado' })).toBeTruthy()
  expect(screen.getByText('Negativação, protocolo PEF1: até 20/11/2032')).toBeTruthy()
})

test('a registered debt is said with the reason, and there is nothing to press; the export is still there', async () => {
  const obstacle = { code: 'person-registered', text: 'x', hint: 'x' }
  await open({ ...free, obstacles: [obstacle] })
  expect(
    await screen.findByText('Há dívida desta pessoa negativada por aqui. Nada foi apagado.'),
  ).toBeTruthy()
  expect(screen.queryByText('Apagar…')).toBeNull()
  expect(screen.getByText('Exportar')).toBeTruthy()
})

test('a refusal that came meanwhile is told; another document hides what was shown', async () => {
  await open(free, { personErase: fail('person-task-open') })
  const button = await screen.findByText('Apagar…')
  typeInto('Motivo, por escrito', 'x')
  fireEvent.submit(button.closest('form')!)
  const dialog = await screen.findByText('Apagar o que há sobre 731.640.258-07?')
  fireEvent.click(within(dialog.closest('dialog')!).getByText('Apagar'))
  expect(await screen.findByText('Há pendência aberta sobre esta pessoa. Nada foi apagado.')).toBeTruthy()
  typeInto(label, '907.315.826-5')
  expect(screen.queryByText('Exportar')).toBeNull()
})

test('nothing held, nothing to press', async () => {
  await open({ counts: none, staying: [], obstacles: [] })
  expect(await screen.findByText('Nada guardado sobre este documento.')).toBeTruthy()
  expect(screen.queryByText('Exportar')).toBeNull()
  expect(screen.queryByText('Apagar…')).toBeNull()
})

test('who is no administrator does not see the section', async () => {
  showOptions({ 'link-state': ready(['query']) })
  await screen.findByText('Regras e retenção')
  expect(screen.queryByText('Privacidade')).toBeNull()
})

test('G36 · the floor of five years stands in the policy: 59 months are refused at their field', async () => {
  const background = showOptions({})
  fireEvent.click(await screen.findByText('Regras e retenção'))
  typeInto('Guardar registros encerrados por, em meses', '59')
  expect(screen.getByText('Use um número de 60 a 240.')).toBeTruthy()
  submitFormOf('Guardar registros encerrados por, em meses')
  await Promise.resolve()
  expect(background.of('policySave')).toEqual([])
})
