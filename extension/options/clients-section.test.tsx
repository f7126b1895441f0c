import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Client, Scope } from '../../shared/api.ts'
import { fail, ok } from '../ui/testing/fake-background.ts'
import type { Answers } from '../ui/testing/fake-background.ts'
import { client } from '../ui/testing/samples.ts'
import { ready, showOptions, submitFormOf, typeInto } from './testing/show-options.tsx'

afterEach(cleanup)

const leo: Client = { ...client(['query', 'remove']), id: 'c2', name: 'Leo' }
const nameField = 'Quem usa este navegador'

const show = async (answers: Answers = {}) => {
  const background = showOptions({
    clients: ok({ clients: [client(), leo] }),
    clientUpdate: (input: Client) => ok({ ...leo, ...input }),
    ...answers,
  })
  fireEvent.click(await screen.findByText('Navegadores pareados'))
  return background
}
const edit = async (name: string) => {
  fireEvent.click(await screen.findByRole('button', { name: `Alterar ${name}` }))
  return screen.findByRole('region', { name: `Alterar ${name}` })
}
const box = (form: HTMLElement, name: string) =>
  within(form).getByRole<HTMLInputElement>('checkbox', { name })
const ticked = (form: HTMLElement) =>
  within(form)
    .getAllByRole<HTMLInputElement>('checkbox')
    .filter(({ checked }) => checked)
    .map(({ labels }) => labels?.[0]?.textContent)

describe('what a paired browser may do', () => {
  test('each permission has its sentence; Negativar ticks Baixar and locks it with the reason', async () => {
    const background = await show()
    const form = await edit('Leo')
    expect(ticked(form)).toEqual(['Consultar', 'Baixar'])
    expect(within(form).getByText('Negativa clientes, um a um e em lotes.')).toBeTruthy()
    expect(box(form, 'Consultar').disabled).toBe(true)
    fireEvent.click(box(form, 'Baixar'))
    fireEvent.click(box(form, 'Negativar'))
    expect(ticked(form)).toEqual(['Consultar', 'Negativar', 'Baixar'])
    expect(box(form, 'Baixar').disabled).toBe(true)
    expect(within(form).getByText(/quem negativa precisa poder baixar/)).toBeTruthy()
    typeInto(nameField, ' Leo – Suporte ')
    submitFormOf(nameField)
    expect(await screen.findByText('Gravado: Leo – Suporte.')).toBeTruthy()
    expect(background.of('clientUpdate')).toEqual([
      { id: 'c2', name: 'Leo – Suporte', scopes: ['query', 'include', 'remove'] },
    ])
    expect(screen.getByText('consultar, negativar, dar baixa')).toBeTruthy()
  })

  test('the form takes the focus, Escape gives up and gives it back, nothing is sent', async () => {
    const background = await show()
    const form = await edit('Leo')
    expect(document.activeElement).toBe(screen.getByLabelText(nameField))
    fireEvent.keyDown(screen.getByLabelText(nameField), { key: 'Escape' })
    await waitFor(() => expect(form.isConnected).toBe(false))
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Alterar Leo')
    expect(background.of('clientUpdate')).toEqual([])
  })

  test.each([
    [' ', 'Preencha este campo.'],
    ['a'.repeat(81), 'Use no máximo 80 letras.'],
  ])('the name “%s” is not sent', async (name, words) => {
    const background = await show()
    await edit('Leo')
    typeInto(nameField, name)
    submitFormOf(nameField)
    expect(await screen.findByText(words)).toBeTruthy()
    expect(background.of('clientUpdate')).toEqual([])
  })

  test('a name that another browser bears is told beside the field', async () => {
    await show({ clientUpdate: fail('name-taken') })
    await edit('Leo')
    typeInto(nameField, 'Ana')
    submitFormOf(nameField)
    const field = screen.getByLabelText(nameField)
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBe('true'))
    expect(screen.getByText(/Acrescente o que os distingue/)).toBeTruthy()
  })

  test('what the service says against it stands in the form, and what was typed stays', async () => {
    await show({ clientUpdate: fail('last-admin') })
    await edit('Leo')
    typeInto(nameField, 'Leonardo')
    submitFormOf(nameField)
    expect(await screen.findByText(/O que foi digitado continua aqui/)).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>(nameField).value).toBe('Leonardo')
  })
})

describe('this browser itself', () => {
  const ana = 'Ana – Cobrança'

  test('changes its name without being asked, and the page looks again', async () => {
    const background = await show()
    await edit(ana)
    typeInto(nameField, 'Ana')
    const looks = background.of('link-state').length
    submitFormOf(nameField)
    await waitFor(() => expect(background.of('clientUpdate')).toHaveLength(1))
    await waitFor(() => expect(background.of('link-state').length).toBeGreaterThan(looks))
  })

  test('gives up Administrar only after a dialog that says what it means; then it only reads', async () => {
    let scopes: Scope[] = ['query', 'include', 'remove', 'admin']
    const background = await show({
      'link-state': () => ready(scopes),
      clientUpdate: (input: Client) => {
        ;({ scopes } = input)
        return ok({ ...client(), ...input })
      },
    })
    const form = await edit(ana)
    fireEvent.click(box(form, 'Administrar'))
    submitFormOf(nameField)
    const dialog = await screen.findByRole('dialog')
    expect(dialog.textContent).toContain('perde na hora a Configuração')
    fireEvent.click(within(dialog).getByText('Cancelar'))
    expect(background.of('clientUpdate')).toEqual([])
    submitFormOf(nameField)
    fireEvent.click(within(await screen.findByRole('dialog')).getByText('Deixar de administrar'))
    expect(await screen.findByText('Este navegador não tem permissão de administrador.')).toBeTruthy()
    expect(background.of('clientUpdate')).toMatchObject([{ scopes: ['query', 'include', 'remove'] }])
    expect(screen.queryByText('Navegadores pareados')).toBeNull()
  })

  test('an act refused because an administrator took the right away: the page follows', async () => {
    let answer = ready()
    await show({ 'link-state': () => answer, clientUpdate: fail('scope-refused') })
    await edit('Leo')
    answer = ready(['query'])
    submitFormOf(nameField)
    expect(await screen.findByText('Este navegador não tem permissão de administrador.')).toBeTruthy()
  })
})

test('another browser is paired by a command for the ticked permissions, ready to copy', async () => {
  const writeText = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve())
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true })
  await show()
  const part = (await screen.findByText('Parear outro navegador')).closest('details')!
  expect(within(part).getByText('nada-consta pair --scopes query,include,remove')).toBeTruthy()
  fireEvent.click(box(part, 'Negativar'))
  fireEvent.click(box(part, 'Baixar'))
  fireEvent.click(box(part, 'Administrar'))
  fireEvent.click(within(part).getByText('Copiar'))
  expect(await within(part).findByText('Copiado')).toBeTruthy()
  expect(writeText).toHaveBeenCalledExactlyOnceWith('nada-consta pair --scopes query,admin')
})
