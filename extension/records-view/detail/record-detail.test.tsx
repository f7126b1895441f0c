import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { afterEach, describe, expect, test } from 'vitest'
import type { HistoryEntry, Negativation, OperationInput } from '../../../shared/api.ts'
import { date, historyEntry, invoice, negativation } from '../../ui/testing/debt-samples.ts'
import { fail, ok } from '../../ui/testing/fake-background.ts'
import type { Answers } from '../../ui/testing/fake-background.ts'
import { integration, product, refusal } from '../../ui/testing/samples.ts'
import { removal, removalReasons, showRecords } from '../testing/show-records.tsx'

afterEach(cleanup)

const maria = (over: Partial<Negativation> = {}): Negativation =>
  negativation({ state: 'active', totalCents: 239_70, ...over })

const open = (over: Partial<Negativation> = {}, history: HistoryEntry[] = [], answers: Answers = {}) =>
  showRecords({
    hash: '#n1',
    records: [maria(over)],
    negativation: ok({ negativation: maria(over), history, tasks: [] }),
    ...answers,
  })

const pane = () => screen.findByRole('region', { name: 'Registro de MARIA EXEMPLO' })
const dialog = async () => {
  fireEvent.click(await screen.findByRole('button', { name: 'Baixar MARIA EXEMPLO' }))
  return screen.findByRole('dialog')
}

describe('a record', () => {
  test('tells its history newest first: who, when, what, protocol, with the raw answer folded away', async () => {
    open({}, [
      historyEntry({
        event: 'confirm',
        from: 'draft',
        to: 'sending',
        actor: 'Ana – Cobrança',
        text: 'desligou',
      }),
      historyEntry({
        event: 'accepted',
        at: '2026-11-23T13:03:00.000Z',
        protocol: '000123',
        code: '00',
        text: '{"mensagem":"Sucesso"}',
      }),
    ])
    const lines = await within(await pane()).findAllByRole('listitem')
    expect(lines.map((line) => line.querySelector('strong')?.textContent)).toEqual([
      'Aceita pelo birô',
      'Negativação confirmada',
    ])
    expect(lines[0]?.textContent).toContain('23/11/2026 10:03')
    expect(lines[0]?.textContent).toContain('Nada Consta · protocolo 000123 · código 00')
    expect(lines[0]?.textContent).toContain('Enviando → Enviada · prazo da carta')
    expect(lines[0]?.querySelector('details')?.open).toBe(false)
    expect(lines[1]?.textContent).toContain('Ana – Cobrança')
    expect(within(lines[1]!).getByText('desligou').closest('details')).toBeNull()
  })

  test('an event that only a newer service knows stands as it came', async () => {
    open({}, [historyEntry({ event: 'something-new' })])
    expect(await screen.findByText('something-new')).toBeTruthy()
  })

  test('G40 · G42 · each invoice tells what the ERP said and what was paid', async () => {
    open({
      invoices: [
        invoice({
          fact: 'paid',
          payment: { paid: date('2026-11-24'), credited: date('2026-11-25'), cents: 81_50 },
        }),
        invoice({ id: '62637', fact: 'partial', checkedAt: null }),
      ],
    })
    const rows = within(await pane())
      .getAllByRole('row')
      .slice(1)
    expect(rows[0]?.textContent).toContain('paga')
    expect(rows[0]?.textContent).toContain('R$ 81,5024/11/2026')
    expect(rows[0]?.textContent).toContain('crédito 25/11/2026')
    expect(rows[1]?.textContent).toContain('paga em parte')
    expect(rows[1]?.textContent).toContain('ainda não lida')
  })

  test('G33 · a removal tells cause, deadline, attempts, the next one and the last failure', async () => {
    open({
      state: 'removal-requested',
      removal: removal({
        attempts: 3,
        nextAttemptAt: '2026-11-25T13:15:00.000Z',
        problem: refusal('bureau-busy'),
      }),
    })
    const text = (await pane()).textContent
    await screen.findByText(/fatura paga · Motivo Baixa 01 · Pagamento/)
    expect(text).toContain('01/12/2026 · 4 dias úteis')
    expect(screen.getByText('25/11/2026 10:15')).toBeTruthy()
    expect(screen.getByText(/O birô está processando este registro/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Baixar MARIA EXEMPLO' })).toBeNull()
  })

  test('G56 · a record of the test environment says so before anything else', async () => {
    open({ environment: 'test' })
    expect(await screen.findByText('HOMOLOGAÇÃO · registro fictício')).toBeTruthy()
  })

  test('its tasks are one click away', async () => {
    open({ openTasks: 1 })
    fireEvent.click(await screen.findByText('Ver as pendências deste registro'))
    expect(location.hash).toBe('#tasks/n1')
  })

  test('a history that cannot be read is said', async () => {
    open({}, [], { negativation: fail('negativation-unknown') })
    expect(await screen.findByText('O histórico não pôde ser lido agora')).toBeTruthy()
  })
})

describe('[Baixar…]', () => {
  test('names person and amount on the button, asks once and wants a Motivo Baixa', async () => {
    const background = open({}, [], {
      removalRequest: ok(
        maria({
          state: 'removal-requested',
          removal: removal({ cause: 'person', reason: { code: '19', text: 'R' } }),
        }),
      ),
    })
    const asked = await dialog()
    const act = within(asked).getByRole('button', { name: 'Baixar R$ 239,70 de MARIA EXEMPLO' })
    const reasons = await within(asked).findByLabelText<HTMLSelectElement>('Motivo Baixa')
    fireEvent.click(act)
    expect(within(asked).getByText('Escolha o Motivo Baixa.')).toBeTruthy()
    expect(background.of('removalRequest')).toEqual([])
    fireEvent.change(reasons, { target: { value: '19' } })
    fireEvent.input(within(asked).getByLabelText('Observação'), { target: { value: ' acordo ' } })
    fireEvent.click(act)
    expect(await screen.findByText(/Baixa pedida\. O serviço envia/)).toBeTruthy()
    expect(background.of('removalRequest')).toEqual([{ id: 'n1', reasonCode: '19', note: 'acordo' }])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  test('the reasons are those of the record’s own integration', async () => {
    const other = product({ ...removalReasons, reasons: [{ code: '99', text: 'De outra' }] })
    open({}, [], {
      integrations: ok({
        integrations: [
          integration({ id: 'i2', products: [other] }),
          integration({ products: [removalReasons] }),
        ],
      }),
    })
    const field = await within(await dialog()).findByLabelText('Motivo Baixa')
    expect(field.textContent).toBe('Escolha o motivo01 · Pagamento19 · Renegociação')
  })

  test('an integration without a Motivo Baixa says what to do', async () => {
    open({}, [], { integrations: ok({ integrations: [integration()] }) })
    expect(await within(await dialog()).findByText(/não tem Motivo Baixa/)).toBeTruthy()
  })

  test('reasons that could not be read are read again on a press, and nothing typed is lost', async () => {
    const background = open({}, [], { integrations: fail('service-off') })
    const asked = await dialog()
    fireEvent.input(within(asked).getByLabelText('Observação'), { target: { value: 'acordo' } })
    const again = await within(asked).findByRole('button', { name: 'Tentar de novo' })
    background.answers.integrations = ok({ integrations: [integration({ products: [removalReasons] })] })
    fireEvent.click(again)
    expect(await within(asked).findByLabelText('Motivo Baixa')).toBeTruthy()
    expect(within(asked).getByLabelText<HTMLInputElement>('Observação').value).toBe('acordo')
  })

  test('somebody was faster: nothing changed, and it says who', async () => {
    open({}, [], { removalRequest: ok(maria({ state: 'removing', removal: removal() })) })
    const asked = await dialog()
    fireEvent.change(await within(asked).findByLabelText('Motivo Baixa'), { target: { value: '19' } })
    fireEvent.click(within(asked).getByRole('button', { name: /R\$ 239,70/ }))
    expect(await screen.findByText(/já tinha sido pedida por Nada Consta/)).toBeTruthy()
  })

  test('cancel and Escape send nothing; the record stays open', async () => {
    const background = open()
    const asked = await dialog()
    fireEvent.keyDown(asked, { key: 'Escape' })
    fireEvent(asked, new Event('cancel', { cancelable: true }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(await pane()).toBeTruthy()
    expect(background.of('removalRequest')).toEqual([])
  })

  test('a refusal is said beside the button', async () => {
    open({}, [], { removalRequest: fail('removal-not-possible', { state: 'Baixada' }) })
    const asked = await dialog()
    fireEvent.change(await within(asked).findByLabelText('Motivo Baixa'), { target: { value: '01' } })
    fireEvent.click(within(asked).getByRole('button', { name: /R\$ 239,70/ }))
    expect(await screen.findByText(/não tem o que baixar/)).toBeTruthy()
  })

  test('G42 · a held removal says why it waits and can be sent all the same', async () => {
    open({ state: 'removal-requested', removal: removal({ isHeld: true }) })
    expect(await screen.findByText(/o pagamento foi desfeito no ERP/)).toBeTruthy()
    expect(screen.getByText('Baixar mesmo assim…')).toBeTruthy()
  })

  test.each(['draft', 'cancelled', 'rejected', 'not-included', 'removed'] as const)(
    'there is nothing to remove of a %s one',
    async (state) => {
      open({ state })
      await within(await pane()).findByText('Faturas')
      expect(screen.queryByRole('button', { name: 'Baixar MARIA EXEMPLO' })).toBeNull()
    },
  )
})

test('another record’s answer that comes late is not shown', async () => {
  const slow = Promise.withResolvers<ReturnType<typeof ok>>()
  const jose = maria({ id: 'n2', debtor: { ...maria().debtor, name: 'JOSÉ MODELO' } })
  showRecords({
    hash: '#n1',
    records: [maria(), jose],
    negativation: (input: OperationInput<'negativation'>) =>
      input.id === 'n1' ? slow.promise : ok({ negativation: jose, history: [], tasks: [] }),
  })
  fireEvent.click(await screen.findByRole('button', { name: /Abrir o histórico de JOSÉ/ }))
  await screen.findByText('Nenhum evento registrado.')
  slow.resolve(ok({ negativation: maria(), history: [historyEntry()], tasks: [] }))
  await slow.promise
  expect(await screen.findByRole('region', { name: 'Registro de JOSÉ MODELO' })).toBeTruthy()
  expect(screen.queryByText('Aceita pelo birô')).toBeNull()
})
